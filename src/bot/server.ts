import type { Server } from 'node:http';
import type { Request, Response } from 'restify';
import { belowFolder } from '../http/below-folder.js';
import { limitConnections } from '../http/connection-limits.js';
import { ignoreOtherUpgrades } from '../http/ignore-other-upgrades.js';
import { listenHere } from '../http/listen-here.js';
import { openRestify } from '../http/open-restify.js';
import { refuseCodings } from '../http/refuse-codings.js';
import { refuseForeignHosts } from '../http/refuse-foreign-hosts.js';
import { refuseOddTargets } from '../http/refuse-odd-targets.js';
import { takeInTurn } from '../http/take-in-turn.js';
import { answerMessages } from './answer-messages.js';
import { answerReport } from './answer-report.js';
import type { App } from './compose.js';
import { WIDGET_FOLDER } from './config.js';
import { MAIL_PATH } from './handoff/answer-mail.js';
import { watchKnowledge } from './knowledge/watch-knowledge.js';
import { messagesDoor } from './messages-door.js';
import { mayReadMetrics } from './metrics.js';
import { openOperate } from './operate/open-operate.js';
import { runRegularly } from './outbox/run-regularly.js';
import { isPractice } from './practice-path.js';
import { publicFolder } from './public-folder.js';
import { readiness } from './readiness.js';
import { warnOfProxy } from './warn-of-proxy.js';
import { answerWebsite } from './website/answer-website.js';
import { openWebsite, type WebLimits, type Website } from './website/open-website.js';
import { widgetFiles } from './website/widget-files.js';

/** How long a stop waits for looks at accounts, and for turns in flight, in milliseconds; Docker kills after 10 s. */
export const STOPPING: Stopping = { readsMs: 3000, longestMs: 8000 };
/** How often the outbox is looked into, in milliseconds. */
const DELIVERING = 2000;

/** How often what several processes share is looked after, in milliseconds; what callers have spent of their limits; and which knowledge base each has. */
const [SHARING, COUNTING, COMPARING] = [2000, 1000, 10_000];
/** A post that has waited for so long, in milliseconds, while no process answers in its conversation was left by one that died. */
const ABANDONED = 10_000;

/** Open connections of one address; a browser opens six. */
const MOST_OF_ADDRESS = 1000;

/** What went wrong inside is for the log, not for whoever called. */
const INTERNAL_ERROR = { code: 'InternalError', message: 'Something went wrong here.' };

const GONE = { code: 'NotFound', message: 'This link is too old, or none of ours. Ask for a new one in the chat.' };
const UNAUTHORIZED = { code: 'Unauthorized', message: 'METRICS_TOKEN is expected as a bearer token.' };

/** The HTTP server with all its doors; it has the port from `listen` to `stop`. */
export interface PasserelleServer {
  /** Resolves with the port once it listens; rejects when the port is taken. */
  listen(port: number): Promise<number>;
  /** Takes no new request, lets turns in flight finish, closes the storage. */
  stop(): Promise<void>;
}

interface Stopping {
  readonly readsMs: number;
  readonly longestMs: number;
}

interface ServerOptions {
  readonly stopping?: Stopping;
  readonly limits?: WebLimits;
  /** Where the built widget lies. */
  readonly widgetFolder?: string;
}

/** The HTTP side: messages from Bot Framework channels, and two pages for whoever watches over the process; reports and the practice account. */
export function createServer(
  app: App,
  { limits, widgetFolder, stopping = STOPPING }: ServerOptions = {},
): PasserelleServer {
  const { config, practice, log } = app;
  const folder = publicFolder(config.publicUrl);
  const server = openRestify('passerelle');
  const inFlight = new Set<Promise<void>>();
  let stopDelivering: () => Promise<unknown> = async () => {};
  let stopSharing: () => Promise<unknown> = async () => {};

  server.pre((_request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  if (practice) {
    // Before any body parser: the practice account reads bodies itself, the way Teamwork Desk does.
    server.pre((request, response, next) => {
      // Without `next` restify leaves the response to the listener.
      if (!isPractice(request.url)) next();
      else {
        // Its links have the folder that ours have, and it takes it off by itself.
        request.url = folder + request.url;
        practice.listener(request, response);
      }
    });
  }
  const { answerMail } = app;
  if (answerMail) {
    // Before any body parser: what is signed is the body as it came.
    server.pre((request, response, next) => {
      if (request.url !== MAIL_PATH || request.method !== 'POST') return next();
      answerMail(request, response).catch((error: unknown) => {
        log.error({ event: 'mail not taken', error: String(error) });
        response.writeHead(500, { 'content-length': 0 });
        response.end();
      });
    });
  }
  const website = openWebsite(app, limits);
  const answerSite = answerWebsite(app, website, widgetFolder);
  const answerOperators = openOperate(app, widgetFiles(widgetFolder ?? WIDGET_FOLDER));
  server.pre((request, response, next) => {
    if (!answerOperators?.(request, response) && !answerSite(request, response)) next();
  });
  const answer = answerMessages(app);
  // restify: an async handler takes two parameters and its rejection would leak the message; nothing rejects here.
  server.post('/api/messages', async (request: Request, response: Response) => {
    const turn = answer(request, response);
    inFlight.add(turn);
    await turn.finally(() => inFlight.delete(turn));
  });
  const get = (path: string, reply: (request: Request, response: Response) => Promise<void>) => {
    server.get(path, reply);
    server.head(path, reply);
  };
  const { metrics } = app;
  metrics?.watch({
    sockets: website.sockets,
    due: () => dueNow(app),
    handoffs: app.handoffs.report,
    connections: app.connections,
  });
  if (metrics)
    get('/metrics', async (request, response) => {
      if (!mayReadMetrics(request.header('authorization'), config.metricsToken ?? ''))
        return response.send(401, UNAUTHORIZED);
      response.setHeader('Content-Type', metrics.contentType);
      response.sendRaw(200, await metrics.read());
    });
  get('/healthz', async (_request, response) => {
    response.send(200, { status: 'alive' });
  });
  get('/readyz', async (_request, response) => {
    const { status, ...report } = await readiness(app);
    response.send(status === 'down' ? 503 : 200, { status, ...report });
  });
  get('/my-data/:token', async (request, response) => {
    try {
      const data = await app.myData.read(request.params.token);
      response.setHeader('Referrer-Policy', 'no-referrer');
      if (data === undefined) return response.send(404, GONE);
      response.setHeader('Content-Disposition', 'attachment; filename="my-data.json"');
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.sendRaw(200, data);
    } catch (error) {
      log.error({ event: 'data not read', error: String(error) });
      response.send(500, INTERNAL_ERROR);
    }
  });
  if (app.hasAccounts) {
    get('/reports/:token', async (request, response) => {
      try {
        await answerReport(app, request.params.token, request.header('accept-language'), response);
      } catch (error) {
        log.error({ event: 'report not read', error: String(error) });
        response.send(500, INTERNAL_ERROR);
      }
    });
  }
  server.on('restifyError', (_request, _response, error: { body?: unknown; statusCode?: number }, done: () => void) => {
    if ((error.statusCode ?? 500) >= 500) error.body = INTERNAL_ERROR;
    done();
  });

  const http: Server = server.server;
  const isHereOnly = config.host === undefined && messagesDoor(config) === 'this-machine';
  if (config.proxies === 0) warnOfProxy(http, log);
  if (isHereOnly) refuseForeignHosts(http, config.publicUrl);
  refuseOddTargets(http);
  refuseCodings(http);
  belowFolder(http, folder);
  takeInTurn(http);
  limitConnections(http, {
    keepAliveSeconds: config.keepAliveSeconds,
    mostOfAddress: config.proxies === 0 ? MOST_OF_ADDRESS : undefined,
    log,
    clock: app.clock,
  });
  let stopWatching = () => {};
  let stopHere = () => {};
  http.on('upgrade', (request, socket, head) => {
    website.upgrade(request, socket, head).catch((error: unknown) => {
      log.error({ event: 'socket not opened', error: String(error) });
      socket.destroy();
    });
  });
  ignoreOtherUpgrades(http);
  return {
    async listen(port) {
      // Before anybody can post again: what was posted first is answered first.
      await website.conversations
        .resume(app.shared ? ABANDONED : undefined)
        .catch((error: unknown) => log.error({ event: 'not resumed', error: String(error) }));
      stopWatching = await watchKnowledge(app);
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        const listening = async () => {
          server.off('error', reject);
          // Such as no file left for the next connection: those that are open go on.
          server.on('error', (error: NodeJS.ErrnoException) =>
            log.error({ event: 'connection not taken', code: error.code }),
          );
          const address = server.address();
          const taken = address && typeof address === 'object' ? address.port : port;
          if (isHereOnly) stopHere = await listenHere(http, taken);
          const stops = [
            { what: 'outbox', run: app.deliverDue, every: DELIVERING },
            ...app.handoffs.recurring,
            ...app.recurring,
          ].map(({ what, run, every }) =>
            runRegularly(run, every, (error) => log.error({ event: `${what} not read`, error: String(error) })),
          );
          stopDelivering = () => Promise.all(stops.map((stop) => stop()));
          if (app.shared) stopSharing = shareRegularly(app, app.shared, website);
          resolve(taken);
        };
        const host = isHereOnly ? '127.0.0.1' : config.host;
        if (host === undefined) server.listen(port, () => void listening());
        else server.listen(port, host, () => void listening());
      });
    },
    async stop() {
      stopWatching();
      stopHere();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      http.closeIdleConnections();
      const late = new Promise<void>((resolve) => setTimeout(resolve, stopping.longestMs).unref());
      const patience = setTimeout(app.stopReads, stopping.readsMs);
      await Promise.race([
        Promise.allSettled([...inFlight, stopDelivering(), website.close()]).then(() => stopSharing()),
        late,
      ]);
      clearTimeout(patience);
      http.closeAllConnections();
      await closed;
      await app.close();
    },
  };
}

async function dueNow({ overdue, now }: Pick<App, 'overdue' | 'now'>) {
  const { count, oldest } = await overdue();
  return { count, oldestSeconds: oldest === undefined ? 0 : (now().getTime() - Date.parse(oldest)) / 1000 };
}

/** @returns stops all of it */
function shareRegularly({ log }: Pick<App, 'log'>, shared: NonNullable<App['shared']>, website: Website) {
  const stops = [
    { run: lookAfterShared(shared, website), every: SHARING },
    { run: shared.exchangeLimits, every: COUNTING },
    { run: shared.compare, every: COMPARING },
  ].map(({ run, every }) =>
    runRegularly(run, every, (error) => log.error({ event: 'sharing failed', error: String(error) })),
  );
  return () => Promise.all(stops.map((stop) => stop()));
}

/** Keeps the turns that go on here, answers what a process that died has left, and looks for what it was not told. */
function lookAfterShared({ renew, notices }: NonNullable<App['shared']>, website: Website) {
  return async () => {
    await renew();
    if (!notices.isUp()) website.wakeAll();
    await website.conversations.resume(ABANDONED);
  };
}
