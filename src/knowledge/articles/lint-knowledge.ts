import { foldText } from '../understanding/text/fold-text.js';
import { areSteps } from './are-steps.js';
import type { Article, ArticleSection, ContentProblem } from './article.js';
import type { Knowledge } from './load-knowledge.js';
import { plainMarkdown } from './plain-markdown.js';
import { readBody } from './read-body.js';

/** Rule 11: an answer before "show more", and a step, are at most so long. */
const MOST_WORDS = 120;

/** What the content rules find. */
export interface LintFinding extends ContentProblem {
  /** What would be better otherwise, but works; else it is a mistake. */
  readonly isAdvice: boolean;
  /** Stands on the line of the file that is meant. */
  readonly near?: string | undefined;
}

type Said = Pick<LintFinding, 'message' | 'isAdvice' | 'near'>;

/** The content rules of a knowledge base; loading has validated the files' form already. */
export function lintKnowledge(knowledge: Knowledge): readonly LintFinding[] {
  const problems: LintFinding[] = [];
  for (const versions of knowledge.articles.values()) {
    for (const article of versions.values()) {
      problems.push(...lintArticle(article, knowledge).map((said) => ({ file: fileOf(article), ...said })));
    }
    const [first, ...others] = [...versions.values()];
    if (first)
      for (const other of others)
        problems.push(...parity(first, other).map((message) => ({ file: fileOf(other), ...advice(message) })));
  }
  for (const [id, versions] of knowledge.articles) {
    for (const language of knowledge.languages.filter((lng) => !versions.has(lng))) {
      problems.push({
        file: `${language}/articles/${id}.md`,
        ...advice('missing: the article exists in another language'),
      });
    }
  }
  return [...problems, ...lintIntents(knowledge), ...lintRepeats(knowledge)];
}

const advice = (message: string, near?: string): Said => ({ message, isAdvice: true, near });
const mistake = (message: string, near?: string): Said => ({ message, isAdvice: false, near });

function lintArticle(
  { title, summary, steps, sections, video, related, questions, check }: Article,
  { articles, intents }: Knowledge,
): readonly Said[] {
  const found: Said[] = [];
  const long = (text: string) => wordsIn(text) > MOST_WORDS;
  if (long(summary))
    found.push(
      advice(
        `the answer in short has ${wordsIn(summary)} words; at most ${MOST_WORDS}, details go into steps and sections`,
        firstLineOf(summary),
      ),
    );
  for (const { number, text, warnings } of steps) {
    const near = firstLineOf(text);
    if (long([text, ...warnings].join(' ')))
      found.push(advice(`step ${number} is longer than ${MOST_WORDS} words: one action a step`, near));
    if (/^\s*[-*] /m.test(text)) found.push(advice(`step ${number} holds a list: one action a step`, near));
  }
  for (const section of sections)
    if (!section.body) found.push(advice(`the section "${section.title}" is empty`, section.title));
  if (steps.length === 0) found.push(...unwalkable(sections));
  if (questions.length === 0) found.push(advice('no questions: customers would find it by its own words only'));
  if (video && foldText(video.title) === foldText(title))
    found.push(advice('the video needs a title of its own: it is its text equivalent', video.url));
  for (const id of related) if (!articles.has(id)) found.push(mistake(`related: there is no article "${id}"`, id));
  if (check !== undefined && ![...intents.values()].some(({ checks }) => checks[check]))
    found.push(mistake(`check: there is no check "${check}" in intents.yml`, `check: ${check}`));
  const text = [summary, ...steps.map((step) => step.text), ...sections.map(({ body }) => body)].join('\n');
  const [unnamed] = /!\[\s*\]\([^)]*/.exec(text) ?? [];
  if (unnamed !== undefined) found.push(advice('an image has no alternative text', unnamed));
  for (const [link = '', id = ''] of text.matchAll(/\]\(article:([^)]*)\)/g))
    if (!articles.has(id)) found.push(mistake(`link: there is no article "${id}"`, link));
  const [tag] = /<[a-z/][^>]*>/i.exec(withoutCode(text)) ?? [];
  if (tag !== undefined) found.push(advice('HTML is not drawn on every channel: use Markdown', firstLineOf(tag)));
  return found;
}

/** Why an article's steps cannot be walked one by one, if it seems to have some. */
function unwalkable(sections: readonly ArticleSection[]): readonly Said[] {
  const ways = sections.filter(({ body }) => areSteps(readBody(body).steps.map(({ text }) => text)));
  const [, second] = ways;
  if (second)
    return [
      advice(`${ways.length} sections have numbered steps: they can be walked when each is an article`, second.title),
    ];
  const bullets = sections.find(
    ({ body }) =>
      areSteps([...body.matchAll(/^[-*+] (.+)$/gm)].map(([, text = '']) => text)) && !/^\d+[.)] /m.test(body),
  );
  return bullets
    ? [advice(`the list in "${bullets.title}" looks like steps: with numbers they can be walked`, bullets.title)]
    : [];
}

/** Code shows its signs, and a backslash before one shows it, too. */
const withoutCode = (text: string) =>
  text.replace(/(`{3,}|~{3,})[\s\S]*?\1|(`+)[^`]+\2|\\[!-/:-@[-`{-~]|<https?:[^>]*>/g, ' ');
const firstLineOf = (text: string) => text.split('\n')[0] ?? '';

/** The same article says the same in every language: as many steps, warnings and sections, the same bindings. */
function parity(a: Article, b: Article): readonly string[] {
  const counts = ({ steps, sections, related, check, updated }: Article) => ({
    steps: steps.length,
    'warnings before the steps': steps.map(({ warnings }) => warnings.length).join(' '),
    sections: sections.length,
    related: related.join(' '),
    check,
    updated,
  });
  const [left, right] = [counts(a), counts(b)];
  return Object.entries(left).flatMap(([what, value]) => {
    const other = right[what as keyof typeof right];
    return value === other ? [] : [`${what}: "${other}" here, "${value}" in ${a.language}`];
  });
}

/** Every language knows the same checks, commands, answer words and topics. */
function lintIntents({ intents, languages }: Knowledge): readonly LintFinding[] {
  const names = (language: string) => {
    const { checks = {}, commands = {}, answers = {}, outside = [] } = intents.get(language) ?? {};
    return [
      ...Object.keys(checks).map((id) => `check ${id}`),
      ...Object.keys(commands).map((id) => `command ${id}`),
      ...Object.keys(answers).map((id) => `answer word ${id}`),
      ...outside.map(({ topic }) => `outside topic ${topic}`),
    ];
  };
  const all = new Set(languages.flatMap(names));
  return languages.flatMap((language) => {
    const own = new Set(names(language));
    return [...all]
      .filter((name) => !own.has(name))
      .map((name) => ({ file: `${language}/intents.yml`, ...mistake(`missing: ${name}`) }));
  });
}

/** A line that stands for two intents teaches the index nothing but doubt. */
function lintRepeats({ articles, intents, languages }: Knowledge): readonly LintFinding[] {
  return languages.flatMap((language) => {
    const seen = new Map<string, string>();
    const lines: [string, string][] = [];
    for (const [id, versions] of articles) for (const q of versions.get(language)?.questions ?? []) lines.push([id, q]);
    const { checks = {}, commands = {}, outside = [] } = intents.get(language) ?? {};
    for (const [id, { examples }] of Object.entries(checks)) for (const q of examples) lines.push([`check:${id}`, q]);
    for (const [id, { examples }] of Object.entries(commands)) for (const q of examples) lines.push([id, q]);
    for (const { topic, examples } of outside) for (const q of examples) lines.push([`outside:${topic}`, q]);
    return lines.flatMap(([intent, line]) => {
      const key = foldText(line)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const before = seen.get(key);
      seen.set(key, intent);
      return before === undefined
        ? []
        : [{ file: `${language}`, ...mistake(`"${line}" stands for ${before} and again for ${intent}`) }];
    });
  });
}

const fileOf = ({ language, id }: Article) => `${language}/articles/${id}.md`;
const wordsIn = (markdown: string) => plainMarkdown(markdown).split(/\s+/).filter(Boolean).length;
