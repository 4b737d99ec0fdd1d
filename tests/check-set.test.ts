import type { App } from '../src/bot/compose';
import { openTestApp, startTalk, type Talk } from './converse';
import { articleFile, writeKnowledge } from './knowledge/articles/write-knowledge';
import { SHOP_FILES, shopSets } from './shop-checks';

const ARTICLES = {
  'en/articles/subscription.md': articleFile(
    'Renew a subscription',
    'Pay again.\n\n1. Open the shop.\n2. Pay.',
    'check: subscription\n',
  ),
  'en/articles/parcel.md': articleFile('Follow a parcel', 'Look at the label.\n\n1. Open the label.\n2. Read it.'),
};
const shop = new Map([
  ['1234', { endsOn: '2027-03-01' }],
  ['4321', { endsOn: '2026-01-31' }],
]);

let app: App;
let isDown = false;
let remove: () => void;
beforeAll(async () => {
  const knowledge = writeKnowledge({ ...ARTICLES, ...SHOP_FILES });
  remove = knowledge.remove;
  app = await openTestApp({ knowledgeFolder: knowledge.folder }, { checkSets: shopSets(shop, () => isDown) });
}, 60_000);
afterAll(async () => {
  await app.close();
  remove();
});
beforeEach(() => {
  isDown = false;
});

const talkInEnglish = () => startTalk(app, { locale: 'en' });

/** Asks, agrees, and fills in the card with this order code. */
async function lookedUp(
  code: string,
): Promise<{ readonly talk: Talk; readonly text: string; readonly choices: readonly string[] }> {
  const talk = talkInEnglish();
  await talk.say('is my subscription active?');
  await talk.say('yes');
  return { talk, ...(await talk.fill({ site: 'luc@example.com', key: code })) };
}

describe('a check of another trade', () => {
  it('is asked for in words, and asks for leave in its own', async () => {
    const { text, choices } = await talkInEnglish().say('is my subscription active?');
    expect(text).toBe('To answer that I look up your order. I read when your subscription ends. All right?');
    expect(choices).toEqual(['Yes, go ahead', 'No, thank you']);
  });

  it('asks for what opens its account, by its own names', async () => {
    const talk = talkInEnglish();
    await talk.say('is my subscription active?');
    const { text, choices } = await talk.say('yes');
    expect(text).toContain('Who are you, and what is your order code?');
    expect(choices).not.toContain('Try with the practice account');
  });

  it.each([
    ['1234', 'Your subscription is active until 2027-03-01.'],
    ['4321', 'Your subscription ended on 2026-01-31.'],
    ['9999', 'The shop does not know this order code.'],
  ])('looks up %s and reports what it found', async (code, expected) => {
    const { text, choices } = await lookedUp(code);
    expect(text).toContain(expected);
    expect(choices).toEqual(['Check again', 'Talk to a person']);
  });

  it('says what is wrong with what was typed, and asks again', async () => {
    const { text } = await lookedUp('tkn.v1_no');
    expect(text).toContain('An order code has four digits.');
    expect(text).toContain('Who are you');
  });

  it('looks again with the code that it was lent, and is honest when the shop does not answer', async () => {
    const { talk } = await lookedUp('1234');
    isDown = true;
    expect((await talk.click('Check again')).text).toBe('The shop does not answer just now, so I cannot tell.');
    isDown = false;
    expect((await talk.click('Check again')).text).toContain('active until');
  });

  it('keeps no code that the shop refused, and forgets one when asked to', async () => {
    const refused = await lookedUp('9999');
    expect((await refused.talk.click('Check again')).text).toContain('what is your order code?');
    const { talk } = await lookedUp('1234');
    expect((await talk.say('forget my code')).text).toBe('Your order code is forgotten.');
  });

  it('stands under the article that mends what it finds, and in what is said of data', async () => {
    const talk = talkInEnglish();
    expect((await talk.say('renew a subscription')).choices).toContain('Check my account');
    expect((await talk.say('what do you do with my data?')).text).toContain(
      '**Your order code** is kept for 30 minutes',
    );
  });

  it('has no put-back, no lists, no report of its own: buttons for them lead to what there is', async () => {
    for (const action of [
      { kind: 'put-back' },
      { kind: 'remind' },
      { kind: 'expect', check: 'agents' },
      { kind: 'email-off', confirmed: true },
      { kind: 'check', check: 'triggers' },
    ]) {
      const { choices } = await talkInEnglish().post({ type: 'message', value: { passerelle: action } });
      expect(choices).toContain('Follow a parcel');
    }
  });
});

test('a set that nobody knows is refused at the start, by name', async () => {
  const { folder, remove: drop } = writeKnowledge({ ...ARTICLES, 'deployment.yml': 'checks: bakery\n' });
  await expect(openTestApp({ knowledgeFolder: folder })).rejects.toThrow(/no set of checks "bakery".*teamwork-desk/);
  drop();
});
