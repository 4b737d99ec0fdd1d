import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { readConfig } from '../bot/config.js';
import { openKnowledgeService } from '../bot/knowledge/knowledge-service.js';
import { OperatorError } from '../bot/operator-error.js';
import { openTeacher } from '../bot/training/open-teacher.js';
import { slug } from '../knowledge/articles/slug.js';
import type { Lesson } from '../training/lesson.js';
import type { Taught } from '../training/teacher.js';
import { topicFor } from '../training/topic-for.js';
import { previewLines } from './preview-lines.js';
import { oneLine, print, printError } from './print.js';

/** What `passerelle train` is told; one of the first five says what the question is taught for. */
export interface TrainOptions {
  readonly article?: string | undefined;
  readonly check?: string | undefined;
  /** `true`: of the topic that fits. */
  readonly outside?: string | true | undefined;
  readonly notFor?: string | undefined;
  /** The title of a new article. */
  readonly draft?: string | undefined;
  /** A file with the text of the new article, `-` for standard input. */
  readonly text?: string | undefined;
  readonly language?: string | undefined;
  readonly author?: string | undefined;
  readonly yes: boolean;
  readonly patch: boolean;
}

/**
 * `passerelle train`: shows what a question would mean, what changes for others, and after a yes writes it into the help centre and its
 * regression questions. Ends with 2 when nothing was kept.
 */
export async function train(
  question: string,
  options: TrainOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { teacher, service } = await openTeaching(env, !options.patch);
  const { languages } = service.knowledge;
  const language = options.language ?? service.understanding.language(question, languages[0] ?? 'en').language;
  const topic = () => topicFor(service.understanding.verdict(question, language));
  const lesson = await lessonOf(question, language, options, topic);
  const shown = await teacher.preview(lesson);
  if (shown.kind === 'refused') throw new OperatorError(shown.problem);
  if (shown.kind === 'conflict') throw new OperatorError(shown.merged);
  // A patch alone goes to stdout: it is piped into git.
  const say = options.patch ? printError : print;
  for (const line of previewLines(shown)) say(`${line}\n`);
  if (!options.yes && !options.patch && !(await isAgreed())) {
    printError('Not kept. --yes keeps it without asking.\n');
    process.exitCode = 2;
    return;
  }
  tell(await teacher.keep(lesson, options.author ?? env.GIT_AUTHOR_NAME ?? env.USER ?? 'unknown'));
}

/** `passerelle untrain`: takes a lesson back, the last one unless another is named. */
export async function untrain(
  id: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { teacher } = await openTeaching(env, true);
  const undone = await teacher.undo(id);
  if (undone.kind === 'refused') throw new OperatorError(undone.problem);
  print(`Undone: ${undone.id}\n`);
  for (const { path } of undone.changes) print(`  ${path}\n`);
}

async function openTeaching(env: Readonly<Record<string, string | undefined>>, mayWrite: boolean) {
  const config = readConfig({ ...env, NODE_ENV: undefined });
  const { knowledgeFolder: folder, falseAnswerBudget, trainCommand } = config;
  const service = await openKnowledgeService(folder, { falseAnswerBudget });
  const teacher = openTeacher({
    folder,
    service,
    now: () => new Date(),
    wait: setTimeout,
    pause: () => setImmediate(),
    command: mayWrite ? trainCommand : undefined,
    mayWrite,
  });
  return { teacher, service };
}

async function lessonOf(
  question: string,
  language: string,
  { article, check, outside, notFor, draft, text }: TrainOptions,
  topic: () => string,
): Promise<Lesson> {
  const ways = [article, check, outside, notFor, draft].filter((way) => way !== undefined);
  if (ways.length !== 1)
    throw new OperatorError('Say what it means: one of --article, --check, --outside, --not-for and --draft.');
  if (article !== undefined) return { kind: 'asking', intent: article, language, question };
  if (check !== undefined) return { kind: 'asking', intent: `check:${check}`, language, question };
  if (notFor !== undefined) return { kind: 'near-miss', article: notFor, language, question };
  if (outside !== undefined)
    return { kind: 'outside', topic: outside === true ? topic() : outside, language, question };
  if (text === undefined) throw new OperatorError('The new article has no text: --text FILE, or --text - to type it.');
  const title = draft ?? '';
  const body = text === '-' ? await readInput() : await readFile(text, 'utf8');
  const updated = new Date().toISOString().slice(0, 10);
  return { kind: 'draft', article: slug(title), language, title, body, questions: [question], updated };
}

function tell(kept: Taught): void {
  switch (kept.kind) {
    case 'kept':
      print(
        `Kept, in ${kept.changes.map(({ path }) => path).join(' and ')}. passerelle untrain ${kept.id} takes it back.\n`,
      );
      return;
    case 'patch':
      print(kept.patch);
      return;
    case 'proposed':
      print(`Proposed: ${oneLine(kept.said)}\n`);
      return;
    case 'not-proposed':
      print(kept.patch);
      throw new OperatorError(`${kept.problem}. The patch above is what was to be proposed.`);
    case 'refused':
      throw new OperatorError(kept.problem);
    case 'conflict':
      throw new OperatorError(`Somebody else changed the same lines of ${kept.path}:\n${kept.merged}`);
  }
}

async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

function isAgreed(): Promise<boolean> {
  if (process.stdin.isTTY !== true) return Promise.resolve(false);
  const line = createInterface({ input: process.stdin, output: process.stdout });
  return new Promise((resolve) => {
    line.on('close', () => resolve(false));
    line.question('Keep it? [y/N] ', (answer) => {
      resolve(/^\s*y/i.test(answer));
      line.close();
    });
  });
}
