import type { Intent, IntentText } from '../understanding/intent.js';
import type { Knowledge } from './load-knowledge.js';
import { plainMarkdown } from './plain-markdown.js';

/** Everything that an utterance can mean in a knowledge base: its articles, checks, commands, and what is outside. */
export function intentsOf({ articles, intents }: Knowledge): readonly Intent[] {
  const found: Intent[] = [];
  for (const [id, versions] of articles) {
    const texts: Record<string, IntentText> = {};
    for (const [language, { title, questions, featured, not, summary, steps, sections }] of versions) {
      texts[language] = {
        title,
        headings: sections.map((section) => section.title),
        body: plainMarkdown(
          [summary, ...steps.map((step) => step.text), ...sections.map(({ body }) => body)].join('\n'),
        ),
        examples: featured && !questions.includes(featured.question) ? [...questions, featured.question] : questions,
        not,
      };
    }
    found.push({ id, kind: 'article', texts });
  }

  const others = new Map<string, { kind: Intent['kind']; texts: Record<string, IntentText> }>();
  const add = (id: string, kind: Intent['kind'], language: string, text: IntentText) => {
    const intent = others.get(id) ?? { kind, texts: {} };
    intent.texts[language] = text;
    others.set(id, intent);
  };
  for (const [language, { checks, commands, outside }] of intents) {
    for (const [id, text] of Object.entries(checks)) add(`check:${id}`, 'check', language, text);
    for (const [id, text] of Object.entries(commands)) add(id, 'command', language, text);
    for (const { topic, examples } of outside) add(`outside:${topic}`, 'outside', language, { title: topic, examples });
  }
  return [...found, ...[...others].map(([id, intent]) => ({ id, ...intent }))];
}
