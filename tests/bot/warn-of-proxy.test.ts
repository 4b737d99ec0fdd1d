import { warnOfProxy } from '../../src/bot/warn-of-proxy';
import { openGuarded } from '../http/open-guarded';

test('whoever runs it behind a proxy without saying so is told once, with the setting and without an address', async () => {
  const warned: object[] = [];
  const nothing = () => {};
  const log = { debug: nothing, info: nothing, error: nothing, warn: (fields: object) => void warned.push(fields) };
  const { get, close } = await openGuarded((http) => warnOfProxy(http, log));
  await get({});
  expect(warned).toEqual([]);
  for (const header of ['x-forwarded-for', 'forwarded'])
    expect(await get({ [header]: 'for=203.0.113.7' })).toEqual([200, '/']);
  close();
  expect(warned).toEqual([expect.objectContaining({ setting: 'TRUSTED_PROXIES' })]);
  expect(JSON.stringify(warned)).not.toContain('203.0.113');
});
