import type { IntentKind } from './intent.js';
import type { AskedFeatures, LineStore } from './line-store.js';
import type { KnownLine } from './lines-of.js';
import { settings } from './settings.js';
import { type Weighing, weighFeatures } from './sparse-rows.js';
import { type Classifier, marginsOf, trainClassifier } from './train-classifier.js';

/** What the classifier says of one intent; about -1 (no) … 1 (yes) each. */
export interface Margins {
  readonly own: number;
  /** Of the intents that share its topic: `triggers` and `check:triggers`. */
  readonly topic: number;
  /** Of its kind: article, check, command, outside. */
  readonly kind: number;
}

export interface Model {
  readonly intents: readonly string[];
  /** The margins of each of `intents`. */
  ask(asked: AskedFeatures): (intent: number) => Margins;
}

/** A line to learn from: its number in the store, and what it is. */
export interface NumberedLine extends KnownLine {
  readonly number: number;
  readonly kind: IntentKind;
}

/** Whether a knowledge base has enough examples, and few enough intents, for a classifier. */
export function isTrainable(lines: readonly KnownLine[]): boolean {
  const intents = new Set(lines.map(({ intent }) => intent));
  const examples = lines.filter(({ role }) => role === 'example').length;
  return intents.size >= 2 && intents.size <= settings.mostClasses && examples >= intents.size * settings.fewestExamples;
}

/** 'check:triggers' → 'triggers'. */
function topicOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/**
 * Trains the classifier. Besides a class per intent there is one per topic that several intents share, and one per
 * kind: "this is about triggers" and "this asks to look" are each learned from many more lines than both at once. A
 * `not` line speaks against its own intent only.
 */
export function* trainModel(store: LineStore, lines: readonly NumberedLine[]): Generator<void, Model> {
  const kinds = new Map(lines.map(({ intent, kind }) => [intent, kind]));
  const intents = [...kinds.keys()].sort();
  const topics = intents.map(topicOf).filter((topic, i, all) => all.indexOf(topic) < i).filter((topic, i, all) => all.indexOf(topic) === i);
  const kindNames = [...new Set(kinds.values())].sort();
  const groups = [
    ...topics.map((topic) => intents.map((id) => topicOf(id) === topic)),
    ...(kindNames.length > 1 ? kindNames.map((kind) => intents.map((id) => kinds.get(id) === kind)) : []),
  ];
  const numbers = new Map(intents.map((id, i) => [id, i]));
  const weighing: Weighing = weighFeatures(store, lines.map(({ number }) => number));
  yield;
  const classifier: Classifier = yield* trainClassifier({
    rows: weighing.rows(lines.map(({ number }) => number)),
    labels: Int32Array.from(lines, ({ intent, role }) => {
      const label = numbers.get(intent) ?? 0;
      return role === 'not' ? -1 - label : label;
    }),
    classes: intents.length + groups.length,
    positive: intents.map((_, label) => [...intents.map((__, k) => k === label), ...groups.map((members) => members[label] ?? false)]),
    features: weighing.dimensions,
    cost: settings.cost,
    epochs: settings.epochs,
  });
  const topicColumn = intents.map((id) => intents.length + topics.indexOf(topicOf(id)));
  const kindColumn = intents.map((id) => intents.length + topics.length + kindNames.indexOf(kinds.get(id) ?? 'article'));
  return {
    intents,
    ask: (asked) => {
      const margins = marginsOf(classifier, weighing.vector(asked));
      return (intent) => ({
        own: margins[intent] ?? 0,
        topic: (topicColumn[intent] ?? 0) < intents.length ? 0 : (margins[topicColumn[intent] ?? 0] ?? 0),
        kind: kindNames.length > 1 ? (margins[kindColumn[intent] ?? 0] ?? 0) : 0,
      });
    },
  };
}
