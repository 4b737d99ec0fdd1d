import { intentsOf } from '../knowledge/articles/intents-of.js';
import type { Knowledge } from '../knowledge/articles/load-knowledge.js';
import { trainingExamplesOf } from '../knowledge/understanding/corpus/training-examples-of.js';
import { HARMLESS } from './is-hit.js';
import type { Collision, Judge } from './preview-lesson.js';

/**
 * The lines of a help centre (titles, ways of asking, what it does not answer) that are answered with something else. Lines of the product
 * count only where an article or a check takes them.
 * @param product what the folder inherits
 */
export function findCollisions(
  knowledge: Knowledge,
  product: Pick<Knowledge, 'intents'>,
  judge: Judge,
): readonly Collision[] {
  const inherited = new Set(
    [...product.intents].flatMap(([language, { commands, outside }]) =>
      [...Object.values(commands), ...outside].flatMap(({ examples }) => examples.map((line) => `${language} ${line}`)),
    ),
  );
  return intentsOf(knowledge).flatMap((intent) =>
    trainingExamplesOf(intent)
      .filter(({ role }) => role === 'example' || role === 'title')
      .flatMap(({ text, language }) => {
        const verdict = judge(text, language);
        const to = verdict.kind === 'answer' ? verdict.intent : undefined;
        if (to === undefined || to === intent.id) return [];
        const kind = intent.kind;
        if (kind === 'outside' && HARMLESS.has(to)) return [];
        const isOfTeam = knowledge.articles.has(to) || to.startsWith('check:');
        if (inherited.has(`${language} ${text}`) && !isOfTeam) return [];
        return [{ line: text, language, of: intent.id, to }];
      }),
  );
}
