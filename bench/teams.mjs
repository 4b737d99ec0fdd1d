// Teams at work: recorded activities, signed by an issuer of our own, against the built server over HTTP. How long until
// an invoke is answered (at most a second), until a message shows that we are typing (at most half a second), and until
// the search extension answers out of 50,000 generated articles. `npm run build` first; then `node bench/teams.mjs`.
// The client, with the issuer and Teams' side of the conversations, is a process of its own.
import { fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import jwt from 'jsonwebtoken';
import { generateArticles } from './understanding/generated-articles.mjs';

const ARTICLES = Number(process.env.ARTICLES ?? 50_000);
const SEARCHES = Number(process.env.SEARCHES ?? 400);
const INVOKES = Number(process.env.INVOKES ?? 1000);
const MESSAGES = Number(process.env.MESSAGES ?? 300);
const AT_ONCE = Number(process.env.AT_ONCE ?? 8);
/** How long a turn's words may still come after the last message was taken, in milliseconds. */
const LATE = 10_000;
const APP = '11111111-2222-3333-4444-555555555555';
const ISSUER = 'https://api.botframework.com';

const payloads = new URL('../tests/payloads/teams/', import.meta.url);
const recorded = readdirSync(payloads).map(
  (name) => JSON.parse(readFileSync(new URL(name, payloads), 'utf8')).activity,
);
const listening = (server) => new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));

/** Runs `work(i)` for each i, some at once; resolves with what each took in milliseconds. */
async function timed(count, work) {
  const took = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < count) {
        const i = next++;
        const before = performance.now();
        await work(i);
        took.push(performance.now() - before);
      }
    }),
  );
  return took;
}

async function client() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = {
    ...publicKey.export({ format: 'jwk' }),
    kid: 'k1',
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams'],
  };
  const issuer = createHttpServer((request, response) => {
    const metadata = {
      issuer: ISSUER,
      jwks_uri: `http://${request.headers.host}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [key] } : metadata));
  });
  /** When each conversation first saw a typing signal and a message. */
  const heard = { typing: new Map(), message: new Map() };
  const teams = createHttpServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const { type } = JSON.parse(Buffer.concat(parts).toString() || '{}');
    const conversation = decodeURIComponent(/conversations\/([^/]+)/.exec(request.url)?.[1] ?? '');
    if (heard[type] && !heard[type].has(conversation)) heard[type].set(conversation, performance.now());
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"1"}');
  });
  const serviceUrl = `http://127.0.0.1:${await listening(teams)}/`;
  process.send({ metadata: `http://127.0.0.1:${await listening(issuer)}/openidconfiguration` });

  const options = { algorithm: 'RS256', keyid: 'k1', issuer: ISSUER, audience: APP, expiresIn: 3600 };
  const authorization = `Bearer ${jwt.sign({ serviceurl: serviceUrl }, privateKey, options)}`;
  const post = (port) => async (activity) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ ...activity, serviceUrl }),
    });
    await response.arrayBuffer();
    return response.status;
  };
  const own = (activity, i) => ({
    ...activity,
    id: `a-${i}`,
    conversation: { ...activity.conversation, id: `a:${i}` },
  });

  const works = {
    async invokes(send) {
      const all = recorded.filter(({ type }) => type === 'invoke');
      const statuses = {};
      const took = await timed(INVOKES, async (i) => {
        const status = await send(own(all[i % all.length], i));
        statuses[status] = (statuses[status] ?? 0) + 1;
      });
      return { took, statuses };
    },
    async messages(send) {
      const all = recorded.filter(({ type, text }) => type === 'message' && text);
      const began = new Map();
      await timed(MESSAGES, async (i) => {
        const activity = own(all[i % all.length], `m-${i}`);
        began.set(activity.conversation.id, performance.now());
        await send(activity);
      });
      const until = performance.now() + LATE;
      while (heard.message.size < began.size && performance.now() < until) await sleep(50);
      const since = (times) => [...times].flatMap(([id, at]) => (began.has(id) ? [at - began.get(id)] : []));
      return { typing: since(heard.typing), message: since(heard.message) };
    },
    async searches(send, { asked }) {
      const search = recorded.find(({ name }) => name === 'composeExtension/query');
      const query = (text) => ({ ...search.value, parameters: [{ name: 'query', value: text }] });
      return {
        took: await timed(asked.length, (i) => send({ ...own(search, i), locale: 'fr-FR', value: query(asked[i]) })),
      };
    },
  };
  process.on('disconnect', () => process.exit(1));
  process.on('message', async ({ work, port, ...more }) => process.send(await works[work](post(port), more)));
}

/** A knowledge base of generated articles, as files; and questions about them. */
function writeArticles(folder) {
  const { articles, asked } = generateArticles(ARTICLES, SEARCHES);
  mkdirSync(join(folder, 'fr', 'articles'), { recursive: true });
  for (const { id, title, body } of articles) {
    const head = `---\ntitle: "${title}"\nquestions:\n  - "${title} ?"\nupdated: 2026-11-22\n---\n`;
    writeFileSync(join(folder, 'fr', 'articles', `${id}.md`), `${head}${body}\n`);
  }
  return asked.map(({ text }) => text);
}

function row(name, times) {
  if (times.length === 0) return console.log(`${name.padEnd(34)} none`);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0).padStart(6);
  console.log(`${name.padEnd(34)}${String(times.length).padStart(6)} ${at(0.5)} ${at(0.99)} ${at(1)}`);
}

async function run() {
  const require = createRequire(import.meta.url);
  const { AppCredentials } = require('botframework-connector');
  const { compose } = require('../dist/bot/compose.js');
  const { readConfig } = require('../dist/bot/config.js');
  const { openLog } = require('../dist/bot/log.js');
  const { createServer } = require('../dist/bot/server.js');
  // What goes out is signed by nobody: the SDK would ask Microsoft for a token.
  AppCredentials.prototype.signRequest = async (request) => request;

  const child = fork(new URL(import.meta.url).pathname, ['client']);
  const told = () => new Promise((done) => child.once('message', done));
  const { metadata } = await told();
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  const serve = async (env) => {
    const config = readConfig({ DATA_DIR: ':memory:', ...env });
    const credentials = {
      MicrosoftAppId: APP,
      MicrosoftAppPassword: 'not-a-secret',
      MicrosoftAppType: 'MultiTenant',
      ValidateAuthority: 'false',
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: 'https://token.botframework.com/',
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      CallerId: '',
    };
    const server = createServer(await compose({ ...config, credentials }, openLog('silent')));
    return { port: await server.listen(0), stop: () => server.stop() };
  };
  const ask = async (work) => {
    const answer = told();
    child.send(work);
    return answer;
  };

  const shipped = await serve({});
  const { took, statuses } = await ask({ work: 'invokes', port: shipped.port });
  const { typing, message } = await ask({ work: 'messages', port: shipped.port });
  await shipped.stop();
  const asked = writeArticles(folder);
  const before = performance.now();
  const large = await serve({ KNOWLEDGE_DIR: folder });
  const opened = performance.now() - before;
  const searches = await ask({ work: 'searches', port: large.port, asked });
  await large.stop();

  console.log(`${AT_ONCE} at once, milliseconds${''.padEnd(13)}count    p50    p99    max`);
  row('invokes, recorded', took);
  row('messages until typing', typing);
  row('messages until the first words', message);
  row(`searches in ${ARTICLES} articles`, searches.took);
  console.log(
    `invokes by status: ${JSON.stringify(statuses)}; ${ARTICLES} articles opened in ${(opened / 1000).toFixed(0)} s`,
  );
  rmSync(folder, { recursive: true });
  child.kill();
  process.exit(Math.max(...took, ...searches.took) > 1000 || Math.max(0, ...typing) > 500 ? 1 : 0);
}

await (process.argv[2] === 'client' ? client() : run());
