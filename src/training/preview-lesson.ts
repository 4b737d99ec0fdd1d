import { intentsOf } from '../knowledge/articles/intents-of.js';
import type { Knowledge } from '../knowledge/articles/load-knowledge.js';
import { trainingExamplesOf } from '../knowledge/understanding/corpus/training-examples-of.js';
import type { Verdict } from '../knowledge/understanding/verdict.js';
import { isHit, type JudgedQuestion, judgedQuestion } from './is-hit.js';
import { expectedOf, type Lesson } from './lesson.js';
import type { Question } from './questions-file.js';

export type Judge = (text: string, language: string) => Verdict;

/** A question whose meaning a lesson changes. */
export interface Change {
  readonly before: JudgedQuestion;
  readonly after: JudgedQuestion;
}

/** What a lesson does, before it is kept. */
export interface Preview {
  /** The questions of the lesson itself. */
  readonly taught: readonly Change[];
  /** Of the team's regression questions: understood only afterwards, and not any more. */
  readonly won: readonly Change[];
  readonly lost: readonly Change[];
  /** Lines of other intents that it takes from them, and lines that stand for two intents. */
  readonly collisions: readonly Collision[];
}

/** A line that the help centre has for one intent, and that means another one afterwards. */
export interface Collision {
  readonly line: string;
  readonly language: string;
  readonly of: string;
  /** Nothing when it is not understood any more. */
  readonly to: string | null;
}

/** Whose lines are looked at: as many intents as came near the question. */
const RIVALS = 6;

/**
 * Judges the regression questions, and the lines of the intents that come near what is taught, as they are and as they would be.
 * @param pause called now and then: a large help centre takes seconds, and customers wait meanwhile
 */
export async function previewLesson(
  lesson: Lesson,
  {
    knowledge,
    questions,
    before,
    after,
    pause,
  }: {
    readonly knowledge: Knowledge;
    readonly questions: readonly Question[];
    readonly before: Judge;
    readonly after: Judge;
    readonly pause: () => Promise<void>;
  },
): Promise<Preview> {
  const { questions: texts, expect } = expectedOf(lesson);
  const { language } = lesson;
  const own: readonly Question[] = texts.map((text) => ({ text, language, expect }));
  const taught: Change[] = [];
  for (const question of own) taught.push(await compared(question));
  const changes: Change[] = [];
  for (const question of questions) {
    if (texts.includes(question.text) && question.language === language) continue;
    changes.push(await compared(question));
  }
  const rivals = new Set(taught.flatMap(({ before: { text } }) => rivalsOf(before(text, language))));
  const collisions: Collision[] = [];
  for (const line of linesOf(knowledge, language, rivals)) {
    const isSame = own.some(({ text }) => folded(text) === folded(line.text));
    if (line.expect === expect) continue;
    if (isSame) {
      collisions.push({ line: line.text, language, of: line.expect, to: expect });
      continue;
    }
    await pause();
    const then = judgedQuestion(line, after(line.text, language));
    // Most lines still mean what they meant: what they meant before is only asked of the others.
    if (!isHit(then) && isHit(judgedQuestion(line, before(line.text, language))))
      collisions.push({ line: line.text, language, of: line.expect, to: then.got });
  }
  return {
    taught,
    won: changes.filter((one) => !isHit(one.before) && isHit(one.after)),
    lost: changes.filter((one) => isHit(one.before) && !isHit(one.after)),
    collisions,
  };

  async function compared(question: Question): Promise<Change> {
    await pause();
    return {
      before: judgedQuestion(question, before(question.text, question.language)),
      after: judgedQuestion(question, after(question.text, question.language)),
    };
  }
}

const rivalsOf = ({ candidates }: Verdict) => candidates.slice(0, RIVALS).map(({ intent }) => intent);

/** The lines that these intents have in a language, as questions of what they must mean; and those outside. */
function linesOf(knowledge: Knowledge, language: string, rivals: ReadonlySet<string>): readonly Question[] {
  return intentsOf(knowledge)
    .filter(({ id, kind }) => kind === 'outside' || rivals.has(id))
    .flatMap((intent) =>
      trainingExamplesOf(intent)
        .filter((line) => line.language === language && (line.role === 'example' || line.role === 'title'))
        .map(({ text }) => ({ text, language, expect: intent.kind === 'outside' ? 'none' : intent.id })),
    );
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
