import type { Report, ReportShelf } from '../../src/checks/report';
import { REPORT_LASTS_MS } from '../../src/storage/sql-reports';
import type { Open } from '../storage/ways-to-write';

export const START = Date.parse('2026-11-23T18:30:00Z');
export const REPORT: Report = {
  title: 'Prêt pour la migration ?',
  intro: "L'état de acme.teamwork.com",
  language: 'fr',
  rows: [{ state: 'problem', sign: '✗', word: 'à corriger', title: 'Déclencheurs', text: '**Close after 72h** 😀' }],
  footer: 'Passerelle',
  at: '2026-11-23T18:29:58.000Z',
};

/** What whoever was given the link to a report relies on. */
export function behavesLikeAReportShelf(open: Open<ReportShelf>): void {
  it('finds a report by its token, whole, and says for how long', async () => {
    const { store, endTurn } = await open(START);
    const { token, expiresAt } = await store.put(REPORT, 'c');
    await endTurn();
    expect(await store.get(token)).toEqual(REPORT);
    expect(expiresAt).toBe('2026-11-30T18:30:00.000Z');
  });

  it('gives each report a token of its own that fits into an address', async () => {
    const { store, endTurn } = await open(START);
    const tokens = [await store.put(REPORT, 'c'), await store.put({ ...REPORT, title: 'Other' }, 'c')].map(
      ({ token }) => token,
    );
    await endTurn();
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(await store.get(tokens[1] ?? '')).toMatchObject({ title: 'Other' });
    expect(await store.get(tokens[0] ?? '')).toEqual(REPORT);
  });

  it.each(['', 'x', 'A'.repeat(43), '%', "' or 1=1 --", 'é😀'.repeat(500)])(
    'finds nothing by a token that is not known: %s',
    async (token) => {
      const { store, endTurn } = await open(START);
      await store.put(REPORT, 'c');
      await endTurn();
      expect(await store.get(token)).toBeUndefined();
    },
  );

  it('gives out no report whose time is over, and still those that are younger', async () => {
    const { store, endTurn, setTime } = await open(START);
    const old = await store.put(REPORT, 'c');
    await endTurn();
    setTime(START + REPORT_LASTS_MS - 1);
    const young = await store.put(REPORT, 'c');
    await endTurn();
    expect(await store.get(old.token)).toEqual(REPORT);
    setTime(START + REPORT_LASTS_MS);
    expect(await store.get(old.token)).toBeUndefined();
    await store.forgetExpired();
    expect(await store.get(young.token)).toEqual(REPORT);
  });
}
