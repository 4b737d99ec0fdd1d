/**
 * A local stand-in for the shop's API, for newcomers and for tests: `node examples/shop/simulator.mjs [port]`, 4010 without one.
 * Every order below belongs to luc@example.com; what it answers is told by its number. Nothing in it is real.
 */
import { createServer } from 'node:http';

const EMAIL = 'luc@example.com';
const TOKEN = process.env.CHECKS_SHOP_TOKEN ?? 'practice';
const DAY = 24 * 60 * 60 * 1000;
/** The day that it is there: tests stand still. */
const NOW = Date.parse(process.env.SHOP_NOW ?? '') || Date.now();
const ago = (days) => new Date(NOW - days * DAY).toISOString();

const subscription = (status, endsAt) => ({ subscription: { status, ...(endsAt && { endsAt }) } });
const parcel = (number, state, place, at) => ({ number, state, lastSeen: { place, at } });
const active = subscription('active', '2099-03-01T00:00:00Z');

const ORDERS = {
  1001: { order: active, parcels: [parcel('P-1', 'in_transit', 'Lyon', ago(1))] },
  1002: {
    order: subscription('ended', '2020-01-31T00:00:00Z'),
    parcels: [parcel('P-2', 'delivered', 'Paris', ago(90))],
  },
  1003: { order: subscription('past_due', '2099-03-01T00:00:00Z'), parcels: [parcel('P-3', 'held', 'Nantes', ago(2))] },
  1004: { order: subscription('paused', '2099-03-01T00:00:00Z'), parcels: [] },
  // Three parcels come on two pages.
  1005: {
    order: active,
    parcels: [
      parcel('P-4', 'delivered', 'Lille', ago(3)),
      parcel('P-5', 'delivered', 'Lille', ago(3)),
      parcel('P-6', 'in_transit', 'Metz', ago(9)),
    ],
  },
  // A state that no checks file names, a date that is missing, a parcel that tells nothing.
  1006: { order: subscription('being_migrated', '2099-03-01T00:00:00Z'), parcels: [{ number: 'P-7', lastSeen: {} }] },
  1007: { order: subscription('active'), parcels: [parcel('P-8', 'delivered', 'Brest', ago(4))] },
};

const FAULTS = {
  9401: [401, { message: 'unknown key' }],
  9403: [403, { message: 'not yours' }],
  9429: [429, { message: 'slow down' }, { 'retry-after': '40' }],
  9500: [500, '<h1>Internal error</h1>'],
  9200: [200, '<html>Please log in</html>'],
  9302: [302, '', { location: 'https://elsewhere.example/v1/orders/9302' }],
};

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://shop.invalid');
  const send = (status, body, headers = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const [, number = '', list] = /^\/v1\/orders\/(\d+)(\/parcels)?$/.exec(url.pathname) ?? [];
  if (request.method !== 'GET') return send(405, { message: 'GET only' });
  if (request.headers['x-api-key'] !== TOKEN) return send(401, { message: 'unknown key' });
  if (FAULTS[number]) return send(...FAULTS[number]);
  const found = ORDERS[number];
  if (!found || url.searchParams.get('email') !== EMAIL) return send(404, { message: 'no such order' });
  if (!list) return send(200, { number, ...found.order });
  const size = Number(url.searchParams.get('size') ?? 10);
  const page = Number(url.searchParams.get('page') ?? 1);
  send(200, { parcels: found.parcels.slice((page - 1) * size, page * size), total: found.parcels.length });
});

server.listen(Number(process.argv[2] ?? 4010), '127.0.0.1', () => {
  process.stdout.write(`The shop answers at http://localhost:${server.address().port}\n`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close(() => process.exit(0)));
