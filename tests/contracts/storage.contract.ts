import type { Storage } from 'botbuilder';

/**
 * What Bot Framework expects of a storage: its own suite (storageBaseTests.js of botbuilder-js), and what that suite
 * leaves out but a bot relies on.
 * @param open a storage with nothing in it
 * @param keeps what this storage does beyond the framework's own
 */
export function storageContract(
  open: () => Promise<Storage>,
  keeps: { readonly atomicBatches: boolean; readonly anyKey: boolean },
): void {
  const readOne = async (storage: Storage, key: string) => (await storage.read([key]))[key];

  test('an unknown key is not there, rather than a fault', async () => {
    expect(await (await open()).read(['unknown'])).toEqual({});
  });

  test('reading no keys finds nothing', async () => {
    expect(await (await open()).read([])).toEqual({});
  });

  test('writing nothing and deleting nothing is fine', async () => {
    const storage = await open();
    await storage.write({});
    await storage.delete([]);
    await storage.delete(['unknown']);
    expect(await storage.read(['unknown'])).toEqual({});
  });

  test('null instead of keys or changes is a ReferenceError', async () => {
    const storage = await open();
    const nothing = null as never;
    await expect(storage.read(nothing)).rejects.toMatchObject({ name: 'ReferenceError' });
    await expect(storage.write(nothing)).rejects.toMatchObject({ name: 'ReferenceError' });
  });

  test('what is written is read again, with an eTag', async () => {
    const storage = await open();
    await storage.write({ a: { n: 1, text: 'é😀\0"\\', list: [null, { x: true }], none: undefined } });
    expect(await readOne(storage, 'a')).toEqual({
      n: 1,
      text: 'é😀\0"\\',
      list: [null, { x: true }],
      eTag: expect.stringMatching(/./),
    });
  });

  test('what is read is a copy: changing it changes nothing stored', async () => {
    const storage = await open();
    const item = { list: [1] };
    await storage.write({ a: item });
    item.list.push(2);
    (await readOne(storage, 'a')).list.push(3);
    expect((await readOne(storage, 'a')).list).toEqual([1]);
  });

  test('only the keys that are asked for are read', async () => {
    const storage = await open();
    await storage.write({ a: { n: 1 }, b: { n: 2 }, c: { n: 3 } });
    expect(Object.keys(await storage.read(['a', 'c', 'd'])).sort()).toEqual(['a', 'c']);
  });

  test('a key may hold any sign', async () => {
    const storage = await open();
    const key = '!@#$%^&*()~/\\><,.?\';"`~ é😀%_';
    await storage.write({ [key]: { n: 1 } });
    expect(await storage.read([key])).toMatchObject({ [key]: { n: 1 } });
    await storage.delete([key]);
    expect(await storage.read([key])).toEqual({});
  });

  test('every write gives a new eTag', async () => {
    const storage = await open();
    await storage.write({ a: { n: 1 } });
    const first = await readOne(storage, 'a');
    await storage.write({ a: { n: 1 } });
    expect((await readOne(storage, 'a')).eTag).not.toBe(first.eTag);
  });

  test.each([
    ['without an eTag', {}],
    ['with eTag *', { eTag: '*' }],
  ])('%s the last writer wins', async (_, tag) => {
    const storage = await open();
    await storage.write({ a: { n: 1 } });
    await storage.write({ a: { n: 2, ...tag } });
    expect((await readOne(storage, 'a')).n).toBe(2);
  });

  test('with the eTag that was read, the change is made; with an older one it is refused', async () => {
    const storage = await open();
    await storage.write({ a: { n: 1 } });
    const old = await readOne(storage, 'a');
    await storage.write({ a: { ...old, n: 2 } });
    await expect(storage.write({ a: { ...old, n: 3 } })).rejects.toThrow('eTag conflict');
    expect((await readOne(storage, 'a')).n).toBe(2);
  });

  test('deleting takes away what is named and nothing else', async () => {
    const storage = await open();
    await storage.write({ a: { n: 1 }, b: { n: 2 } });
    await storage.delete(['a', 'unknown']);
    expect(await storage.read(['a', 'b'])).toEqual({ b: { n: 2, eTag: expect.anything() } });
  });

  test('a batch is written whole', async () => {
    const storage = await open();
    await storage.write({ a: { n: 1 }, b: { n: 2 } });
    const { a, b } = await storage.read(['a', 'b']);
    await storage.write({ a: { ...a, n: 10 }, b: { ...b, n: 20 }, c: { n: 30 } });
    const read = await storage.read(['a', 'b', 'c']);
    expect(
      Object.entries(read)
        .map(([key, { n }]) => `${key}${n}`)
        .sort(),
    ).toEqual(['a10', 'b20', 'c30']);
  });

  if (keeps.atomicBatches) {
    test('or not at all, when one of it is refused', async () => {
      const storage = await open();
      await storage.write({ b: { n: 1 } });
      await expect(storage.write({ a: { n: 1 }, b: { n: 2, eTag: 'older' }, c: { n: 3 } })).rejects.toThrow(
        'eTag conflict',
      );
      const read = await storage.read(['a', 'b', 'c']);
      expect(Object.entries(read).map(([key, { n }]) => `${key}${n}`)).toEqual(['b1']);
    });

    test('of many writers with one eTag, one wins', async () => {
      const storage = await open();
      await storage.write({ a: { n: 0 } });
      const read = await readOne(storage, 'a');
      const writes = await Promise.allSettled(
        Array.from({ length: 10 }, (_, i) => storage.write({ a: { ...read, n: i + 1 } })),
      );
      expect(writes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  }

  if (keeps.anyKey) {
    test.each(['constructor', '__proto__', 'toString'])('"%s" is a key like any other', async (key) => {
      const storage = await open();
      expect(Object.keys(await storage.read([key]))).toEqual([]);
      await storage.write(JSON.parse(`{"${key}": {"n": 1}}`));
      expect(Object.entries(await storage.read([key]))).toEqual([[key, { n: 1, eTag: expect.anything() }]]);
    });
  }
}
