import type { Account, Failure, Section, SectionRead, SectionValues } from '../../src/checks/account.js';
import type { AccountReader } from '../../src/checks/account-reader.js';

/** What the fake knows behind one key: sections, or why the key opens nothing. */
export type FakeAccount =
  | { readonly sections: Partial<SectionValues>; readonly denied?: Account['sections'] }
  | { readonly why: Failure };

export interface FakeAccountReader extends AccountReader {
  /** Lets a section fail from now on. */
  fail(section: Section, why: Failure): void;
}

/** An account reader for tests of everything above it: no network, the same promises (see the contract suite). */
export function fakeAccountReader(
  accounts: Readonly<Record<string, FakeAccount>>,
  now: () => number,
): FakeAccountReader {
  let failing: { section: Section; why: Failure } | null = null;
  return {
    fail(section, why) {
      failing = { section, why };
    },
    async read({ key, site }, wanted, signal) {
      signal?.throwIfAborted();
      const readAt = new Date(now()).toISOString();
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      const known = accounts[key.reveal()] ?? { why: { kind: 'refused' } };
      const names: readonly Section[] = [...new Set<Section>(['me', ...wanted])];
      const closed = 'why' in known ? known.why : failing?.section === 'me' ? failing.why : null;
      const readings = names.map((name): [Section, SectionRead<unknown>] => {
        if (closed !== null || 'why' in known) return [name, { kind: 'failed', why: closed ?? { kind: 'refused' } }];
        if (failing?.section === name) return [name, { kind: 'failed', why: failing.why }];
        return [name, known.denied?.[name] ?? { kind: 'read', value: known.sections[name] }];
      });
      const host = site.startsWith('https://') ? site.slice('https://'.length) : 'practice';
      return { site: host, readAt, sections: Object.fromEntries(readings) as Account['sections'] };
    },
  };
}
