import type { TrainingCorpus } from '../corpus/training-corpus.js';
import { outOfScopeTopic } from '../intent.js';
import { settings } from '../settings.js';
import type { Candidate, Verdict } from '../verdict.js';
import type { Evidence } from './gather-evidence.js';
import { reasonsFor } from './reasons-for.js';
import type { Scored } from './score-intents.js';
import type { Thresholds } from './thresholds.js';

/** Turns what was gathered into a verdict. */
export function judgeEvidence(evidence: Evidence, library: TrainingCorpus, thresholds: Thresholds): Verdict {
  const inside = evidence.scored.filter(({ intent }) => intent.kind !== 'outside');
  const candidates: readonly Candidate[] = inside
    .slice(0, settings.shownCandidates)
    .map(({ intent, probability }) => ({ intent: intent.id, score: probability }));
  const [best, second, third] = inside;
  const other = evidence.read.products.find(({ role }) => role === 'other')?.name;
  const reasons = reasonsFor(evidence, library);
  if (!best)
    return {
      kind: 'unknown',
      confidence: 0,
      scope: 0,
      candidates,
      reasons,
      ...(other === undefined ? {} : { otherProduct: other }),
    };

  const confidence = best.probability;
  const scope = inside.reduce((sum, { probability }) => sum + probability, 0);
  const { answer, choose } =
    best.intent.kind === 'command'
      ? { answer: settings.commandThreshold, choose: settings.commandThreshold }
      : thresholds;
  const { similarity, coverage, margins } = best.evidence;
  const nothingShared = similarity === 0 && coverage === 0;
  const farOff = nothingShared || (similarity < settings.leastLikeness && margins.own < settings.leastMargin);
  const vague = best.intent.kind === 'command' && confidence < choose;
  const refused = scope < choose || farOff || vague || (other !== undefined && best.intent.kind !== 'command');
  if (refused) {
    const outside = evidence.scored.find(({ intent }) => intent.kind === 'outside');
    return {
      kind: 'unknown',
      confidence,
      scope,
      candidates,
      reasons,
      nearest: best.intent.id,
      ...(outside && outside.probability > confidence
        ? { outside: { topic: outOfScopeTopic(outside.intent.id) } }
        : {}),
      ...(other === undefined ? {} : { otherProduct: other }),
    };
  }
  const rival =
    second !== undefined && !areSiblings(best, second) && second.probability > confidence * settings.closeRival;
  if (scope >= answer && !rival)
    return { kind: 'answer', intent: best.intent.id, confidence, scope, candidates, reasons };
  const offered = [best, second, third].filter(
    (scored, i): scored is Scored =>
      scored !== undefined && (i < 2 || scored.probability > confidence * settings.closeRival),
  );
  if (offered.length < 2) return { kind: 'answer', intent: best.intent.id, confidence, scope, candidates, reasons };
  return { kind: 'choose', intents: offered.map(({ intent }) => intent.id), confidence, scope, candidates, reasons };
}

/** An article and the check of the same name: the better one is taken, nobody is asked. */
function areSiblings(a: Scored, b: Scored): boolean {
  return a.intent.id.replace(/^check:/, '') === b.intent.id.replace(/^check:/, '');
}
