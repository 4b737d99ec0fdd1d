import type { TrainingExample } from '../corpus/training-examples-of.js';
import { type IntentKind, OTHER_TASK } from '../intent.js';
import type { ExampleStore, QueryFeatures } from '../retrieval/example-store.js';
import { settings } from '../settings.js';
import { createVectorizer, fitVectorizer, type Vectorizer, type VectorizerDump, withVectors } from './sparse-rows.js';
import { type Classifier, marginsOf, trainClassifier } from './train-classifier.js';

/** What the classifier says of one intent; about -1 (no) … 1 (yes) each. */
export interface Margins {
  readonly own: number;
  /** Of the intents that share its topic: `triggers` and `check:triggers`; its own where it is alone. */
  readonly topic: number;
  /** Of its kind: article, check, command, outside. */
  readonly kind: number;
}

/** The trained classifier: how far an utterance lies on each intent's side. */
export interface Model {
  readonly intents: readonly string[];
  /** The margins of each of `intents`. */
  predict(asked: QueryFeatures): (intent: number) => Margins;
  dump(): ModelDump;
}

/** The model's columns: a class per intent, then the topics, then the kinds. */
export interface ModelDump {
  readonly intents: readonly string[];
  /** The column of each intent's topic, and of its kind; -1: none. */
  readonly topicColumns: readonly number[];
  readonly kindColumns: readonly number[];
  readonly classifier: Classifier;
  readonly vectorizer: VectorizerDump;
}

/** A line to learn from: its number in the store, and what it is. */
export interface NumberedExample extends TrainingExample {
  readonly number: number;
  readonly kind: IntentKind;
}

/** Whether a knowledge base has enough examples, and few enough intents, for a classifier. */
export function isTrainable(lines: readonly TrainingExample[]): boolean {
  const intents = new Set(lines.map(({ intent }) => intent));
  const examples = lines.filter(({ role }) => role === 'example').length;
  return (
    intents.size >= 2 && intents.size <= settings.mostClasses && examples >= intents.size * settings.fewestExamples
  );
}

/** 'check:triggers' → 'triggers'. */
function topicOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/**
 * Trains the classifier. Besides a class per intent there is one per topic that several intents share, and one per
 * kind: "this is about triggers" and "this asks to look" are each learned from many more lines than both at once. A
 * `not` line speaks against its own intent only.
 * @param otherTasks what is of {@link OTHER_TASK}
 */
export function* trainModel(
  store: ExampleStore,
  lines: readonly NumberedExample[],
  otherTasks: readonly QueryFeatures[],
): Generator<void, Model> {
  const kinds = new Map(lines.map(({ intent, kind }) => [intent, kind]));
  if (otherTasks.length > 0) kinds.set(OTHER_TASK.id, OTHER_TASK.kind);
  const intents = [...kinds.keys()].sort();
  const topics = intents
    .map(topicOf)
    .filter((topic, i, all) => all.indexOf(topic) < i)
    .filter((topic, i, all) => all.indexOf(topic) === i);
  const kindNames = [...new Set(kinds.values())].sort();
  const groups = [
    ...topics.map((topic) => intents.map((id) => topicOf(id) === topic)),
    ...(kindNames.length > 1 ? kindNames.map((kind) => intents.map((id) => kinds.get(id) === kind)) : []),
  ];
  const numbers = new Map(intents.map((id, i) => [id, i]));
  const vectorizer: Vectorizer = fitVectorizer(
    store,
    lines.map(({ number }) => number),
  );
  yield;
  const rows = withVectors(
    vectorizer.rows(lines.map(({ number }) => number)),
    otherTasks.map((asked) => vectorizer.vector(asked)),
  );
  yield;
  const classifier: Classifier = yield* trainClassifier({
    rows,
    labels: Int32Array.from([
      ...lines.map(({ intent, role }) => {
        const label = numbers.get(intent) ?? 0;
        return role === 'not' ? -1 - label : label;
      }),
      ...otherTasks.map(() => numbers.get(OTHER_TASK.id) ?? 0),
    ]),
    classes: intents.length + groups.length,
    positive: intents.map((_, label) => [
      ...intents.map((__, k) => k === label),
      ...groups.map((members) => members[label] ?? false),
    ]),
    features: vectorizer.dimensions,
    cost: settings.cost,
    ownCost: settings.ownCost,
    epochs: lines.length > settings.manyExamples ? settings.epochs : settings.epochsOfFew,
  });
  return createModel(store, {
    intents,
    topicColumns: intents.map((id, own) => {
      const shared = topics.indexOf(topicOf(id));
      return shared < 0 ? own : intents.length + shared;
    }),
    kindColumns: intents.map((id) => {
      const kind = kindNames.indexOf(kinds.get(id) ?? 'article');
      return kindNames.length > 1 ? intents.length + topics.length + kind : -1;
    }),
    classifier,
    vectorizer: vectorizer.dump(),
  });
}

/** A model from its numbers. */
export function createModel(store: ExampleStore, dumped: ModelDump): Model {
  const { intents, topicColumns, kindColumns, classifier } = dumped;
  const vectorizer = createVectorizer(store, dumped.vectorizer);
  return {
    intents,
    predict: (asked) => {
      const margins = marginsOf(classifier, vectorizer.vector(asked));
      return (intent) => ({
        own: margins[intent] ?? 0,
        topic: margins[topicColumns[intent] ?? -1] ?? 0,
        kind: margins[kindColumns[intent] ?? -1] ?? 0,
      });
    },
    dump: () => dumped,
  };
}
