import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorResponse, tooMany, type WebRequest, type WebResponse } from '../../channels/web/response.js';
import { BodyError } from '../../http/body-error.js';
import { isStorageFault } from '../../storage/is-storage-fault.js';
import type { App } from '../compose.js';
import { WIDGET_FOLDER } from '../config.js';
import { allowedMethods } from './allowed-methods.js';
import { answerPage } from './answer-page.js';
import { openPageDeps } from './open-page-deps.js';
import type { Website } from './open-website.js';
import { PICTURE_POLICY, pictureFile } from './picture-files.js';
import { readRequest } from './read-request.js';
import { send, sendable } from './send-response.js';
import { robots, sitemap } from './sitemap.js';
import { suggest } from './suggest.js';
import { widgetConfig } from './widget-config.js';
import { versionOf, widgetFiles } from './widget-files.js';

/** What a page elsewhere may send: Microsoft's client sends all four. */
const ALLOWED_HEADERS = 'authorization,content-type,x-ms-bot-agent,x-requested-with';
const DAY = '86400';
/** When a client may ask again that was told that nothing can be stored: seconds. */
const STORING_AGAIN = '10';
const JSON_TYPE = 'application/json; charset=utf-8';
/** The launcher keeps its address from build to build: asked for again every five minutes, cheaply by its tag. */
const FILE_CACHE = 'public, max-age=300, stale-while-revalidate=86400';
/** In the caller's language: a cache on the way keeps one answer for each. */
const SPOKEN = { 'cache-control': 'public, max-age=300', vary: 'Accept-Language' };
/** With its version in its address a file never changes. */
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** Answers a request that is for the website. @returns false when it is for somebody else */
export type AnswerWebsite = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * The pages, the widget's files, what programs read, and Direct Line's routes.
 * @param widgetFolder where the build put the widget
 */
export function answerWebsite(app: App, website: Website, widgetFolder = WIDGET_FOLDER): AnswerWebsite {
  const { config, log } = app;
  const deps = openPageDeps(app);
  const files = widgetFiles(widgetFolder, config.webChatFile);

  /** What programs read of the help centre. */
  const forPrograms = (path: string) => {
    if (path === '/sitemap.xml') return sendable('application/xml; charset=utf-8', Buffer.from(sitemap(deps)));
    return path === '/robots.txt' ? sendable('text/plain; charset=utf-8', Buffer.from(robots(deps))) : undefined;
  };

  const api = async (webRequest: WebRequest): Promise<WebResponse | undefined> => {
    const { path, query } = webRequest;
    if (path.startsWith('/v3/directline/')) return website.directLine(webRequest);
    if (path === '/widget/token') return website.widgetToken(webRequest);
    if (path === '/widget/config')
      return {
        status: 200,
        body: widgetConfig(app, deps.languageOf(query.get('lng'), webRequest.headers)),
        headers: SPOKEN,
      };
    if (path !== '/api/suggest') return undefined;
    const wait = website.searchWait(webRequest.address);
    if (wait > 0) return tooMany(wait);
    const found = suggest(deps, query.get('q') ?? '', deps.languageOf(query.get('lng'), webRequest.headers));
    return { status: 200, body: found, headers: SPOKEN };
  };

  const respond = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const webRequest = readRequest(request, url, config, website.origins);
    const cors = corsFor(webRequest, config.webSecret !== undefined);
    const allowed = allowedMethods(url.pathname);
    if (allowed && !allowed.includes(request.method ?? '')) {
      const { status, body } = errorResponse(405, 'BadArgument', 'No such method here');
      const json = sendable(JSON_TYPE, Buffer.from(JSON.stringify(body)));
      return send(request, response, json, { status, headers: { ...cors, allow: allowed.join(', ') } });
    }
    if (request.method === 'OPTIONS') {
      response.writeHead(204, cors);
      response.end();
      return;
    }
    const file = await files.find(url.pathname);
    if (file) {
      const cache = url.searchParams.get('v') === versionOf(file) ? FOR_GOOD : FILE_CACHE;
      // Anybody's page may load them, with CORS or without (`crossorigin`, `type="module"`): there is nothing secret in them.
      const headers = {
        'cache-control': cache,
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*',
      };
      return send(request, response, file, { headers });
    }
    const program = forPrograms(url.pathname);
    if (program) return send(request, response, program, { headers: { 'cache-control': FILE_CACHE } });
    const picture = await pictureFile(config.knowledgeFolder, url.pathname);
    if (picture) {
      const headers = {
        'cache-control': FILE_CACHE,
        'content-security-policy': PICTURE_POLICY,
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'cross-origin',
      };
      return send(request, response, picture, { headers });
    }
    const answered = await api(webRequest);
    if (answered) {
      const json = sendable(JSON_TYPE, Buffer.from(JSON.stringify(answered.body ?? null)));
      const vary = [answered.headers?.vary, cors.vary].filter(Boolean).join(', ');
      const headers = { ...answered.headers, ...cors, vary };
      return send(request, response, json, { status: answered.status, headers });
    }
    const page = await answerPage(webRequest, app, deps, website, files);
    const html = sendable('text/html; charset=utf-8', Buffer.from(page.markup));
    const headers = {
      'content-security-policy': page.policy,
      'cache-control': 'private, max-age=60',
      'referrer-policy': 'strict-origin-when-cross-origin',
      vary: 'Accept-Language',
      ...page.headers,
    };
    return send(request, response, html, { status: page.status, headers });
  };

  return (request, response) => {
    const address = `http://x${request.url ?? '/'}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url === undefined || !isOurs(url.pathname)) return false;
    respond(request, response, url).catch((error: unknown) => {
      const isTheirs = error instanceof BodyError;
      if (!isTheirs) log.error({ event: 'website failed', error: String(error) });
      if (response.headersSent) return void response.destroy();
      const { status, body } = isTheirs
        ? errorResponse(error.status, error.code, error.message)
        : isStorageFault(error)
          ? errorResponse(503, 'ServiceUnavailable', 'Nothing can be stored at the moment. Try again later.')
          : errorResponse(500, 'ServiceError', 'Something went wrong here.');
      const origin = request.headers.origin;
      response.writeHead(status, {
        'content-type': JSON_TYPE,
        ...(status === 503 ? { 'retry-after': STORING_AGAIN } : {}),
        ...(isTheirs && error.isUnread ? { connection: 'close' } : {}),
        ...(origin && website.origins.isTrusted(origin, request.headers.host)
          ? { 'access-control-allow-origin': origin, vary: 'Origin' }
          : {}),
      });
      response.end(JSON.stringify(body));
    });
    return true;
  };
}

/** `/api/messages` is Bot Framework's. */
function isOurs(path: string): boolean {
  return (
    ['/', '/widget.js', '/api/suggest', '/sitemap.xml', '/robots.txt'].includes(path) ||
    /^\/(?:widget|articles|pictures|v3\/directline)\//.test(path)
  );
}

/** Pages of trusted sites may call; a token made with a secret names sites of its own, which only the call itself tells. */
function corsFor(
  { headers: { origin }, isTrustedOrigin, path, method }: WebRequest,
  hasSecret: boolean,
): Readonly<Record<string, string>> {
  const mayBeNamed = hasSecret && path.startsWith('/v3/directline/');
  if (origin === undefined || !(isTrustedOrigin || mayBeNamed)) return { vary: 'Origin' };
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'retry-after',
    vary: 'Origin',
    ...(method === 'OPTIONS'
      ? {
          'access-control-allow-methods': 'GET,POST',
          'access-control-allow-headers': ALLOWED_HEADERS,
          'access-control-max-age': DAY,
        }
      : {}),
  };
}
