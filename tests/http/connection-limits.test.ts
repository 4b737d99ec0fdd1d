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
