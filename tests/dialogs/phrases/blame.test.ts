import { agents } from '../../../src/checks/agents';
import { NOTHING_EXPECTED } from '../../../src/checks/check';
import { customFields } from '../../../src/checks/custom-fields';
import type { Finding } from '../../../src/checks/finding';
import { triggers } from '../../../src/checks/triggers';
import { findingText } from '../../../src/dialogs/phrases/finding';
import { minutesText } from '../../../src/dialogs/phrases/moment';
import type { Words } from '../../../src/dialogs/phrases/words';
import { accountWith, READY, trigger } from '../../checks/example-accounts';
import { LANGUAGES, spoken, withPlainSpaces } from './spoken';

let words: (language: string) => Words;
beforeAll(async () => {
  words = await spoken();
});

const said = (finding: Finding, language = 'en', timeZone = 'UTC') =>
  withPlainSpaces(findingText(finding, words(language), language, timeZone));
const failed = (kind: 'forbidden' | 'not-found' | 'timeout' | 'unreachable' | 'changing') =>
  ({ kind: 'failed', why: { kind } }) as const;

describe('the blame falls on what is to blame', () => {
  test('a list that is not found is no wrong address once the key’s owner was read', () => {
    const text = said(triggers.look(accountWith({}, { triggers: failed('not-found') }), NOTHING_EXPECTED));
    expect(text).toContain("doesn't give me your triggers");
    expect(text).not.toMatch(/address/i);
  });

  test('nor is a list that does not come any more', () => {
    const text = said(triggers.look(accountWith({}, { triggers: failed('unreachable') }), NOTHING_EXPECTED));
    expect(text).not.toMatch(/address/i);
  });

  test('an admin is not asked for the key of an admin', () => {
    const account = (isAdmin: boolean) =>
      accountWith({ me: { ...READY.me, isAdmin } }, { customFields: failed('forbidden') });
    const admins = said(customFields.look(account(true), NOTHING_EXPECTED));
    expect(admins).toContain('your plan may not include it');
    expect(admins).not.toContain('Use the key of an admin');
    expect(said(customFields.look(account(false), NOTHING_EXPECTED))).toContain('Use the key of an admin');
  });

  test('of two lists that fail alike both are named, in one sentence', () => {
    const account = accountWith({}, { agents: failed('timeout'), invitations: failed('timeout') });
    const text = said(agents.look(account, NOTHING_EXPECTED));
    expect(text).toContain("couldn't read your agents and your invitations");
    expect(text.match(/too long/g)).toHaveLength(1);
  });

  test.each(LANGUAGES)('a list that changes while it is read has a sentence of its own: %s', (language) => {
    const text = said(triggers.look(accountWith({}, { triggers: failed('changing') }), NOTHING_EXPECTED), language);
    expect(text).toContain(withPlainSpaces(words(language)('finding.section.triggers')));
  });
});

test('of 200 triggers the chat names eight and counts the rest', () => {
  const many = accountWith({ triggers: Array.from({ length: 200 }, (_, id) => trigger({ id, name: `T${id}` })) });
  const text = said(triggers.look(many, NOTHING_EXPECTED));
  expect(text).toContain('and 192 more');
  expect(text.match(/^- /gm)).toHaveLength(9);
});

test('times are those of the customer’s clock', () => {
  expect(said(triggers.look(accountWith(), NOTHING_EXPECTED), 'fr', 'Europe/Paris')).toContain('11:42');
});

test.each([
  ['en', '1 minute', '30 minutes'],
  ['fr', '1 minute', '30 minutes'],
  ['de', '1 Minute', '30 Minuten'],
  ['es', '1 minuto', '30 minutos'],
])('one minute is no minutes: %s', (language, one, many) => {
  expect([minutesText(1, language), minutesText(30, language)].map(withPlainSpaces)).toEqual([one, many]);
});
