import { randomBytes } from 'node:crypto';
import { sealKey } from '../../src/checks/sealed-key';
import { openDatabase } from '../../src/storage/open-database';
import { sealedKeyRing } from '../../src/storage/sealed-key-ring';
import { behavesLikeAKeyRing, KEY } from '../contracts/key-ring.contract';

const secret = randomBytes(32);
const lent = { site: 'https://acme.teamwork.com', host: 'acme.teamwork.com', isPractice: false, key: sealKey(KEY) };

describe('keys encrypted in the database', () => {
  behavesLikeAKeyRing(async (keptFor, now) => sealedKeyRing(await openDatabase(':memory:'), secret, keptFor, now));

  it('are given to another process with the same secret', async () => {
    const db = await openDatabase(':memory:');
    await sealedKeyRing(db, secret, 1000, () => 0).put('web|one', lent);
    const other = sealedKeyRing(db, secret, 1000, () => 0);
    expect((await other.get('web|one'))?.key.reveal()).toBe(KEY);
  });

  it('do not stand in the database in clear', async () => {
    const db = await openDatabase(':memory:');
    await sealedKeyRing(db, secret, 1000, () => 0).put('web|one', lent);
    const rows = await db.selectFrom('keys').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('tkn');
    expect(Buffer.from(rows[0]?.item ?? '', 'base64').includes('tkn')).toBe(false);
  });

  it('do not open with another secret, in another conversation, or when they were changed', async () => {
    const db = await openDatabase(':memory:');
    const ring = sealedKeyRing(db, secret, 1000, () => 0);
    await ring.put('web|one', lent);
    expect(await sealedKeyRing(db, randomBytes(32), 1000, () => 0).get('web|one')).toBeUndefined();
    await ring.put('web|one', lent);
    await db.updateTable('keys').set({ conversation: 'web|thief' }).execute();
    expect(await ring.get('web|thief')).toBeUndefined();
  });
});
