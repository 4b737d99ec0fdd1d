import { NO_PAGE } from '../../../../src/knowledge/understanding/corpus/page-evidence.js';
import {
  ACROSS_FEATURES,
  DECISION_FEATURES,
  decide,
  type IntentEvidence,
  NOTHING_ACROSS_FEATURES,
  NOTHING_FEATURES,
  type Weights,
} from '../../../../src/knowledge/understanding/decision/decision.js';
import type { Evidence } from '../../../../src/knowledge/understanding/decision/gather-evidence.js';
import { pageFeatures } from '../../../../src/knowledge/understanding/decision/page-scope.js';
import { fitted } from '../../../../src/knowledge/understanding/fitted.js';
import { fittedAcross } from '../../../../src/knowledge/understanding/fitted-across.js';
import { fittedPages } from '../../../../src/knowledge/understanding/fitted-pages.js';

const SILENT = { own: 0, topic: 0, kind: 0 };
const evidence = (changes: Partial<IntentEvidence>): IntentEvidence => ({
  kind: 'article',
  margins: SILENT,
  clause: SILENT,
  similarity: 0,
  refused: 0,
  support: 0,
  coverage: 0,
  page: NO_PAGE,
  unsaid: 0,
  across: 0,
  task: { usual: 0, rarest: 0, foreign: 0, foreignAtEnd: 0, allForeign: false },
  ...changes,
});
const utterance = {
  words: 4,
  clauses: 1,
  unknown: 0,
  otherProduct: false,
  scarcity: 0.1,
  actions: 0,
  foreignActions: 0,
  forms: undefined,
};

describe('The fitted weights', () => {
  test.each([
    ['with out-of-scope topics', fitted.withOutOfScope],
    ['with few lines', fitted.withFewLines],
    ['without them', fitted.withoutOutOfScope],
    ['without a classifier', fitted.withoutClassifier],
    ['without examples', fitted.withoutExamples],
  ])('%s have one number a feature', (_, weights: Weights) => {
    for (const kind of ['article', 'check', 'command', 'outside'] as const)
      expect(weights[kind]).toHaveLength(DECISION_FEATURES.length);
    expect(weights.nothing).toHaveLength(NOTHING_FEATURES.length);
  });

  test('of pages without examples have one number a feature, and thresholds that fall as more may be answered', () => {
    const scored = {
      intent: { id: 'a', kind: 'article', texts: {} },
      probability: 0.2,
      nearest: -1,
      evidence: evidence({}),
    } as const;
    const read = { scored: [], utterance } as unknown as Evidence;
    expect(fittedPages.weights).toHaveLength(pageFeatures(read, scored, undefined).length);
    const thresholds = fittedPages.thresholds.map(({ answer }) => answer);
    expect(thresholds).toEqual([...thresholds].sort((a, b) => b - a));
  });

  test('across languages have one more for each feature that crosses them', () => {
    const { withExamples } = fittedAcross;
    for (const kind of ['article', 'check', 'command', 'outside'] as const)
      expect(withExamples[kind]).toHaveLength(DECISION_FEATURES.length + ACROSS_FEATURES.length);
    expect(withExamples.nothing).toHaveLength(NOTHING_FEATURES.length + NOTHING_ACROSS_FEATURES.length);
  });

  test('prefer an intent that the classifier and a near line speak for', () => {
    const near = evidence({ margins: { own: 0.8, topic: 0.8, kind: 0.8 }, similarity: 0.7, support: 0.6 });
    const far = evidence({ margins: { own: -0.8, topic: -0.8, kind: 0.8 }, similarity: 0.2, support: 0.1 });
    for (const weights of [fitted.withOutOfScope, fitted.withoutOutOfScope]) {
      const [first = 0, second = 0, nothing = 0] = decide([near, far], utterance, weights);
      expect(first).toBeGreaterThan(second);
      expect(first + second + nothing).toBeCloseTo(1);
    }
  });

  test('take a check only where the topic and the wish to look are both there', () => {
    const article = evidence({ margins: { own: 0, topic: 0.8, kind: 0 } });
    const asksToLook = evidence({ kind: 'check', margins: { own: 0, topic: 0.8, kind: 0.6 } });
    const doesNot = evidence({ kind: 'check', margins: { own: 0, topic: 0.8, kind: -0.8 } });
    const shareOf = (check: IntentEvidence) => decide([article, check], utterance, fitted.withOutOfScope)[1] ?? 0;
    expect(shareOf(asksToLook)).toBeGreaterThan(0.5);
    expect(shareOf(doesNot)).toBeLessThan(0.5);
  });
});
