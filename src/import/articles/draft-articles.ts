import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { idOfPath, slug } from '../../knowledge/articles/slug.js';
import { writeMarkdown } from '../markdown/write-markdown.js';
import type { SourcePage, TakeNote } from '../source-page.js';
import type { Draft } from './draft.js';
import { splitQuestions } from './split-questions.js';
import { takeTitle } from './take-title.js';
import { takeVideo } from './take-video.js';

/** A draft whose links still lead where the page says, and whose name may be another's, too. */
export type NamedDraft = Omit<Draft, 'language'> & {
  readonly language: string;
  /** The place among the answers of a page that was split, from 0: the same in every language of the page. */
  readonly part?: number | undefined;
  readonly page: SourcePage;
};

/** The articles that a page holds: one, or one a question; none when there is no text on it. */
export function draftArticles(page: SourcePage, language: string, tree: Root, note: TakeNote): readonly NamedDraft[] {
  const titled = takeTitle(page.title, tree.children, page.path.split('/').at(-1) ?? page.path);
  if (!titled.body.some(saysSomething)) {
    note('dropped', 'no text: a page of navigation only');
    return [];
  }
  const { rest, parts } = splitQuestions(titled.body);
  const path = idOfPath(page.path);
  const shared = { language, page, source: page.address, updated: page.updated };
  const questions = [...new Set([...(titled.other ? [titled.other] : []), ...(page.questions ?? [])])];
  const whole = rest.some(saysSomething)
    ? [
        {
          ...shared,
          key: page.key,
          id: path || slug(titled.title) || 'page',
          title: titled.title,
          questions,
          categories: page.categories,
          ...written(withSummary(rest, titled.title, page.description), titled.title, page.video),
        },
      ]
    : [];
  const answers = parts.flatMap(({ question, group, body }, part) => {
    if (!body.some(saysSomething)) {
      note('dropped', `the question "${question}" has no answer on the page`);
      return [];
    }
    const name = slug(question) || `question-${part + 1}`;
    const draft = {
      ...shared,
      part,
      key: `${page.key}#${name}`,
      id: path ? `${path}/${name}` : name,
      title: question,
      questions: [],
      categories: [...page.categories, ...(whole.length > 0 || !path ? [] : [titled.title]), ...group],
      ...written(withSummary(body, question, undefined), question, undefined),
    };
    return [draft];
  });
  return [...whole, ...answers];
}

function written(body: readonly RootContent[], title: string, given: SourcePage['video']) {
  const { video, body: rest } = given ? { video: given, body } : takeVideo(body, title);
  return { video, body: writeMarkdown(rest) };
}

/**
 * A page that begins with its steps or a heading has its description before it. Steps alone would leave nothing to answer with
 * before they are asked for: without a description their title stands there.
 */
function withSummary(
  body: readonly RootContent[],
  title: string,
  description: string | undefined,
): readonly RootContent[] {
  const heading = body.findIndex(({ type }) => type === 'heading');
  const before = heading < 0 ? body : body.slice(0, heading);
  const isSteps = (node: RootContent) => node.type === 'list' && node.ordered === true;
  const isWarning = (node: RootContent) => node.type === 'blockquote' && node.data?.alert === 'warning';
  if (before.some((node) => !isSteps(node) && !isWarning(node) && saysSomething(node))) return body;
  const value = description?.trim() || (before.some(isSteps) || heading < 0 ? title : '');
  return value ? [{ type: 'paragraph', children: [{ type: 'text', value }] }, ...body] : body;
}

function saysSomething(node: RootContent): boolean {
  if (node.type === 'heading' || node.type === 'thematicBreak' || node.type === 'html') return false;
  return textOf(node).trim() !== '' || JSON.stringify(node).includes('"type":"image"');
}
