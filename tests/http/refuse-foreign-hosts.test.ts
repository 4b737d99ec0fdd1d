import { refuseForeignHosts } from '../../src/http/refuse-foreign-hosts';
import { type Guarded, openGuarded } from './open-guarded';

let guarded: Guarded;
beforeAll(async () => {
  guarded = await openGuarded((http) => refuseForeignHosts(http, 'https://tunnel.example'));
});
afterAll(() => guarded.close());

test.each(['localhost', 'localhost:3978', '127.0.0.1:3978', '[::1]:3978', 'LOCALHOST', 'tunnel.example'])(
  'a page of this machine, or of the public address, is answered: %s',
  async (host) => {
    expect(await guarded.get({ host })).toEqual([200, '/']);
  },
);

test.each([
  'evil.example',
  'evil.example:3978',
  'localhost.evil.example',
  'tunnel.example.evil.example',
  '10.0.0.1',
  '[',
])('a page whose name leads to this machine, but is not ours, is not: %s', async (host) => {
  const [status, words] = await guarded.get({ host });
  expect([status, words]).toEqual([421, expect.stringContaining('PUBLIC_URL')]);
});
