import type { Inbound } from '../../channels/inbound.js';
import type { Memory } from '../memory.js';
import type { Route } from './route.js';

/**
 * A reaction under an article rates it, in silence: nobody reacts to be answered. Alone with a customer whom it did not
 * help, who did not say why, and who is not in the middle of something, we ask, as after "No" (rule 23).
 */
export function routeRating(
  { helpful, message, scope, words }: Extract<Inbound, { kind: 'rating' }>,
  { shown = [], open }: Memory,
): Route {
  const article = (message === undefined ? shown.at(-1) : shown.find(({ id }) => id === message))?.article;
  if (article === undefined) return { kind: 'ignore', why: 'a reaction to something else than an article' };
  const mayAsk = !helpful && scope === 'personal' && !open && words === undefined;
  return mayAsk
    ? { kind: 'open', start: { dialog: 'feedback', article, said: 'not-helpful' } }
    : { kind: 'note', article, helpful, words };
}
