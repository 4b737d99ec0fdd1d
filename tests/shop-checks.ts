import type { CheckSets } from '../src/bot/check-sets';
import { sealKey } from '../src/checks/sealed-key';
import type { CheckSet } from '../src/dialogs/account/check-set';
import { again, person } from '../src/dialogs/phrases/choices';
import { sayBy } from '../src/dialogs/phrases/words';

/** What a shop knows of an order code: when its subscription ends; nothing when it does not know the code. */
export type Shop = ReadonlyMap<string, { readonly endsOn: string }>;

/** A set of checks that has nothing in common with the shipped one: one check, codes of four digits, no put-back, no lists. */
function subscriptionChecks(shop: Shop, today: () => string, isDown: () => boolean): CheckSet {
  return {
    ids: ['subscription'],
    fields: { site: true, key: 'masked' },
    takesWord: false,
    putsBack: false,
    readKey: (typed) =>
      /^\d{4}$/.test(typed.trim())
        ? { kind: 'key', key: sealKey(typed.trim()) }
        : { kind: 'invalid', why: typed.trim() === '' ? 'empty' : 'not-a-key' },
    readSignIn: ({ site, key }, t) =>
      key.kind === 'invalid'
        ? { fault: sayBy(t, 'shop.invalidCode') }
        : { lent: { site, host: site, isPractice: false, key: key.key } },
    async look({ site, key }) {
      const order = isDown() ? undefined : shop.get(key.reveal());
      const state = isDown() ? 'down' : order === undefined ? 'unknown' : order.endsOn >= today() ? 'active' : 'ended';
      return {
        isRefused: state === 'unknown',
        tell: async (turn) => {
          turn.answered({ topic: 'subscription' });
          const t = turn.words();
          const text = sayBy(t, `shop.${state}`, { date: order?.endsOn ?? '', who: site });
          return [{ kind: 'text', text, choices: [again('subscription', t), person(t)] }];
        },
      };
    },
  };
}

/** The registry with the shop's set alone in it. */
export const shopSets = (shop: Shop, isDown: () => boolean = () => false): CheckSets => ({
  shop: async ({ now }) => ({
    set: subscriptionChecks(shop, () => now().toISOString().slice(0, 10), isDown),
    close: async () => {},
  }),
});

const SENTENCES = {
  look: {
    consent: 'To answer that I look up your order. I read {{reads}}. All right?',
    reads: { subscription: 'when your subscription ends', all: 'when your subscription ends' },
    signIn: 'Who are you, and what is your order code?',
    site: 'Your e-mail address',
    siteHint: 'the one you ordered with',
    key: 'Order code',
    keyHint: 'four digits',
    forgotten: 'Your order code is forgotten.',
  },
  privacy: { key: '- **Your order code** is kept for {{minutes}} at most.' },
  shop: {
    active: 'Your subscription is active until {{date}}.',
    ended: 'Your subscription ended on {{date}}.',
    unknown: 'The shop does not know this order code.',
    down: 'The shop does not answer just now, so I cannot tell.',
    invalidCode: 'An order code has four digits.',
  },
};

/** The shop's deployment, in English. */
export const SHOP_FILES = {
  'deployment.yml': 'checks: shop\n',
  'en/deployment.json': JSON.stringify(SENTENCES),
  'en/intents.yml': [
    'checks:',
    '  subscription:',
    '    title: Check my subscription',
    '    examples: [is my subscription active, is my subscription still running, check my subscription, has my subscription ended, am I still subscribed]',
    'commands:',
    '  forget-key:',
    '    title: Forget my code',
    '    examples: [forget my code, delete my order code, forget the code I gave you]',
    '',
  ].join('\n'),
};
