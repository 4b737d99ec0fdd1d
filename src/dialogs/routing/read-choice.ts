import type { Action } from '../../channels/action.js';
import { COMMANDS, isCommand } from '../../channels/command.js';
import type { Choice } from '../../channels/reply.js';
import type { Memory } from '../memory.js';
import { type AnswerWord, ORDINALS } from './answer-grammar.js';
import { countWords } from './count-words.js';
import type { UtteranceReader } from './utterance-reader.js';

/** The button that was typed instead of clicked: by its number, its label, or a word that answers the question. */
export function readChoice(
  text: string,
  memory: Memory,
  reading: Pick<UtteranceReader, 'label' | 'answer'>,
): Choice | undefined {
  const offered = memory.offered ?? [];
  if (memory.open !== undefined && memory.open.expects !== 'choice') {
    // "Cancela Pérez" is a name, not the button "Cancelar".
    const labels = offered.map(({ label }) => (countWords(text) > countWords(label) ? '' : label));
    return offered[reading.label(text, labels)];
  }
  const label = reading.label(
    text,
    offered.map(({ label }) => label),
  );
  if (label >= 0) return offered[label];
  // "Learn more: Limits" is also asked for as "limits".
  const section = reading.label(
    text,
    offered.map(({ label, action }) => (action.kind === 'section' ? label.replace(/^[^:：]{1,60}[:：]\s*/, '') : '')),
  );
  if (section >= 0) return offered[section];
  const answer = reading.answer(text);
  switch (answer?.kind) {
    case 'word': {
      // Inside a guide "the fourth" is a step.
      const step = memory.open?.dialog === 'steps' ? ORDINALS.indexOf(answer.word) + 1 : 0;
      return step > 0 ? choiceOfStep(text, step, memory) : choiceOfWord(answer.word, memory);
    }
    case 'number':
      return offered[answer.number - 1];
    case 'step':
      return choiceOfStep(text, answer.number, memory);
    case 'doubtful':
      // "I think so" proves nothing.
      return offered.find(({ action }) => action.kind === 'email-off' && !action.confirmed);
    default:
      return undefined;
  }
}

/** A step by its number, of what is walked through or could be. */
function choiceOfStep(label: string, step: number, { offered = [], open, unfinished }: Memory): Choice | undefined {
  const walking = open?.dialog === 'steps' ? unfinished?.steps?.article : undefined;
  const begun = offered.flatMap(({ action }) => (action.kind === 'steps' ? action.article : []));
  const article = walking ?? begun[0] ?? unfinished?.steps?.article;
  return article === undefined || step < 1 ? undefined : { label, action: { kind: 'steps', article, step } };
}

/** Which of the offered choices an answer word picks; "next" and "resume" also reach steps begun earlier. */
function choiceOfWord(
  word: AnswerWord,
  { offered = [], unfinished, topic, open: question, looked }: Memory,
): Choice | undefined {
  const find = (...kinds: readonly Action['kind'][]) => offered.find(({ action }) => kinds.includes(action.kind));
  const givenWord = (confirmed: boolean) =>
    offered.find(({ action }) => action.kind === 'email-off' && action.confirmed === confirmed);
  const resume: Choice | undefined =
    unfinished?.steps || unfinished?.handoff ? { label: word, action: { kind: 'resume' } } : undefined;
  // "Done" after something to fix: the account itself tells whether it is.
  const toFix = topic !== undefined && looked?.findings[topic]?.kind === 'problem' ? topic : undefined;
  const lookAgain: Choice | undefined =
    toFix === undefined ? undefined : { label: word, action: { kind: 'check', check: toFix } };
  const walking = question?.dialog === 'steps' ? unfinished?.steps : undefined;
  const content = offered.filter(({ action }) => !leadsAway(action));
  switch (word) {
    case 'yes':
      return find('yes', 'helpful', 'resume', 'next') ?? givenWord(true);
    case 'ok':
      return find('yes', 'helpful', 'resume', 'next');
    case 'send':
      return question?.dialog === 'handoff' ? find('yes') : undefined;
    case 'edit':
      return find('edit');
    case 'no':
      return find('no', 'not-helpful', 'none') ?? givenWord(false);
    case 'later':
      // What is ready to be sent waits for another word.
      return question?.dialog === 'handoff' ? undefined : (find('no') ?? givenWord(false));
    case 'hedge':
      return undefined;
    case 'done':
      return (
        find('next', 'helpful') ?? givenWord(true) ?? lookAgain ?? resume ?? { label: word, action: { kind: 'resume' } }
      );
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
    case 'fourth':
      return content[3];
    case 'fifth':
      return content[4];
    case 'sixth':
      return content[5];
  }
}

const leadsAway = ({ kind }: Action): boolean => (isCommand(kind) ? COMMANDS[kind].leadsAway : kind === 'none');
