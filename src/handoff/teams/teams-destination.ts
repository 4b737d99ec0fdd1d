import type { Destination, Sent } from '../destination.js';
import type { LetterWords } from '../letter.js';
import { caseCard, probeCard } from './case-card.js';

/** Says cards in one channel of Teams. The world's failures are values. */
export interface CardPoster {
  /** `activity`: the id of the message that was posted. */
  post(card: object, summary: string): Promise<Posted>;
  update(activity: string, card: object, summary: string): Promise<Posted>;
}

export type Posted =
  | { readonly kind: 'posted'; readonly activity: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly why: string; readonly retryAfterSeconds?: number };

/**
 * Shows cases as cards in a channel of the team; what becomes of a case changes its card in place. Teams knows no key by
 * which it would drop a second card: a process that dies between the posting and its note posts the card once more.
 */
export function teamsDestination(id: string, poster: CardPoster, say: LetterWords): Destination {
  async function show(card: object, summary: string, activity: unknown): Promise<Sent> {
    const updated = typeof activity === 'string' ? await poster.update(activity, card, summary) : undefined;
    // Somebody has deleted the message: it is said anew.
    const posted = updated === undefined || updated.kind === 'gone' ? await poster.post(card, summary) : updated;
    if (posted.kind === 'posted') return { kind: 'accepted', remote: { activity: posted.activity } };
    return posted.kind === 'gone' ? { kind: 'failed', why: 'the channel is not there' } : posted;
  }
  return {
    id,
    kind: 'teams',
    deliver: ({ handedOver, remote, isTest = false }) =>
      show(caseCard(handedOver, isTest, say), handedOver.reference, remote.activity),
    probe: (synthetic, remote) => show(probeCard(synthetic, say), say('test'), remote.activity),
    close: () => {},
  };
}
