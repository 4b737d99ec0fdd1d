import fc from 'fast-check';
import type { Failure } from '../../../src/checks/account';
import { type Expectations, NOTHING_EXPECTED } from '../../../src/checks/check';
import { CHECK_IDS, type CheckId, type Defect, type Doubt, judgeFacts, type Note } from '../../../src/checks/finding';
import { readApiKey } from '../../../src/checks/read-api-key';
import { readExpectedAgents } from '../../../src/checks/read-expected-agents';
import { readExpectedFields } from '../../../src/checks/read-expected-fields';
import { CHECKS } from '../../../src/checks/readiness';
import { readSiteAddress } from '../../../src/checks/teamwork-desk/read-site-address';
import { findingText } from '../../../src/dialogs/phrases/finding';
import type { Words } from '../../../src/dialogs/phrases/words';
import { accountWith, NOT_READY, READ_AT, trigger } from '../../checks/example-accounts';
import { formatting, LANGUAGES, LEAK, read, spoken, withPlainSpaces, wordCount } from './spoken';

let words: (language: string) => Words;
beforeAll(async () => {
  words = await spoken();
});

const AT = '2026-11-22T18:30:00.000Z';
const named = (name: string, id = 7) => ({ id, name });
const said = (finding: Parameters<typeof findingText>[0], language = 'fr', timeZone = 'UTC') =>
  withPlainSpaces(findingText(finding, words(language), language, timeZone));

/** One of each kind: a kind without an example does not compile. */
const PROBLEMS: { readonly [K in Defect['kind']]: Extract<Defect, { kind: K }> } = {
  'key-refused': { kind: 'key-refused' },
  'key-of-other-product': { kind: 'key-of-other-product' },
  'key-not-admin': { kind: 'key-not-admin' },
  'site-not-found': { kind: 'site-not-found', site: 'acme.teamwork.com' },
  'trigger-on': { kind: 'trigger-on', trigger: named('Close'), everywhere: false, inboxes: [named('Support')] },
  'agent-missing': { kind: 'agent-missing', email: 'maria@acme.example' },
  'agent-part-time': { kind: 'agent-part-time', email: 'luc@acme.example', name: 'Luc Moreau' },
  'invitation-open': { kind: 'invitation-open', email: 'jon@acme.example', sentAt: null },
  'invitation-expired': { kind: 'invitation-expired', email: 'priya@acme.example', sentAt: '2026-11-20T08:00:00Z' },
  'field-missing': { kind: 'field-missing', label: 'Plan', type: 'dropdown' },
  'field-type': { kind: 'field-type', label: 'Plan', expected: 'dropdown', found: 'text' },
  'field-options': { kind: 'field-options', label: 'Plan', missing: ['Gold', 'Silver'] },
  'field-disabled': { kind: 'field-disabled', label: 'Plan' },
  'inbox-none': { kind: 'inbox-none' },
  'inbox-only-sample': { kind: 'inbox-only-sample', names: ['Sample Inbox'] },
  'inbox-only-personal': { kind: 'inbox-only-personal', names: ['Luc', 'Jon'] },
  'email-on': { kind: 'email-on', email: 'maria@acme.example' },
};

const FAILURES: { readonly [K in Failure['kind']]: Extract<Failure, { kind: K }> } = {
  refused: { kind: 'refused' },
  'wrong-product': { kind: 'wrong-product' },
  forbidden: { kind: 'forbidden' },
  'not-found': { kind: 'not-found' },
  'rate-limited': { kind: 'rate-limited', retryAfterSeconds: 42 },
  timeout: { kind: 'timeout' },
  unreachable: { kind: 'unreachable' },
  unreadable: { kind: 'unreadable' },
  changing: { kind: 'changing' },
};

const unread = (why: Failure): Doubt => ({ kind: 'could-not-read', section: 'triggers', why });

const DOUBTS: { readonly [K in Doubt['kind']]: Extract<Doubt, { kind: K }> } = {
  'could-not-read': { kind: 'could-not-read', section: 'me', why: { kind: 'unreachable', status: 503 } },
  'not-admin': { kind: 'not-admin', section: 'agents' },
  'role-inconclusive': { kind: 'role-inconclusive' },
  inconclusive: { kind: 'inconclusive', section: 'customFields', names: ['Plan'] },
  'nothing-seen': { kind: 'nothing-seen', section: 'agents' },
  contradiction: { kind: 'contradiction', section: 'triggers' },
  'maybe-sample': { kind: 'maybe-sample', names: ['Support'] },
  'list-in-part': { kind: 'list-in-part', parts: ['Bob Miller'] },
  'nothing-expected': { kind: 'nothing-expected' },
  'only-by-hand': { kind: 'only-by-hand', confirmedAt: AT },
};

const NOTES: { readonly [K in Note['kind']]: Extract<Note, { kind: K }> } = {
  'triggers-manual': { kind: 'triggers-manual', triggers: [named('Escalate')] },
  'triggers-system': { kind: 'triggers-system', triggers: [named('A'), named('B')] },
  'triggers-incomplete': { kind: 'triggers-incomplete', triggers: [named('Tag')] },
  'auto-replies-on': { kind: 'auto-replies-on', inboxes: [named('Support')] },
  'real-inboxes': { kind: 'real-inboxes', inboxes: [named('Support')] },
  'sample-inbox': { kind: 'sample-inbox', names: ['Sample Inbox'] },
  field: { kind: 'field', label: 'Plan', type: null, enabled: false },
  'fields-required': { kind: 'fields-required', labels: ['Plan'] },
  'without-list': { kind: 'without-list' },
};

const failureSentence = (why: Failure, language: string) =>
  read(said(judgeFacts('triggers', AT, { doubts: [unread(why)] }), language)).split('\n')[1] ?? '';

describe('a customer reads', () => {
  test('which triggers are on, where, and what was looked at and when', () => {
    const finding = judgeFacts('triggers', AT, {
      problems: [
        PROBLEMS['trigger-on'],
        { kind: 'trigger-on', trigger: named('VIP'), everywhere: true, inboxes: [named('Support')] },
        { kind: 'trigger-on', trigger: named(''), everywhere: false, inboxes: [] },
      ],
      notes: [NOTES['triggers-manual']],
      lookedAt: { triggers: 5, inboxes: 2 },
    });
    expect(said(finding)).toBe(
      [
        '⚠️ **À corriger** : 3 déclencheurs automatiques sont allumés.',
        '',
        '- « Close », dans « Support »',
        '- « VIP », dans toutes les boîtes, actuelles et futures',
        '- « sans nom » (7)',
        '',
        'Manuel, seul un agent peut le lancer : « Escalate ».',
        '',
        'Regardé à 18:30 UTC : 2 boîtes de réception, 5 déclencheurs.',
      ].join('\n'),
    );
  });

  test('that all is well', () => {
    expect(said(judgeFacts('triggers', AT, { lookedAt: { triggers: 1, inboxes: 0 } }))).toBe(
      "✅ **OK** : aucun de vos déclencheurs automatiques n'est allumé.\n\nRegardé à 18:30 UTC : 0 boîte de réception, 1 déclencheur.",
    );
  });

  test('that without a list of agents nobody knows who is missing', () => {
    const finding = judgeFacts('agents', AT, { notes: [NOTES['without-list']], lookedAt: { agents: 3 } });
    expect(said(finding, 'en')).toMatch(
      /that I can see .*\n\nWithout your list, I can't tell whether anyone is missing/,
    );
  });

  test('why something stays unknown, beside what is proven', () => {
    const text = said(
      judgeFacts('triggers', AT, { problems: [PROBLEMS['trigger-on']], doubts: [unread(FAILURES.timeout)] }),
    );
    expect(text).toMatch(/1 déclencheur automatique est allumé[\s\S]*pas pu tout voir[\s\S]*trop de temps à répondre/);
  });

  test('how long to wait, in words', () => {
    const wait = (retryAfterSeconds: number, language: string) =>
      failureSentence({ kind: 'rate-limited', retryAfterSeconds }, language);
    expect(wait(42, 'fr')).toContain('42 secondes');
    expect(wait(0, 'de')).toContain('1 Sekunde ');
    expect(wait(600, 'es')).toContain('10 minutos');
    expect(wait(Number.NaN, 'en')).toContain('60 seconds');
  });

  test('times in their own zone when it is known, in UTC otherwise', () => {
    const finding = judgeFacts('triggers', AT, { problems: [PROBLEMS['trigger-on']], lookedAt: { triggers: 1 } });
    expect(said(finding, 'fr', 'America/New_York')).toContain('13:30');
    expect(said(finding, 'fr', 'Mars/Olympus')).toContain('18:30 UTC');
    expect(said(finding, 'en')).toContain('6:30 PM UTC');
  });

  test('eight of a long list, and how many more there are', () => {
    const emails = Array.from({ length: 20 }, (_, i) => `agent${i}@acme.example`);
    const problems = emails.map((email): Defect => ({ kind: 'agent-missing', email }));
    const text = said(judgeFacts('agents', AT, { problems }));
    expect(text.match(/^- /gm)).toHaveLength(9);
    expect(text).toContain('- et 12 de plus');
    const inconclusive = judgeFacts('agents', AT, {
      doubts: [{ kind: 'inconclusive', section: 'agents', names: emails.slice(0, 9) }],
    });
    expect(read(said(inconclusive))).toMatch(/« agent7@acme\.example » et 1 de plus/);
  });

  test('nothing twice: the sample inbox that is the problem is no note, and one failure is told once', () => {
    const sample = judgeFacts('inbox', AT, {
      problems: [PROBLEMS['inbox-only-sample']],
      notes: [NOTES['sample-inbox']],
    });
    expect(said(sample).match(/Sample Inbox/g)).toHaveLength(1);
    const twice = judgeFacts('inbox', AT, { doubts: [unread(FAILURES.refused), unread(FAILURES.refused)] });
    expect(said(twice).match(/^- /gm)).toHaveLength(1);
  });
});

describe('never more certain than the data (rule 21)', () => {
  const STATES = {
    ok: judgeFacts('triggers', AT, {}),
    problem: judgeFacts('triggers', AT, { problems: [PROBLEMS['trigger-on']] }),
    unknown: judgeFacts('triggers', AT, { doubts: [DOUBTS['role-inconclusive']] }),
  };

  test.each(LANGUAGES)('three states differ in sign and in word: %s', (language) => {
    const heads = Object.values(STATES).map((finding) => /^(\S+) \*\*(.+?)\*\*/.exec(said(finding, language)));
    expect(new Set(heads.map((head) => head?.[1])).size).toBe(3);
    expect(new Set(heads.map((head) => head?.[2])).size).toBe(3);
  });

  test.each(LANGUAGES)('what is unknown never reads like OK: %s', (language) => {
    for (const check of CHECK_IDS) {
      for (const doubt of [...Object.values(DOUBTS), ...Object.values(FAILURES).map(unread)]) {
        const text = said(judgeFacts(check, AT, { doubts: [doubt] }), language);
        expect(text).toMatch(/^❔ /);
        expect(text).not.toMatch(/✅|\*\*OK\*\*/);
      }
    }
  });

  test.each(LANGUAGES)('each failure has a sentence of its own, and one for a server in trouble: %s', (language) => {
    const all = [...Object.values(FAILURES), { kind: 'unreachable', status: 503 } as const];
    const sentences = all.map((why) => failureSentence(why, language));
    expect(new Set(sentences).size).toBe(all.length);
    expect(sentences.every((sentence) => sentence.length > 30)).toBe(true);
  });

  test('a look that could not look does not claim to have', () => {
    const refused = judgeFacts('api-key', AT, { problems: [PROBLEMS['key-refused']] });
    expect(said(refused)).toMatch(/Essayé à 18:30 UTC, sans résultat\.$/);
    expect(said(judgeFacts('api-key', AT, {}))).toMatch(/Regardé à 18:30 UTC : le propriétaire de la clé\.$/);
    const byHand = judgeFacts('email-notifications', AT, { doubts: [DOUBTS['only-by-hand']] });
    expect(said(byHand)).toMatch(
      /Vous m'avez confirmé le 22 novembre 2026 à 18:30 UTC[\s\S]*rien à lire pour ce réglage\.$/,
    );
  });
});

describe.each(LANGUAGES)('every sentence is there: %s', (language) => {
  test.each(CHECK_IDS)('%s', (check: CheckId) => {
    const notes = Object.values(NOTES);
    const lookedAt = { agents: 1, invitations: 2, inboxes: 0, triggers: 1, customFields: 2, emailNotifications: 1 };
    const findings = [
      judgeFacts(check, AT, { notes, lookedAt }),
      judgeFacts(check, AT, { notes, lookedAt, problems: Object.values(PROBLEMS).slice(0, 8) }),
      judgeFacts(check, AT, { notes, problems: Object.values(PROBLEMS).slice(8, 16) }),
      judgeFacts(check, AT, { notes, problems: Object.values(PROBLEMS).slice(16), doubts: Object.values(DOUBTS) }),
      judgeFacts(check, AT, { notes, doubts: Object.values(FAILURES).map(unread) }),
      ...Object.values(PROBLEMS).map((problem) => judgeFacts(check, AT, { problems: [problem] })),
    ];
    for (const finding of findings) expect(said(finding, language)).not.toMatch(LEAK);
  });

  test('a usual finding has at most 120 words (rule 11)', () => {
    const expected: Expectations = {
      agents: ['olena@acme.example', 'sam@acme.example', 'jon@acme.example'],
      fields: [{ label: 'Plan', type: 'dropdown', options: ['Gold'] }],
      emailOffConfirmedAt: null,
    };
    for (const account of [accountWith(), accountWith(NOT_READY)]) {
      for (const expectations of [NOTHING_EXPECTED, expected]) {
        for (const check of CHECK_IDS) {
          const text = said(CHECKS[check].look(account, expectations), language);
          expect({ text, words: Math.max(120, wordCount(text)) }).toEqual({ text, words: 120 });
        }
      }
    }
  });
});

describe('words of the account stay words', () => {
  const HOSTILE = [
    '**gras** _i_ `c`',
    '[clic](https://evil.example)',
    '<script>x</script>',
    '1. premier',
    '- tiret',
    '# titre',
    '$t(finding.word.ok) {{count}}',
    'ligne\n\n- autre',
    '\u202Etxt.exe',
  ];

  test.each(HOSTILE)('%j', (name) => {
    const all: readonly Defect[] = [
      { kind: 'trigger-on', trigger: named(name), everywhere: false, inboxes: [named(name)] },
      { kind: 'agent-missing', email: name },
      { kind: 'agent-part-time', email: name, name },
      { kind: 'field-options', label: name, missing: [name] },
      { kind: 'site-not-found', site: name },
      { kind: 'inbox-only-personal', names: [name] },
    ];
    const text = said(judgeFacts('agents', AT, { problems: all, notes: [{ kind: 'sample-inbox', names: [name] }] }));
    expect(formatting(text)).toEqual(['bullet_list_open', 'list_item_open', 'paragraph_open', 'strong_open']);
    expect(text.match(/^- /gm)).toHaveLength(all.length);
    expect(text).not.toMatch(/[\u202A-\u202E]/);
    const plain = name.replace('\u202E', '').replace(/\s+/g, ' ');
    expect(read(text).split(plain).length - 1).toBe(10);
  });

  test('whatever a trigger is called, it makes no formatting', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab*_`[]()<>&;!#\\~|{}+-"\' \n:/.1=') }), (name) => {
        const account = accountWith({ triggers: [trigger({ name })] });
        const text = said(CHECKS.triggers.look(account, NOTHING_EXPECTED));
        expect(formatting(text)).toEqual(['bullet_list_open', 'list_item_open', 'paragraph_open', 'strong_open']);
      }),
      { numRuns: 500 },
    );
  });

  test('a name without end is cut', () => {
    const account = accountWith({ triggers: [trigger({ name: 'x'.repeat(10_000) })] });
    expect(said(CHECKS.triggers.look(account, NOTHING_EXPECTED)).length).toBeLessThan(400);
  });
});

describe.each(LANGUAGES)('what is said before the look: %s', (language) => {
  const example = (text: string) => /`([^`]+)`/.exec(text)?.[1] ?? '';

  test('the example lines are understood by those who read the lists', () => {
    const t = words(language);
    expect(readExpectedAgents(example(t('look.askAgents')))).toMatchObject({
      emails: [expect.any(String)],
      notUnderstood: [],
    });
    const { fields, notUnderstood } = readExpectedFields(example(t('look.askFields')));
    expect(notUnderstood).toEqual([]);
    expect(fields).toMatchObject([{ type: 'dropdown', options: [expect.any(String), expect.any(String)] }]);
  });

  test('the example of a site is one', () => {
    const site = /\S+\.teamwork\.com/.exec(words(language)('look.siteHint'))?.[0] ?? '';
    expect(readSiteAddress(site)).toMatchObject({ kind: 'site' });
  });

  test.each([
    '',
    'a@b.de',
    'evil.example',
    'www.teamwork.com',
    'https://u:p@acme.teamwork.com',
    'acme.teamwork.com:8443',
    '127.0.0.1',
    'acmé',
  ])('why the site %j will not do', (typed) => {
    const site = readSiteAddress(typed);
    if (site.kind !== 'invalid') throw new Error(`${typed} is a site`);
    expect(words(language)(`look.invalidSite.${site.why}`)).not.toMatch(LEAK);
  });

  test.each(['', 'a@bc.de', 'https://acme.teamwork.com', 'this is no key', 'short', 'clé-de-l-été-2026'])(
    'why the key %j will not do',
    (pasted) => {
      const key = readApiKey(pasted);
      if (key.kind !== 'invalid') throw new Error(`${pasted} is a key`);
      expect(words(language)(`look.invalidKey.${key.why}`)).not.toMatch(LEAK);
    },
  );

  test('consent says what is read and that nothing is changed; the key is promised to be forgotten', () => {
    const t = words(language);
    for (const check of [...CHECK_IDS, 'all'] as const) {
      const consent = t('look.consent', { reads: t(`look.reads.${check}`) });
      expect(consent).not.toMatch(LEAK);
      expect(consent).toMatch(/ne modifie rien|don't change anything|ändere nichts|No cambio nada/);
    }
    const signIn = t('look.signIn', { minutes: 30 });
    expect(signIn).toContain('30');
    // The promise is worded as the button that keeps it.
    expect(signIn).toContain(t('look.forget'));
  });
});

test('the account of the examples was read when they say', () => {
  expect(said(CHECKS.triggers.look(accountWith(), NOTHING_EXPECTED), 'de')).toContain(
    `Geprüft um ${READ_AT.slice(11, 16)} UTC`,
  );
});
