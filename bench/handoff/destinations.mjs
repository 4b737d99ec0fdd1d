// Destinations that fail at random: before they take a case, and, worse, right after it.
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { practiceDesk } from '../../dist/simulator/practice-desk.js';
import { readPracticeSentences } from '../../dist/simulator/practice-sentences.js';

/** How often each of them refuses, breaks off before it has taken a case, breaks off after it, and hangs. */
const [REFUSES, BREAKS, LOSES, HANGS] = [0.15, 0.05, 0.1, 0.01];

const REFERENCE = /P-[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** What arrived: for each case how often, and under how many ids. */
function openShelf() {
  const arrived = new Map();
  return {
    arrived,
    take(text, id) {
      const reference = REFERENCE.exec(text)?.[0];
      const known = arrived.get(reference) ?? { times: 0, ids: new Set() };
      known.times++;
      known.ids.add(id);
      arrived.set(reference, known);
    },
  };
}

function draw(random) {
  const at = random();
  if (at < REFUSES) return 'refuses';
  if (at < REFUSES + BREAKS) return 'breaks';
  if (at < REFUSES + BREAKS + LOSES) return 'loses';
  return at < REFUSES + BREAKS + LOSES + HANGS ? 'hangs' : 'takes';
}

const listening = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

/** @param {() => number} random in [0, 1) per call */
export async function openWebhook(random) {
  const shelf = openShelf();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { type } = JSON.parse(body);
    const fate = type === 'case.probe' ? 'takes' : draw(random);
    if (type !== 'case.probe' && (fate === 'takes' || fate === 'loses'))
      shelf.take(body, request.headers['webhook-id']);
    if (fate === 'hangs') return;
    if (fate === 'breaks' || fate === 'loses') return request.socket.destroy();
    response.statusCode = fate === 'refuses' ? 500 : 204;
    response.end();
  });
  await listening(server);
  return { ...shelf, server, port: server.address().port };
}

/** @param {() => number} random in [0, 1) per call */
export async function openMail(random) {
  const shelf = openShelf();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (part) => {
        text += part;
      });
      stream.on('end', () => {
        const fate = draw(random);
        if (fate === 'takes' || fate === 'loses') shelf.take(text, /^Message-ID: (.*)$/im.exec(text)?.[1]);
        if (fate === 'hangs') return;
        if (fate === 'breaks' || fate === 'loses') {
          for (const connection of server.connections) if (connection.session === session) connection._socket.destroy();
        } else if (fate === 'refuses') done(Object.assign(new Error('not now'), { responseCode: 451 }));
        else done(null, 'taken');
      });
    },
  });
  server.on('error', () => {});
  await listening(server);
  return { ...shelf, server, port: server.server.address().port };
}

/** The simulator of Teamwork Desk, without its rate limit. @param {() => number} random in [0, 1) per call */
export async function openDesk(random) {
  const shelf = openShelf();
  const desk = practiceDesk({
    clock: Date.now,
    basePath: '/practice',
    rate: { limit: 1_000_000, windowMs: 60_000, resetAs: 'seconds' },
    sentences: await readPracticeSentences('deployments/teamwork-desk'),
    afterAnswer({ method, path, status }) {
      if (method !== 'POST' || !path.endsWith('/tickets.json') || status !== 200) return;
      const ticket = desk.account('ready').lists.tickets.at(-1);
      if (!ticket.subject.includes('P-TEST')) shelf.take(ticket.subject, ticket.id);
    },
  });
  const server = createServer((request, response) => {
    const fate = draw(random);
    if (fate === 'hangs') return;
    if (fate === 'breaks') return request.socket.destroy();
    if (fate === 'refuses') {
      response.statusCode = 500;
      return response.end('Sorry');
    }
    if (fate === 'loses') {
      // It is done, and nobody hears of it.
      response.writeHead = () => response;
      response.end = () => request.socket.destroy();
    }
    desk.listener(request, response);
  });
  await listening(server);
  return { ...shelf, server, port: server.address().port };
}
