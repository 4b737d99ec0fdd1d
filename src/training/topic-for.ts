import type { Verdict } from '../knowledge/understanding/verdict.js';

/** The topic of what fits no other one. */
const OTHER = 'not-covered';

/**
 * The topic under which a question is refused from now on: the one that it is taken for already, else the task that is wanted with
 * the nearest intent (`triggers-delete`), else {@link OTHER}.
 */
export function topicFor(verdict: Verdict): string {
  if (verdict.kind === 'unknown' && verdict.outside) return verdict.outside.topic;
  const task = verdict.kind === 'unknown' || verdict.kind === 'nearest' ? verdict.task : undefined;
  const near = verdict.candidates[0]?.intent.replace(/^check:/, '');
  return task === undefined || near === undefined ? OTHER : `${near}-${task}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
