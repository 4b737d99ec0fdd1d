import { replyText } from '../../../src/channels/reply-text';
import type { Account } from '../../../src/checks/account';
import { type Expectations, NOTHING_EXPECTED } from '../../../src/checks/check';
import { CHECK_IDS } from '../../../src/checks/finding';
import { readForReadiness } from '../../../src/checks/readiness';
import { readinessRows, readinessText, readinessVerdict } from '../../../src/dialogs/phrases/readiness';
import type { Words } from '../../../src/dialogs/phrases/words';
import { accountWith, NOT_READY, READY, trigger } from '../../checks/example-accounts';
import { formatting, LANGUAGES, LEAK, spoken, withPlainSpaces, wordCount } from './spoken';

let words: (language: string) => Words;
beforeAll(async () => {
  words = await spoken();
});

const ALL_TOLD: Expectations = {
  agents: ['olena@acme.example', 'maria@acme.example'],
  fields: [{ label: 'Plan', type: 'dropdown', options: ['Gold'] }],
  emailOffConfirmedAt: '2026-11-22T18:00:00Z',
};
/** The whole report as whoever draws no cards reads it. */
const text = (account: Account, expectations = NOTHING_EXPECTED, language = 'fr') => {
  const [readiness, t] = [readForReadiness(account, expectations), words(language)];
  return withPlainSpaces(
    replyText({
      kind: 'report',
      title: '',
      verdict: readinessVerdict(readiness, t),
      rows: readinessRows(readiness, t, language, 'UTC'),
      text: readinessText(readiness, t, language, 'UTC'),
    }),
  );
};
const rows = (account: Account, expectations = NOTHING_EXPECTED, language = 'fr') =>
  readinessRows(readForReadiness(account, expectations), words(language), language, 'UTC');
const refused = accountWith(
  {},
  Object.fromEntries(Object.keys(READY).map((section) => [section, { kind: 'failed', why: { kind: 'refused' } }])),
);

test('not ready: one line per check by name, and what to do first', () => {
  expect(text(accountWith(NOT_READY))).toBe(
    [
      '⚠️ **Pas encore prêt** : 3 points sur 6 sont à corriger sur acme\\.teamwork\\.com.',
      '',
      '- ✅ **OK** : Clé API',
      '- ⚠️ **À corriger** : Boîte de réception',
      '- ⚠️ **À corriger** : Agents (luc\\@acme\\.example, jon\\@acme\\.example et priya\\@acme\\.example)',
      '- ❔ **Inconnu** : Champs personnalisés',
      '- ⚠️ **À corriger** : Déclencheurs (« Auto-assign VIP » et « Close after 72h »)',
      '- ❔ **Inconnu** : Notifications par e-mail',
      '',
      "**À faire d'abord.** Il n'y a que la boîte d'exemple, « Sample Inbox ». Elle est limitée à 20 messages : créez-en une vraie.",
      '',
      'Regardé à 10:42 UTC : 1 boîte de réception, 5 agents, 2 invitations, 2 champs personnalisés, 5 déclencheurs.',
    ].join('\n'),
  );
});

test('ready, with the e-mails on the customer’s word: said, and still not called OK', () => {
  const said = text(accountWith(), ALL_TOLD);
  expect(said).toMatch(
    /^✅ \*\*Prêt\*\* : les 6 points sont en ordre sur acme\\\.teamwork\\\.com ; pour les e-mails, je me fie/,
  );
  expect(said).toContain(
    '❔ **Inconnu** : Notifications par e-mail (confirmées par vous le 22 novembre 2026 à 18:00 UTC)',
  );
  expect(said).not.toContain("À faire d'abord");
});

test('unclear: what stays unknown is counted, and its reason comes first', () => {
  const account = accountWith({}, { triggers: { kind: 'failed', why: { kind: 'timeout' } } });
  expect(text(account, ALL_TOLD, 'en')).toMatch(
    /^❔ \*\*Not sure yet\*\*: 1 of 6 points is still unknown[\s\S]*Do this first\.\*\* Teamwork Desk took too long/,
  );
});

test('a refused key: five unknown, nothing claimed to have been looked at', () => {
  const said = text(refused, ALL_TOLD);
  expect(said).toMatch(/^⚠️ \*\*Pas encore prêt\*\* : 1 point sur 6 est à corriger/);
  expect(said).toMatch(
    /À faire d'abord\.\*\* Teamwork Desk refuse cette clé[\s\S]*Essayé à 10:42 UTC, sans résultat\.$/,
  );
  expect(rows(refused).map(({ state }) => state)).not.toContain('ok');
});

test('a line tells three names, the row of the report all of them', () => {
  const many = accountWith({ triggers: Array.from({ length: 12 }, (_, i) => trigger({ id: i, name: `T${i}` })) });
  expect(text(many)).toContain('Déclencheurs (« T0 », « T1 », « T2 » et 9 de plus)');
  const row = withPlainSpaces(rows(many).find(({ check }) => check === 'triggers')?.text ?? '');
  expect(row).toContain('- « T11 »');
  expect(row).not.toContain('de plus');
});

test('rows stand in the report’s order, each told by sign and word, its text a sentence of its own', () => {
  const table = rows(accountWith(NOT_READY), ALL_TOLD);
  expect(table.map(({ check }) => check)).toEqual(CHECK_IDS);
  expect(table.map(({ sign, word }) => `${sign} ${word}`)).toEqual(
    ['✅ OK', '⚠️ À corriger', '⚠️ À corriger', '⚠️ À corriger', '⚠️ À corriger', '❔ Inconnu'].map((told, at) =>
      table[at]?.state === 'ok' ? '✅ OK' : told,
    ),
  );
  expect(table[1]?.text).toMatch(/^Il manque une boîte de réception pour vos tickets\.\n\n- /);
  expect(table[5]?.text).toContain("Vous m'avez confirmé le 22 novembre 2026");
});

test('names of the account make no formatting, in the text or in a row', () => {
  const account = accountWith({ triggers: [trigger({ name: '[x](https://evil.example) <b>*y*' })] });
  const plain = ['bullet_list_open', 'list_item_open', 'paragraph_open'];
  expect(formatting(text(account))).toEqual([...plain, 'strong_open']);
  expect(
    formatting(
      rows(account)
        .map((row) => row.text)
        .join('\n\n'),
    ),
  ).toEqual(plain);
});

test.each(LANGUAGES)('every sentence is there, in at most 120 words: %s', (language) => {
  for (const account of [accountWith(), accountWith(NOT_READY), refused]) {
    for (const expectations of [NOTHING_EXPECTED, ALL_TOLD]) {
      const said = text(account, expectations, language);
      expect(said).not.toMatch(LEAK);
      expect({ said, words: Math.max(120, wordCount(said)) }).toEqual({ said, words: 120 });
      for (const row of rows(account, expectations, language)) expect(Object.values(row).join(' ')).not.toMatch(LEAK);
    }
  }
});
