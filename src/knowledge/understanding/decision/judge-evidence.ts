import type { TrainingCorpus } from '../corpus/training-corpus.js';
import { type Intent, OTHER_TASK, outOfScopeTopic } from '../intent.js';
import { settings } from '../settings.js';
import { foldText } from '../text/fold-text.js';
import type { Candidate, Verdict } from '../verdict.js';
import type { Evidence } from './gather-evidence.js';
import { pageScope } from './page-scope.js';
import { reasonsFor } from './reasons-for.js';
import { scopeOf } from './scope-of.js';
import type { Scored } from './score-intents.js';
import type { Thresholds } from './thresholds.js';

/** Turns what was gathered into a verdict. */
export function judgeEvidence(
  evidence: Evidence,
  corpus: TrainingCorpus,
  own: Thresholds,
  ofForeign: Thresholds = own,
): Verdict {
  // Pages without examples are found by their words, in whatever language: they have thresholds of their own.
  const isAcross = evidence.isForeign && corpus.hasExamples();
  const thresholds = isAcross ? ofForeign : own;
  const inside = evidence.scored.filter(
    (scored) =>
      scored.intent.kind !== 'outside' &&
      !evidence.beyond.has(scored.intent.id) &&
      (corpus.hasExamples() || isWhole(scored)),
  );
  const candidates: readonly Candidate[] = inside
    .slice(0, settings.shownCandidates)
    .map(({ intent, probability }) => ({ intent: intent.id, score: probability }));
  const [best, second, third] = inside;
  const other = evidence.read.products.find(
    ({ role, name }) => role === 'other' && !isToldOf(name, best?.intent),
  )?.name;
  const reasons = reasonsFor(evidence, corpus);
  if (!best)
    return {
      kind: 'unknown',
      confidence: 0,
      scope: 0,
      candidates,
      reasons,
      ...(other === undefined ? {} : { otherProduct: other }),
    };

  // A check has examples of its own also where articles have none: what is said in their words is asked of it.
  const quoted = corpus.hasExamples() ? undefined : inside.find(isQuoted);
  if (quoted) {
    const { similarity } = quoted.evidence;
    return { kind: 'answer', intent: quoted.intent.id, confidence: similarity, scope: similarity, candidates, reasons };
  }

  const { probability } = best;
  const isPage = best.intent.kind === 'article' && !corpus.hasExamples();
  const scope = isPage ? pageScope(evidence, best, second) : scopeOf(inside);
  const confidence = isPage ? scope : probability;
  const { answer, offer } =
    best.intent.kind === 'command'
      ? { answer: settings.commandThreshold, offer: settings.commandThreshold }
      : thresholds;
  const { similarity, coverage, margins, across } = best.evidence;
  const nothingShared = similarity === 0 && coverage === 0;
  const farOff = isAcross
    ? across < settings.leastAcross && similarity < settings.leastLikeness
    : nothingShared ||
      (corpus.hasExamples() && similarity < settings.leastLikeness && margins.own < settings.leastMargin);
  const vague = best.intent.kind === 'command' && probability < offer;
  const refused = scope < offer || farOff || vague || (other !== undefined && best.intent.kind !== 'command');
  const foreign = evidence.task.atEnd.find((action) => corpus.actions.isForeign(best.intent.id, action));
  const task = foreign === undefined || best.intent.kind === 'command' ? {} : { task: foreign };
  if (refused) {
    const outside = evidence.scored.find(({ intent }) => intent.kind === 'outside' && intent !== OTHER_TASK);
    return {
      kind: 'unknown',
      confidence,
      scope,
      candidates,
      reasons,
      nearest: best.intent.id,
      ...task,
      ...(outside && outside.probability > Math.max(probability, settings.leastTopic)
        ? { outside: { topic: outOfScopeTopic(outside.intent.id) } }
        : {}),
      ...(other === undefined ? {} : { otherProduct: other }),
    };
  }
  const judged = { confidence, scope, candidates, reasons };
  const { closeRival, leastChoice } = isAcross
    ? { closeRival: settings.acrossRival, leastChoice: settings.acrossChoice }
    : settings;
  // Only checks have lines in the customer's language there, so that they are taken for what was meant too often.
  const isDoubtful = isAcross && best.intent.kind === 'check';
  const isRival = (scored: Scored | undefined): scored is Scored =>
    scored !== undefined &&
    !(areSiblings(best, scored) && !isDoubtful) &&
    scored.probability > probability * closeRival;
  const rivals = [second, third].filter(isRival);
  if (rivals.length > 0 && probability >= leastChoice)
    return { kind: 'choose', intents: [best, ...rivals].map(({ intent }) => intent.id), ...judged };
  const { section } = best.evidence.page;
  const isLikely = best.intent.kind === 'command' || confidence >= settings.leastAnswer;
  if (scope >= answer && isLikely)
    return { kind: 'answer', intent: best.intent.id, ...(section >= 0 ? { section } : {}), ...judged };
  return { kind: 'nearest', intent: best.intent.id, ...task, ...judged };
}

/** Whether an article tells of another product: that of the key which is refused here. */
function isToldOf(product: string, intent: Intent | undefined): boolean {
  if (intent?.kind !== 'article') return false;
  const name = foldText(product);
  return Object.values(intent.texts).some((text) => foldText(text?.body ?? '').includes(name));
}

function isQuoted({ intent, evidence }: Scored): boolean {
  return intent.kind === 'check' && evidence.similarity >= settings.sameWords;
}

/** Whether a command is most of what was said, or sure all the same: "cancel my subscription" is a question. */
function isWhole({ evidence: { unsaid }, probability }: Scored): boolean {
  return unsaid <= settings.mostUnsaid || probability >= settings.sureCommand;
}

/** An article and the check of the same name: the better one is taken, nobody is asked. */
function areSiblings(a: Scored, b: Scored): boolean {
  return a.intent.id.replace(/^check:/, '') === b.intent.id.replace(/^check:/, '');
}
