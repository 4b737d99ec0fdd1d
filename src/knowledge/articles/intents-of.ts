import type { Intent, IntentText } from '../understanding/intent.js';
import type { Article } from './article.js';
import type { Knowledge } from './load-knowledge.js';
import { plainMarkdown } from './plain-markdown.js';

/** Everything that an utterance can mean in a knowledge base: its articles, checks, commands, and what is outside. */
export function intentsOf({ articles, intents }: Knowledge): readonly Intent[] {
  const found: Intent[] = [];
  const links = linkTextsOf(articles);
  for (const [id, versions] of articles) {
    const texts: Record<string, IntentText> = {};
    for (const [language, article] of versions) {
      const { title, labels, questions, featured, not, sections } = article;
      const names = new Set([...labels, ...(links.get(`${language}/${id}`) ?? [])]);
      names.delete(title);
      texts[language] = {
        title,
        headings: sections.map((section) => section.title),
        ...bodyOf(article),
        labels: [...names],
        examples: featured && !questions.includes(featured.question) ? [...questions, featured.question] : questions,
        not,
      };
    }
    found.push({ id, kind: 'article', texts });
  }

  const others = new Map<string, { kind: Intent['kind']; whole?: boolean; texts: Record<string, IntentText> }>();
  const add = (id: string, kind: Intent['kind'], language: string, text: IntentText) => {
    const intent = others.get(id) ?? { kind, texts: {} };
    intent.texts[language] = text;
    others.set(id, intent);
  };
  for (const [language, { checks, commands, outside }] of intents) {
    for (const [id, text] of Object.entries(checks)) add(`check:${id}`, 'check', language, text);
    for (const [id, { whole, ...text }] of Object.entries(commands)) {
      add(id, 'command', language, text);
      const held = others.get(id);
      if (whole && held) held.whole = true;
    }
    for (const { topic, examples } of outside) add(`outside:${topic}`, 'outside', language, { title: topic, examples });
  }
  return [...found, ...[...others].map(([id, intent]) => ({ id, ...intent }))];
}

/** The plain text of an article, and where in it the text under each heading begins. */
function bodyOf({ summary, steps, sections, stepsIn }: Article): {
  readonly body: string;
  readonly starts: readonly number[];
} {
  const apart = stepsIn.length === 0 ? steps.map((step) => step.text) : [];
  let body = plainMarkdown([summary, ...apart].join('\n'));
  const starts: number[] = [];
  for (const section of sections) {
    body += '\n';
    starts.push(body.length);
    body += plainMarkdown(section.body);
  }
  return { body, starts };
}

/** How articles call one another: the texts of links that lead to one, by `<lng>/<id>`. */
function linkTextsOf(articles: Knowledge['articles']): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const versions of articles.values())
    for (const [language, { id: from, summary, steps, sections }] of versions) {
      const text = [summary, ...steps.map((step) => step.text), ...sections.map(({ body }) => body)].join('\n');
      for (const [, label = '', id = ''] of text.matchAll(/\[([^\]]+)\]\(article:([a-z0-9-]+)\)/g)) {
        const words = plainMarkdown(label);
        if (id === from || words === '' || /^https?:/.test(words)) continue;
        const place = `${language}/${id}`;
        found.set(place, (found.get(place) ?? new Set()).add(words));
      }
    }
  return found;
}
