import { createHash } from 'node:crypto';
import type { Knowledge } from '../../knowledge/articles/load-knowledge.js';

/**
 * What a knowledge base says, in one short hash: the same wherever the same was loaded, in whatever folder and order. Of a
 * file that is broken counts what it is answered with.
 */
export function knowledgeVersion({ languages, checks, articles, intents, vocabulary }: Knowledge): string {
  const all = { languages: [...languages].sort(), checks, articles, intents, vocabulary };
  return createHash('sha256').update(JSON.stringify(all, inOrder)).digest('hex').slice(0, 12);
}

function inOrder(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return value instanceof Set ? [...value].sort() : value;
}
