// Too many sockets, sockets that do not read, and sockets that are half open.
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { openChild, openConversation, say } from './open-child.mjs';

const range = (count) => Array.from({ length: count }, (_, i) => i);
const QUESTION = 'comment désactiver les déclencheurs ?';
const isAnswered = ({ status, body }) => status === 200 && body.activities.length > 0;

function openSocket(port, text = '') {
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  socket.on('error', () => {});
  return socket;
}

async function answered(base, name, count) {
  const answers = [];
  for (const i of range(count)) answers.push(await say(base, name, i, QUESTION));
  return `${answers.filter(isAnswered).length} of ${count} answered`;
}

/** 64 files, 200 connections: who is in is served, the rest is refused, and afterwards all is as before. */
export async function exhaustedFiles() {
  const child = await openChild({ files: 64 });
  const sockets = range(200).map(() => openSocket(child.port));
  await sleep(2000);
  const during = child.hasGone() ? 'the server ended' : 'the server lives';
  for (const socket of sockets) socket.destroy();
  await sleep(1000);
  const after = await answered(child.base, 'after', 10);
  const { code } = await child.stop();
  const isGood = during === 'the server lives' && after === '10 of 10 answered' && code === 0;
  return { isGood, told: `${during} under 200 connections; afterwards ${after}; exit code ${code}` };
}

/** 5,000 idle connections beside customers who ask. */
export async function idleSockets() {
  const child = await openChild();
  const before = child.memory();
  const sockets = [];
  for (const _ of range(50)) {
    sockets.push(...range(100).map(() => openSocket(child.port)));
    await sleep(50);
  }
  await sleep(1000);
  const open = sockets.filter(({ destroyed, readyState }) => !destroyed && readyState === 'open').length;
  const during = await answered(child.base, 'during', 20);
  const more = Math.round(child.memory() - before);
  for (const socket of sockets) socket.destroy();
  const { code, took } = await child.stop();
  const isGood = during === '20 of 20 answered' && code === 0;
  return { isGood, told: `${open} of 5000 held, ${during}, ${more} MB more; stop ${took} ms, code ${code}` };
}

/** Sixty sockets on the website's streams that never read, posted to for a while. */
export async function deafReaders() {
  const child = await openChild();
  const conversations = [];
  for (const n of range(60)) conversations.push(await openConversation(child.base, n));
  const sockets = conversations.map(({ streamUrl }) => {
    const socket = new WebSocket(streamUrl, { headers: { origin: child.base } });
    socket.on('error', () => {});
    socket.on('open', () => socket.pause());
    return socket;
  });
  await sleep(1000);
  const before = child.memory();
  const { ask } = await import('./open-child.mjs');
  for (const round of range(20))
    await Promise.all(
      conversations.map(({ id, token, address }) =>
        ask(child.base, `/v3/directline/conversations/${id}/activities`, {
          ...{ token, address },
          body: { type: 'message', text: QUESTION, channelData: { clientActivityID: `${round}` } },
        }),
      ),
    );
  const during = await answered(child.base, 'during', 20);
  const more = Math.round(child.memory() - before);
  const { code, took } = await child.stop();
  for (const socket of sockets) socket.terminate();
  const isGood = during === '20 of 20 answered' && code === 0 && took < 10_000;
  return { isGood, told: `1200 answers nobody reads, ${more} MB more; ${during}; stop ${took} ms, code ${code}` };
}

/** Requests of which half has come: the head, the body, an upgrade. */
export async function halfOpen() {
  const child = await openChild();
  const halves = [
    'GET /healthz HTTP/1.1\r\nHost: x\r\n',
    'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"type":',
    'POST /widget/token HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Length: 900\r\n\r\n{',
    'GET /v3/directline/conversations/x/stream HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n',
  ];
  const sockets = range(400).map((i) => openSocket(child.port, halves[i % halves.length]));
  await sleep(1500);
  const during = await answered(child.base, 'during', 20);
  const { code, took } = await child.stop();
  for (const socket of sockets) socket.destroy();
  const isGood = during === '20 of 20 answered' && code === 0 && took < 10_000;
  return { isGood, told: `400 half requests: ${during}; stop with them open ${took} ms, code ${code}` };
}
