import type { Failure, Section } from '../../src/checks/account.js';
import type { AccountReader, Credentials } from '../../src/checks/account-reader.js';
import { READINESS_SECTIONS } from '../../src/checks/readiness.js';
import { sealKey } from '../../src/checks/sealed-key.js';
import { NOT_READY, READ_AT, READY } from '../checks/example-accounts.js';

/** An account reader over the practice accounts, and a way to let one section fail. */
export interface ReaderUnderContract {
  readonly reader: AccountReader;
  credentials(id: 'ready' | 'not-ready' | 'non-admin' | 'legacy-key' | 'new'): Credentials;
  fail(section: Section, why: Failure['kind']): void;
  close(): Promise<void>;
}

const FAILURES = ['refused', 'forbidden', 'not-found', 'rate-limited', 'timeout', 'unreachable', 'unreadable'] as const;
const SECTIONS = ['me', 'agents', 'invitations', 'inboxes', 'triggers', 'customFields'] as const;

/** What everyone above the port relies on; runs on the real client against the simulator, and on the fake. */
export function behavesLikeAnAccountReader(name: string, open: () => Promise<ReaderUnderContract>): void {
  describe(`${name} behaves like an account reader`, () => {
    let opened: ReaderUnderContract;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const readAll = (id: Parameters<ReaderUnderContract['credentials']>[0]) =>
      opened.reader.read(opened.credentials(id), READINESS_SECTIONS);

    test.each(['ready', 'not-ready'] as const)('reads every section of the account that is %s', async (id) => {
      const { emailNotifications: _, ...values } = id === 'ready' ? READY : NOT_READY;
      const { sections } = await readAll(id);
      expect(sections).toEqual(
        Object.fromEntries(Object.entries(values).map(([section, value]) => [section, { kind: 'read', value }])),
      );
    });

    test('says which site was read, and when', async () => {
      expect(await readAll('ready')).toMatchObject({ site: 'practice', readAt: READ_AT });
    });

    test('reads what was asked for and the owner of the key, nothing else', async () => {
      const { sections } = await opened.reader.read(opened.credentials('ready'), ['triggers']);
      expect(Object.keys(sections).sort()).toEqual(['me', 'triggers']);
    });

    test('a key that nobody knows is refused, for every section', async () => {
      const { site } = opened.credentials('ready');
      const { sections } = await opened.reader.read(
        { site, key: sealKey('tkn.v1_bm9ib2R5LWtub3dzLW1l') },
        READINESS_SECTIONS,
      );
      expect(Object.values(sections)).toEqual(SECTIONS.map(() => ({ kind: 'failed', why: { kind: 'refused' } })));
    });

    test('a key of the other product is told from a wrong one', async () => {
      const { sections } = await readAll('legacy-key');
      expect(sections.me).toEqual({ kind: 'failed', why: { kind: 'wrong-product' } });
      expect(sections.triggers).toEqual({ kind: 'failed', why: { kind: 'wrong-product' } });
    });

    test('a key without admin rights sees no triggers and may not see invitations', async () => {
      const { sections } = await readAll('non-admin');
      expect(sections.me).toMatchObject({ kind: 'read', value: { isAdmin: false } });
      expect(sections.triggers).toEqual({ kind: 'read', value: [] });
      expect(sections.invitations).toEqual({ kind: 'failed', why: { kind: 'forbidden' } });
    });

    test('a new account has a sample inbox and no triggers', async () => {
      const { sections } = await readAll('new');
      expect(sections.inboxes).toMatchObject({ kind: 'read', value: [{ type: 'sample' }] });
      expect(sections.triggers).toEqual({ kind: 'read', value: [] });
    });

    const table = SECTIONS.flatMap((section) => FAILURES.map((why) => [section, why] as const));
    test.each(table)('%s that fails as %s is a value', async (section, why) => {
      opened.fail(section, why);
      const { sections } = await readAll('ready');
      expect(sections[section]).toMatchObject({ kind: 'failed', why: { kind: why } });
      const others = SECTIONS.filter((other) => other !== section).map((other) => sections[other]?.kind);
      const expected = section === 'me' ? 'failed' : 'read';
      // Over the rate limit, the backoff stops whatever had not been sent yet.
      if (why !== 'rate-limited') expect(new Set(others)).toEqual(new Set([expected]));
    });

    test('two customers who look at the same time never see each other’s account', async () => {
      const ids = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? ('ready' as const) : ('not-ready' as const)));
      const accounts = await Promise.all(ids.map((id) => opened.reader.read(opened.credentials(id), ['inboxes'])));
      accounts.forEach(({ sections }, at) => {
        expect(sections.inboxes).toEqual({ kind: 'read', value: (at % 2 === 0 ? READY : NOT_READY).inboxes });
      });
    });

    test('a cancelled reading rejects with the reason of whoever cancelled', async () => {
      const reason = new Error('the customer said stop');
      const cancel = new AbortController();
      const reading = opened.reader.read(opened.credentials('ready'), READINESS_SECTIONS, cancel.signal);
      cancel.abort(reason);
      await expect(reading).rejects.toBe(reason);
      await expect(opened.reader.read(opened.credentials('ready'), ['me'], cancel.signal)).rejects.toBe(reason);
    });

    test('an account is plain JSON, without the key', async () => {
      const account = await readAll('not-ready');
      const text = JSON.stringify(account);
      expect(JSON.parse(text)).toEqual(account);
      expect(text).not.toContain(opened.credentials('not-ready').key.reveal());
    });
  });
}
