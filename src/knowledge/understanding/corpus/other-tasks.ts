import type { IntentKind } from '../intent.js';
import type { QueryFeatures } from '../retrieval/example-store.js';
import { settings } from '../settings.js';
import { spread } from '../spread.js';
import { textFeatures } from '../text/text-features.js';
import { swapAction } from './swap-action.js';
import type { TrainingCorpus } from './training-corpus.js';
import type { TrainingExample } from './training-examples-of.js';

type LineOfKind = TrainingExample & { readonly kind: IntentKind };

/**
 * What asks for another task with an article's object, made of its examples (see `swapAction`): "how do I rename an inbox"
 * teaches that "inbox" alone is not what the guide for creating one answers. Only where there are out-of-scope lines:
 * without them, there is no class that such a line could belong to.
 */
export function otherTasks(corpus: TrainingCorpus, lines: readonly LineOfKind[]): readonly QueryFeatures[] {
  if (!lines.some(({ kind }) => kind === 'outside')) return [];
  const examples = new Map<string, LineOfKind[]>();
  for (const line of lines)
    if (line.kind === 'article' && line.role === 'example') {
      const key = `${line.language} ${line.intent}`;
      const held = examples.get(key);
      if (held) held.push(line);
      else examples.set(key, [line]);
    }
  return [...examples.values()].flatMap((of) =>
    spread(of, settings.mostOtherTasks).flatMap((line, i) => {
      const text = swapAction(corpus, line, i);
      if (text === undefined) return [];
      const { whole } = corpus.reader.read(text, line.language);
      return [corpus.store.lookUp((sink) => void textFeatures(corpus.reader.maker(line.language), whole, sink))];
    }),
  );
}
