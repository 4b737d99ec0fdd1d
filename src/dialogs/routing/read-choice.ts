import type { Action } from '../../channels/action.js';
import { COMMANDS, isCommand } from '../../channels/command.js';
import type { Choice } from '../../channels/reply.js';
import { CHECK_IDS } from '../../checks/finding.js';
import type { Memory } from '../memory.js';
import type { AnswerWord } from './answer-words.js';
import { countWords } from './count-words.js';
import type { UtteranceReader } from './route.js';

/** The button that was typed instead of clicked: by its number, its label, or a word that answers the question. */
export function readChoice(
  text: string,
  memory: Memory,
  reading: Pick<UtteranceReader, 'label' | 'word'>,
): Choice | undefined {
  const offered = memory.offered ?? [];
  if (memory.open !== undefined && memory.open.expects !== 'choice') {
    // "Cancela Pérez" is a name, not the button "Cancelar".
    const labels = offered.map(({ label }) => (countWords(text) > countWords(label) ? '' : label));
    return offered[reading.label(text, labels)];
  }
  const typed = /^\D?(\d{1,2})[.)]?$/.exec(text.trim())?.[1];
  if (typed !== undefined) return offered[Number(typed) - 1];
  const label = reading.label(
    text,
    offered.map(({ label }) => label),
  );
  if (label >= 0) return offered[label];
  const word = reading.word(text);
  return word === undefined ? undefined : choiceOfWord(word, memory);
}

/** Which of the offered choices an answer word picks; "next" and "resume" also reach steps begun earlier. */
function choiceOfWord(
  word: AnswerWord,
  { offered = [], unfinished, topic, open: question, looked }: Memory,
): Choice | undefined {
  const find = (...kinds: readonly Action['kind'][]) => offered.find(({ action }) => kinds.includes(action.kind));
  const resume: Choice | undefined =
    unfinished?.steps || unfinished?.handoff ? { label: word, action: { kind: 'resume' } } : undefined;
  // "Done" after something to fix: the account itself tells whether it is.
  const toFix = CHECK_IDS.find((check) => check === topic && looked?.findings[check]?.kind === 'problem');
  const lookAgain: Choice | undefined = toFix && { label: word, action: { kind: 'check', check: toFix } };
  const walking = question?.dialog === 'steps' ? unfinished?.steps : undefined;
  const content = offered.filter(({ action }) => !leadsAway(action));
  switch (word) {
    case 'yes':
      return find('yes', 'helpful', 'resume', 'next');
    case 'no':
      return find('no', 'not-helpful', 'none');
    case 'done':
      return find('next', 'helpful') ?? lookAgain ?? resume ?? { label: word, action: { kind: 'resume' } };
    case 'next':
      return find('next') ?? resume ?? { label: word, action: { kind: 'resume' } };
    case 'previous':
      return find('previous') ?? { label: word, action: { kind: 'back' } };
    case 'steps':
      return find('steps');
    case 'all-steps':
      return (
        find('all-steps') ??
        (topic === undefined ? undefined : { label: word, action: { kind: 'all-steps', article: topic } })
      );
    case 'resume':
      return find('resume') ?? resume ?? { label: word, action: { kind: 'resume' } };
    case 'again':
      return walking
        ? { label: word, action: { kind: 'steps', ...walking } }
        : (find('check', 'put-back') ?? lookAgain);
    case 'none':
      return find('none', 'not-helpful', 'no');
    case 'first':
      return content[0];
    case 'second':
      return content[1];
    case 'third':
      return content[2];
  }
}

const leadsAway = ({ kind }: Action): boolean => (isCommand(kind) ? COMMANDS[kind].leadsAway : kind === 'none');
