import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '../bot/compose.js';
import { understandTyped } from '../dialogs/routing/understand.js';
import { refuseForeignHosts } from '../http/refuse-foreign-hosts.js';
import { describeProblem } from '../knowledge/articles/article.js';
import { RELOAD_SCRIPT, TRY_STYLE, type Tried, tryPage } from './try-page.js';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const LONGEST_QUESTION = 500;

/** A small server for this machine alone, with the page for trying questions of an app. */
export interface TryDoor {
  /** `http://localhost:3979` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens it on the port given, on a free one when that is taken.
 * @param website where the help centre and the widget of the app are
 */
export async function openTryDoor(
  { knowledgeService: service, locales }: Pick<App, 'knowledgeService' | 'locales'>,
  port: number,
  website: string,
): Promise<TryDoor> {
  let seen = service.knowledge;
  let version = 0;
  const attempt = (question: string, language: string): Tried => {
    const understanding = understandTyped(service.understanding);
    return {
      question,
      language,
      detected: understanding.language(question, language).language,
      verdict: understanding.verdict(question, language),
      titleOf: (intent) => service.library.titleOf(intent, language),
      articleOf: (intent) => service.library.find(intent, language),
    };
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://door.invalid');
    if (pathname === '/reload.js') return say(response, 'text/javascript', RELOAD_SCRIPT);
    if (pathname === '/try.css') return say(response, 'text/css', TRY_STYLE);
    if (pathname === '/version') {
      if (seen !== service.knowledge) version++;
      seen = service.knowledge;
      return say(response, 'text/plain', String(version));
    }
    if (pathname !== '/') return say(response, 'text/plain', 'Not found', 404);
    const question = (searchParams.get('q') ?? '').trim().slice(0, LONGEST_QUESTION);
    const wished = searchParams.get('lng') ?? '';
    const language = locales.languages.includes(wished) ? wished : (locales.languages[0] ?? 'en');
    const { articles, problems } = service.knowledge;
    const page = tryPage({
      languages: locales.languages,
      problems: problems.map(describeProblem),
      articles: articles.size,
      website,
      tried: question ? attempt(question, language) : undefined,
    });
    say(response, 'text/html', page);
  });
  refuseForeignHosts(server, website);
  await listen(server, port).catch(() => listen(server, 0));
  // Listening on a port, a server has this kind of address.
  const address = server.address() as AddressInfo;
  return {
    url: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function say(response: ServerResponse, type: string, text: string, status = 200): void {
  // Not in a chain: restify, once it is loaded, has `writeHead` return nothing.
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
  });
  response.end(text);
}
