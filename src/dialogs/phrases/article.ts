import type { Choice, Reply } from '../../channels/reply.js';
import type { Article, ArticleStep } from '../../knowledge/articles/article.js';
import { person, why } from './choices.js';
import { longDate } from './long-date.js';
import type { Words } from './words.js';

type ArticleReply = Extract<Reply, { kind: 'article' }>;

/** The answer in short, with where it comes from (rule 13) and the ways on. */
export function summary(article: Article, t: Words, language: string, hasChecks = false): ArticleReply {
  const steps: readonly Choice[] =
    article.steps.length > 0
      ? [
          { label: t('choice.steps'), action: { kind: 'steps', article: article.id, step: 1 } },
          { label: t('choice.allSteps'), action: { kind: 'all-steps', article: article.id } },
        ]
      : [];
  const sections = steps.length === 0 || article.stepsIn.length > 0 ? sectionChoices(article, t) : [];
  return drawn(
    article,
    `**${article.title}**\n\n${article.summary}`,
    [...steps, ...sections, ...checkChoices(article, hasChecks, t), why(t), person(t)],
    t,
    language,
  );
}

/** The live check that is bound to an article. */
export function checkChoices({ check }: Article, hasChecks: boolean, t: Words): readonly Choice[] {
  return hasChecks && check !== undefined ? [{ label: t('look.check'), action: { kind: 'check', check } }] : [];
}

/** The whole way at once. */
export function allSteps(article: Article, t: Words, language: string): ArticleReply {
  const steps = article.steps.map((step) =>
    [...warnings(step, t), `${step.number}. ${indented(step.text)}`].join('\n\n'),
  );
  const text = [t('article.whole', { title: article.title }), ...(steps.length > 0 ? steps : [article.summary])].join(
    '\n\n',
  );
  // The question whether it helped follows at once and carries the buttons.
  return drawn(article, text, [], t, language);
}

/** One section of an article, 0-based, with the ways to the others; nothing when there is no such section. */
export function section(article: Article, index: number, t: Words, language: string): ArticleReply | undefined {
  const found = article.sections[index];
  if (!found) return undefined;
  const others = sectionChoices(article, t).filter(
    ({ action }) => action.kind !== 'section' || action.section !== index,
  );
  return drawn(article, `**${found.title}**\n\n${found.body}`, [...others, person(t)], t, language);
}

/** A step under its progress; `before` and `after` are paragraphs around it. */
export function oneStep(
  article: Article,
  step: ArticleStep,
  t: Words,
  { before = [], after = [] }: { readonly before?: readonly string[]; readonly after?: readonly string[] } = {},
): Extract<Reply, { kind: 'step' }> {
  const total = article.steps.length;
  const progress = t('steps.progress', { number: step.number, total });
  return {
    kind: 'step',
    article: article.id,
    title: article.title,
    number: step.number,
    total,
    progress,
    before,
    warnings: warnings(step, t),
    text: [step.text, ...after].join('\n\n'),
  };
}

/** The ways to sections that are no steps: three at most. */
export function sectionChoices(article: Article, t: Words): readonly Choice[] {
  const more = [...article.sections.entries()].filter(([at]) => !article.stepsIn.includes(at));
  return more.slice(0, 3).map(([section, { title }]) => ({
    label: t('choice.more', { title }),
    action: { kind: 'section', article: article.id, section },
  }));
}

function drawn(article: Article, text: string, choices: readonly Choice[], t: Words, language: string): ArticleReply {
  const line = [
    ...(article.video ? [t('article.video', { ...article.video })] : []),
    ...(article.source ? [t('article.source', { title: new URL(article.source).host, url: article.source })] : []),
    ...(article.updated ? [t('article.updated', { date: longDate(article.updated, language) })] : []),
  ].join(' · ');
  const { title, video, source } = article;
  // Rule 13: every answer says where it comes from.
  const provenance = line === '' ? title : line;
  return {
    kind: 'article',
    article: article.id,
    text: [...foreignness(article, language, t), ...staleness(article, language, t), text].join('\n\n'),
    provenance: { title, video, source, updated: article.updated, line: provenance },
    choices,
  };
}

/** Says plainly that a guide is in another language than the customer's, and where it is to be had in theirs. */
function foreignness({ language: written, translations }: Article, language: string, t: Words): readonly string[] {
  if (written === language) return [];
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(written) ?? written;
  const url = translations?.[language];
  if (url === undefined) return [t('article.otherLanguage', { written: name })];
  return [`${t('article.onlyIn', { written: name })} ${t('article.translation', { title: new URL(url).host, url })}`];
}

/** Says plainly that the page that a guide comes from is not as it was. */
const staleness = ({ source, sourceChanged }: Article, language: string, t: Words): readonly string[] =>
  source === undefined || sourceChanged === undefined
    ? []
    : [
        t('article.sourceChanged', {
          date: longDate(sourceChanged, language),
          title: new URL(source).host,
          url: source,
        }),
      ];

const warnings = ({ warnings: texts }: ArticleStep, t: Words) => texts.map((text) => t('steps.warning', { text }));

const indented = (text: string) => text.replace(/\n/g, '\n   ');
