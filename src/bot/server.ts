import type { Server } from 'node:http';
import restify from 'restify';
import { answerReport } from './answer-report.js';
import type { House } from './compose.js';
import { isPractice } from './practice-path.js';
import { readiness } from './readiness.js';
import { runRegularly } from './run-regularly.js';
import { watchKnowledge } from './watch-knowledge.js';
import { answerWebsite } from './website/answer-website.js';
import { openWebsite, type WebLimits } from './website/open-website.js';

/** The largest request body, in bytes: a Teams message is at most 100 KB, HTML copy included. */
const LARGEST_BODY = 256 * 1024;
/** How long a stop waits for turns in flight, in milliseconds; orchestrators kill after 30 s. */
const LONGEST_STOP = 20_000;
/** How often the outbox is looked into, in milliseconds. */
const DELIVERING = 2000;

/** What went wrong inside is for the log, not for whoever called. */
const INTERNAL_ERROR = { code: 'InternalError', message: 'Something went wrong here.' };

export interface PasserelleServer {
  /** Resolves with the port once it listens; rejects when the port is taken. */
  listen(port: number): Promise<number>;
  /** Takes no new request, lets turns in flight finish, closes the storage. */
  stop(): Promise<void>;
}

interface ServerOptions {
  readonly limits?: WebLimits;
  /** Where the built widget lies. */
  readonly widgetFolder?: string;
}

/** The HTTP side: messages from Bot Framework channels, and two pages for whoever watches over the process; reports and the practice account. */
export function createServer(house: House, { limits, widgetFolder }: ServerOptions = {}): PasserelleServer {
  const { adapter, logic, practice, reports, log } = house;
  const server = restify.createServer({ name: 'passerelle', handleUncaughtExceptions: false });
  const inFlight = new Set<Promise<void>>();
  let stopDelivering = async () => {};

  server.pre((_request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  if (practice) {
    // Before any body parser: the practice account reads bodies itself, the way Teamwork Desk does.
    server.pre((request, response, next) => {
      // Without `next` restify leaves the response to the listener.
      if (isPractice(request.url)) practice.listener(request, response);
      else next();
    });
  }
  const website = openWebsite(house, limits);
  const answerSite = answerWebsite(house, website, widgetFolder);
  server.pre((request, response, next) => {
    if (!answerSite(request, response)) next();
  });
  const bodies = restify.plugins.bodyParser({
    mapParams: false,
    maxBodySize: LARGEST_BODY,
    rejectUnknown: true,
    requestBodyOnGet: false,
  });

  // restify: an async handler takes two parameters and its rejection would leak the message; nothing rejects here.
  server.post('/api/messages', ...bodies, async (request: restify.Request, response: restify.Response) => {
    const turn = adapter.handle(request, response, logic);
    inFlight.add(turn);
    await turn.finally(() => inFlight.delete(turn));
  });
  server.get('/healthz', async (_request: restify.Request, response: restify.Response) => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
    const { status, ...report } = await readiness(house);
    response.send(status === 'down' ? 503 : 200, { status, ...report });
  });
  server.get('/reports/:token', async (request: restify.Request, response: restify.Response) => {
    try {
      await answerReport(reports, request.params.token, request.header('accept-language'), response);
    } catch (error) {
      log.error({ event: 'report not read', error: String(error) });
      response.send(500, INTERNAL_ERROR);
    }
  });
  server.on('restifyError', (_request, _response, error: { body?: unknown; statusCode?: number }, done: () => void) => {
    if ((error.statusCode ?? 500) >= 500) error.body = INTERNAL_ERROR;
    done();
  });

  const http: Server = server.server;
  let stopWatching = () => {};
  http.on('upgrade', (request, socket, head) => {
    website.upgrade(request, socket, head).catch((error: unknown) => {
      log.error({ event: 'socket not opened', error: String(error) });
      socket.destroy();
    });
  });
  return {
    async listen(port) {
      // Before anybody can post again: what was posted first is answered first.
      await website.conversations
        .resume()
        .catch((error: unknown) => log.error({ event: 'not resumed', error: String(error) }));
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, () => {
          const address = server.address();
          stopWatching = watchKnowledge(house);
          stopDelivering = runRegularly(house.deliverDue, DELIVERING, (error) =>
            log.error({ event: 'outbox not read', error: String(error) }),
          );
          resolve(address && typeof address === 'object' ? address.port : port);
        });
      });
    },
    async stop() {
      stopWatching();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      http.closeIdleConnections();
      const late = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_STOP).unref());
      await Promise.race([Promise.allSettled([...inFlight, stopDelivering(), website.close()]), late]);
      http.closeAllConnections();
      await closed;
      await house.close();
    },
  };
}
