import type { App } from '../../src/bot/compose';
import { openTestApp, startTalk, type Talk } from '../converse';
import { openShopSimulator, SHOP_FOLDER } from './shop-simulator';

const NOW = new Date('2026-11-23T18:30:00Z');

let app: App;
let simulator: Awaited<ReturnType<typeof openShopSimulator>>;
const logged: Record<string, unknown>[] = [];
beforeAll(async () => {
  simulator = await openShopSimulator(NOW);
  const log = { ...quiet(), warn: (event: Record<string, unknown>) => void logged.push(event) };
  app = await openTestApp(
    { knowledgeFolder: SHOP_FOLDER, checkSettings: { CHECKS_SHOP_API: simulator.url } },
    { now: () => NOW },
    log,
  );
});
afterAll(async () => {
  await simulator.close();
  await app.close();
});

function quiet() {
  const nothing = () => {};
  return { debug: nothing, info: nothing, warn: nothing, error: nothing };
}

const ASKED = {
  en: { subscription: 'is my subscription active?', parcel: 'where is my parcel?', all: 'check my order', yes: 'yes' },
  fr: {
    subscription: 'mon abonnement est-il actif ?',
    parcel: 'où est mon colis ?',
    all: 'vérifier ma commande',
    yes: 'oui',
  },
} as const;

/** Asks, agrees and fills in the card with this order. */
async function lookedUp(check: 'subscription' | 'parcel' | 'all', order: string, language: 'en' | 'fr' = 'en') {
  const talk: Talk = startTalk(app, { locale: language });
  await talk.say(ASKED[language][check]);
  await talk.say(ASKED[language].yes);
  return { talk, ...(await talk.fill({ site: 'luc@example.com', key: order })) };
}

describe('a customer of the shop asks whether the subscription is active', () => {
  it('is asked for leave, then for the order, in the shop’s own words', async () => {
    const talk = startTalk(app, { locale: 'en' });
    expect((await talk.say('is my subscription active?')).text).toContain(
      'I read when your subscription ends and change nothing.',
    );
    const { text, choices } = await talk.say('yes');
    expect(text).toContain('Which order is it?');
    expect(choices).toEqual(['Cancel', 'Talk to a person', 'Check']);
  });

  it.each([
    ['1001', 'en', '✅ **OK**: your subscription is active until March 1, 2099.'],
    ['1001', 'fr', "✅ **OK** : votre abonnement est actif jusqu'au 1 mars 2099."],
    ['1002', 'en', '⚠️ **To fix**: your subscription has ended.'],
    ['1003', 'en', '⚠️ **To fix**: the last payment did not go through'],
    ['1004', 'en', '❔ **Unknown**: Your subscription is paused'],
    ['1006', 'en', "❔ **Unknown**: The answer doesn't say what I would need to know"],
    ['1007', 'en', "❔ **Unknown**: The answer doesn't say what I would need to know"],
  ] as const)('order %s (%s): %s', async (order, language, expected) => {
    expect((await lookedUp('subscription', order, language)).text).toContain(expected);
  });

  it('is led to the article that mends what is wrong', async () => {
    const { talk, choices } = await lookedUp('subscription', '1002');
    expect(choices).toEqual([
      'Show the steps: Renew your subscription',
      'Check again',
      'Forget my order number',
      'Talk to a person',
    ]);
    expect((await talk.click('Show the steps: Renew your subscription')).text).toContain('My account > Subscription');
  });

  it('can have the order number forgotten', async () => {
    const { talk } = await lookedUp('subscription', '1001');
    expect((await talk.click('Forget my order number')).text).toContain('Your order number is forgotten.');
  });

  it.each(['12', '12a4', '../1', ''])('is told when "%s" can be no order number, and asked again', async (order) => {
    const { text } = await lookedUp('subscription', order);
    expect(text).toContain("“Order number” doesn't look right. the four digits in your confirmation");
    expect(text).toContain('Which order is it?');
  });
});

describe('a customer of the shop asks where the parcel is', () => {
  it.each([
    ['1001', '✅ **OK**: your parcel is on its way or with you. Last seen: Lyon.'],
    ['1002', '✅ **OK**: your parcel is on its way or with you. Last seen: Paris.'],
    ['1003', '⚠️ **To fix**: the carrier holds P-3'],
    ['1004', '❔ **Unknown**: Nothing has left the shop yet'],
    ['1005', '⚠️ **To fix**: it has not been seen for more than five days. Last seen: Lille, Lille, and Metz.'],
    ['1006', '❔ **Unknown**'],
  ])('order %s: %s', async (order, expected) => {
    expect((await lookedUp('parcel', order)).text).toContain(expected);
  });
});

it('a customer who asks for everything gets a report with a page of its own', async () => {
  const { activities } = await lookedUp('all', '1003');
  const card = JSON.stringify(activities);
  expect(card).toContain('2 of 2 points need your attention.');
  expect(card).toContain('/reports/');
});

describe('when the shop does not answer as it should, nothing is OK', () => {
  it.each([
    ['9401', 'was not accepted'],
    ['9403', "isn't allowed to see this"],
    ['9500', 'There is no answer at the moment'],
    ['9200', 'incomplete or unreadable'],
    ['9302', 'knows no order with this number'],
    ['7777', 'knows no order with this number'],
  ])('%s: %s', async (order, expected) => {
    const { text } = await lookedUp('subscription', order);
    expect(text).toContain(`❔ **Unknown**`);
    expect(text).toContain(expected);
    expect(text).not.toContain('**OK**');
  });

  it('keeps nothing of an order that the shop does not know', async () => {
    const { talk } = await lookedUp('subscription', '7777');
    expect((await talk.click('Check again')).text).toContain('Which order is it?');
  });

  it('waits as long as the shop wants, whoever asks: its limit counts all of us', async () => {
    expect((await lookedUp('subscription', '9429')).text).toContain('Wait 40 seconds, then check again.');
    expect((await lookedUp('subscription', '1001')).text).toContain('Wait 40 seconds, then check again.');
  });

  it('the log names the request and no order, no address', () => {
    expect(logged).toContainEqual(expect.objectContaining({ event: 'account not read', request: 'order' }));
    expect(JSON.stringify(logged)).not.toMatch(/luc@|9401|practice/);
  });
});
