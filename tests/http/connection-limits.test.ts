import { connect } from 'node:net';
import { openLog } from '../../src/bot/log';
import { limitConnections } from '../../src/http/connection-limits';
import { guardRequests } from '../../src/http/guard-requests';
import { openGuarded } from './open-guarded';

test('who asks for much and takes nothing of it is let go', async () => {
  let gone = () => {};
  const isGone = new Promise<void>((resolve) => {
    gone = resolve;
  });
  const { port, close } = await openGuarded((http) => {
    const clock = () => 0;
    limitConnections(http, {
      keepAliveSeconds: 60,
      mostOfAddress: undefined,
      longestStill: 200,
      log: openLog('silent'),
      clock,
    });
    guardRequests(http, (_request, response) => {
      response.once('close', gone);
      response.end(Buffer.alloc(64 * 1024 * 1024));
    });
  });
  const socket = connect(port, '127.0.0.1', () => socket.pause().write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
  socket.on('error', () => {});
  await isGone;
  socket.destroy();
  close();
});

test('a connection that is idle is kept as long as the setting says: longer than a load balancer keeps it', async () => {
  const { port, close } = await openGuarded((http) => {
    const rest = { mostOfAddress: undefined, log: openLog('silent'), clock: () => 0 };
    limitConnections(http, { keepAliveSeconds: 65, ...rest });
    guardRequests(http, (_request, response) => response.end());
  });
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  expect(headers.get('keep-alive')).toBe('timeout=65');
  close();
});
