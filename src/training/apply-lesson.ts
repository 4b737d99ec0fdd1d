import { diff3Merge } from 'node-diff3';
import { stringify } from 'yaml';
import { type ContentProblem, describeProblem } from '../knowledge/articles/article.js';
import { readArticle } from '../knowledge/articles/read-article.js';
import { readIntents } from '../knowledge/articles/read-intents.js';
import { appendToList } from './append-to-list.js';
import type { FileChange } from './file-change.js';
import { fileProblems } from './file-problems.js';
import { expectedOf, type Lesson } from './lesson.js';
import { QUESTIONS_FILE, readQuestionLines, withQuestions } from './questions-file.js';

/** What a lesson has to know of the folder that it changes. */
export interface LessonPlace {
  /** Nothing when the file is not there. @param path below the folder, with slashes */
  read(path: string): Promise<string | undefined>;
  /** By `<language>/<id>`. */
  readonly articlePaths: ReadonlyMap<string, string>;
  readonly languages: readonly string[];
  /** Names of topics and commands that the product knows, in each language. */
  readonly ofProduct: { readonly topics: ReadonlySet<string>; readonly commands: ReadonlySet<string> };
}

/** Who teaches, and on which day (`YYYY-MM-DD`). */
export interface Signed {
  readonly author: string;
  readonly date: string;
}

export type Applied =
  | { readonly kind: 'applied'; readonly changes: readonly FileChange[] }
  /** It cannot be done; nothing is lost. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** Two people changed the same lines: `theirs` is what stands there now, `merged` everything that could be joined, with both versions marked. */
  | { readonly kind: 'conflict'; readonly path: string; readonly theirs: string; readonly merged: string };

/**
 * What a lesson makes of the files as they are now: the knowledge base and the regression questions. Reads, writes nothing; what would
 * come out broken is refused with file and line.
 */
export async function applyLesson(lesson: Lesson, place: LessonPlace, signed: Signed): Promise<Applied> {
  const wrong = formProblem(lesson, place);
  if (wrong !== undefined) return { kind: 'refused', problem: wrong };
  const taught = await changesOf(lesson, place);
  if (taught.kind !== 'applied') return taught;
  const asked = await questionChange(lesson, place, signed);
  if (asked.kind !== 'applied') return asked;
  const changes = [...taught.changes, ...asked.changes];
  for (const { path, after: text = '' } of taught.changes) {
    const problems = fileProblems(path, text);
    if (problems.length > 0) return refused(problems);
  }
  return changes.length > 0
    ? { kind: 'applied', changes }
    : { kind: 'refused', problem: 'it is taught already: nothing would change' };
}

/** The team's regression questions with those of the lesson. */
async function questionChange(lesson: Lesson, place: LessonPlace, signed: Signed): Promise<Applied> {
  const { questions, expect } = expectedOf(lesson);
  if (questions.length === 0) return { kind: 'applied', changes: [] };
  const before = await place.read(QUESTIONS_FILE);
  const read = readQuestionLines(QUESTIONS_FILE, before ?? '');
  if (read.kind === 'broken') return refused(read.problems);
  const { language } = lesson;
  const isHeld = (text: string) =>
    read.value.some((held) => held.text === text && held.language === language && held.expect === expect);
  const added = questions.map((text) => text.trim()).filter((text) => !isHeld(text));
  if (added.length === 0) return { kind: 'applied', changes: [] };
  const lines = added.map((text) => ({ text, language, expect, ...signed }));
  return changed(QUESTIONS_FILE, before, withQuestions(before ?? '', lines));
}

const refused = (problems: readonly ContentProblem[]): Applied => ({
  kind: 'refused',
  problem: problems.map(describeProblem).join('\n'),
});

/** A form that no file could hold. */
function formProblem(lesson: Lesson, { languages }: LessonPlace): string | undefined {
  if (!languages.includes(lesson.language))
    return `the help centre has no language "${lesson.language}": ${languages.join(', ')}`;
  const { questions } = expectedOf(lesson);
  if (questions.some((question) => question.trim() === '')) return 'a question is empty';
  if (questions.some((question) => /[\r\n\u2028\u2029]/.test(question.trim()))) return 'a question is one line';
  if (questions.some((question) => question.length > LONGEST_QUESTION))
    return `a question has at most ${LONGEST_QUESTION} characters`;
  const names = lesson.kind === 'outside' ? [lesson.topic] : lesson.kind === 'draft' ? [lesson.article] : [];
  const name = names.find((each) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(each));
  return name === undefined ? undefined : `"${name}": lower-case letters, digits and hyphens make a name`;
}

/** In characters: what is longer is no example of how customers ask. */
const LONGEST_QUESTION = 500;

async function changesOf(lesson: Lesson, place: LessonPlace): Promise<Applied> {
  switch (lesson.kind) {
    case 'asking':
      return place.articlePaths.has(`${lesson.language}/${lesson.intent}`)
        ? addToArticle(place, lesson.language, lesson.intent, 'questions', lesson.question)
        : addToIntent(place, lesson);
    case 'near-miss':
      return addToArticle(place, lesson.language, lesson.article, 'not', lesson.question);
    case 'outside':
      return addOutside(place, lesson);
    case 'draft':
      return draft(place, lesson);
    case 'edit':
      return edit(place, lesson);
  }
}

async function addToArticle(
  place: LessonPlace,
  language: string,
  id: string,
  list: 'questions' | 'not',
  question: string,
): Promise<Applied> {
  const path = place.articlePaths.get(`${language}/${id}`);
  const before = path === undefined ? undefined : await place.read(path);
  if (path === undefined || before === undefined)
    return { kind: 'refused', problem: `there is no article "${id}" in ${language}` };
  const problems = fileProblems(path, before);
  if (problems.length > 0) return refused(problems);
  const parts = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?\r?\n)(---[\s\S]*)$/.exec(before);
  const [, open = '', yaml = '', rest = ''] = parts ?? [];
  if (saysAlready(yaml, list, question)) return { kind: 'applied', changes: [] };
  return changed(path, before, `${open}${appendToList(yaml, [list], question.trim())}${rest}`);
}

/** Whether a list of front matter has the line already. */
function saysAlready(yaml: string, list: string, question: string): boolean {
  const read = readArticle('read.md', 'en', `---\n${yaml}---\n.`, 'read.md');
  const article = read.kind === 'loaded' ? read.value.article : undefined;
  return (list === 'not' ? article?.not : article?.questions)?.includes(question.trim()) ?? false;
}

/** A check's example, or a command's: beside the product's own, unless the deployment has its own. */
async function addToIntent(place: LessonPlace, lesson: Lesson & { kind: 'asking' }): Promise<Applied> {
  const { intent, language, question } = lesson;
  const path = `${language}/intents.yml`;
  const before = await place.read(path);
  const read = readIntents(path, before ?? '');
  if (before !== undefined && read.kind === 'broken') return refused(read.problems);
  const own = before !== undefined && read.kind === 'loaded' ? read.value : undefined;
  const id = intent.replace(/^check:/, '');
  if (intent.startsWith('check:')) {
    if (!own?.checks[id]) return { kind: 'refused', problem: `there is no check "${id}" in ${path}` };
    if (own.checks[id].examples.includes(question.trim())) return { kind: 'applied', changes: [] };
    return changed(path, before, appendToList(before ?? '', ['checks', id, 'examples'], question.trim()));
  }
  const command = own?.commands[id];
  if (!command && !place.ofProduct.commands.has(id))
    return { kind: 'refused', problem: `there is no article, check or command "${intent}" in ${language}` };
  if ([...(command?.examples ?? []), ...(command?.more ?? [])].includes(question.trim()))
    return { kind: 'applied', changes: [] };
  const list = command?.examples ? 'examples' : 'more';
  return changed(path, before, appendToList(before ?? '', ['commands', id, list], question.trim()));
}

/** An example of a topic outside; every language of the help centre knows the topic from then on. */
async function addOutside(place: LessonPlace, lesson: Lesson & { kind: 'outside' }): Promise<Applied> {
  const changes: FileChange[] = [];
  for (const language of place.languages) {
    const path = `${language}/intents.yml`;
    const before = await place.read(path);
    const read = readIntents(path, before ?? '');
    if (before !== undefined && read.kind === 'broken') return refused(read.problems);
    const outside = before !== undefined && read.kind === 'loaded' ? read.value.outside : [];
    const at = outside.findIndex(({ topic }) => topic === lesson.topic);
    const held = outside[at];
    const isOurs = language === lesson.language;
    const question = lesson.question.trim();
    const isProducts = place.ofProduct.topics.has(lesson.topic);
    if ([...(held?.examples ?? []), ...(held?.more ?? [])].includes(question) && isOurs) continue;
    if (!isOurs && (held || isProducts)) continue;
    const list = held ? (held.examples ? 'examples' : 'more') : isProducts ? 'more' : 'examples';
    const after = held
      ? appendToList(before ?? '', ['outside', at, list], question)
      : appendToList(before ?? '', ['outside'], { topic: lesson.topic, [list]: isOurs ? [question] : [] });
    changes.push({ path, before, after });
  }
  return { kind: 'applied', changes };
}

async function draft(place: LessonPlace, lesson: Lesson & { kind: 'draft' }): Promise<Applied> {
  const { article, language, title, body, questions, updated } = lesson;
  const path = `${language}/articles/${article}.md`;
  if (place.articlePaths.has(`${language}/${article}`) || (await place.read(path)) !== undefined)
    return { kind: 'refused', problem: `there is an article "${article}" in ${language} already` };
  const asked = questions.map((question) => question.trim());
  const fields = { title: title.trim(), ...(asked.length > 0 ? { questions: asked } : {}), updated };
  return changed(path, undefined, `---\n${stringify(fields, { lineWidth: 0 })}---\n${body.trim()}\n`);
}

const MARKED = /^(?:<{7} yours|>{7} stands there now)\r?$/m;

/** Joins what was written with what stands there now: neither loses. */
async function edit(place: LessonPlace, { article, language, ...typed }: Lesson & { kind: 'edit' }): Promise<Applied> {
  const path = place.articlePaths.get(`${language}/${article}`);
  const now = path === undefined ? undefined : await place.read(path);
  if (path === undefined || now === undefined)
    return { kind: 'refused', problem: `there is no article "${article}" in ${language} any more` };
  if (MARKED.test(typed.text))
    return { kind: 'refused', problem: 'both versions are marked in the text still: keep one, without the marks' };
  // Browsers send line ends of their own; those of the file stay.
  const asThere = (words: string) =>
    now.includes('\r\n') ? words.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n') : words;
  const [base, text] = [asThere(typed.base), asThere(typed.text)];
  if (now === base || now === text) return changed(path, now, text);
  const regions = diff3Merge(lines(text), lines(base), lines(now), { excludeFalseConflicts: true });
  if (regions.some(({ conflict }) => conflict)) {
    const marked = regions.flatMap(({ ok, conflict }) =>
      conflict ? ['<<<<<<< yours', ...conflict.a, '=======', ...conflict.b, '>>>>>>> stands there now'] : (ok ?? []),
    );
    return { kind: 'conflict', path, theirs: now, merged: marked.join('\n') };
  }
  return changed(path, now, regions.flatMap(({ ok }) => ok ?? []).join('\n'));
}

const lines = (text: string) => text.split('\n');

const changed = (path: string, before: string | undefined, after: string): Applied => ({
  kind: 'applied',
  changes: before === after ? [] : [{ path, before, after }],
});
