import { createServer as createHttpServer } from 'node:http';
import type { App } from '../../src/bot/compose';
import { type Config, WIDGET_FOLDER } from '../../src/bot/config';
import { openOperate } from '../../src/bot/operate/open-operate';
import { createServer, type PasserelleServer } from '../../src/bot/server';
import { widgetFiles } from '../../src/bot/website/widget-files';
import { freePort } from '../../src/commands/free-port';
import { openTestApp } from '../converse';

export const TOKEN = 'a-token-that-is-long-enough-for-tests-0123';

/** A browser of the team's: it keeps cookies and follows nothing by itself. */
export interface Desk {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** Sends the form of a page to this act, as a browser would: with what is hidden in it. */
  submit(page: string, act: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
  readonly cookies: Map<string, string>;
}

export interface TestOffice {
  readonly app: App;
  readonly base: string;
  desk(): Desk;
  close(): Promise<void>;
}

/** The whole server with its operators' page. */
export async function openTestOffice(
  settings: Partial<Config> = {},
  world: Parameters<typeof openTestApp>[1] = {},
): Promise<TestOffice> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const app = await openTestApp({ publicUrl: base, operators: { token: TOKEN }, proxies: 1, ...settings }, world);
  const server: PasserelleServer = createServer(app);
  await server.listen(port);
  return { app, base, desk: () => openDesk(base), close: () => server.stop() };
}

let desks = 0;

/** Another page of the same office, with other settings: it costs no second app. */
export async function openBeside(
  { app }: TestOffice,
  changes: Partial<Config>,
  now = app.now,
): Promise<Omit<TestOffice, 'app'>> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const config = { ...app.config, publicUrl: base, ...changes };
  const answer = openOperate({ ...app, config, now }, widgetFiles(WIDGET_FOLDER));
  const server = createHttpServer((request, response) => {
    if (answer?.(request, response)) return;
    response.statusCode = 404;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { base, desk: () => openDesk(base), close };
}

export function openDesk(base: string): Desk {
  // Each calls from an address of its own: what one did does not count for the next.
  const from = `203.0.113.${++desks % 250}`;
  const cookies = new Map<string, string>();
  const call = async (path: string, init: RequestInit) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      'accept-language': 'en',
      'x-forwarded-for': from,
      ...(cookie ? { cookie } : {}),
      ...init.headers,
    };
    const response = await fetch(base + path, { redirect: 'manual', ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      if (/Max-Age=0(?:;|$)/.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const get: Desk['get'] = (path, headers = {}) => call(path, { headers });
  const post: Desk['post'] = (path, fields, headers = {}) =>
    call(path, {
      method: 'POST',
      headers: { origin: base, ...headers },
      body: new URLSearchParams(fields),
    });
  return {
    cookies,
    get,
    post,
    async submit(page, act, fields = {}) {
      const markup = await (await get(page)).text();
      const form = markup.match(new RegExp(`<form[^>]*action="[^"]*/operate/${act}"[^]*?</form>`))?.[0] ?? '';
      if (form === '') throw new Error(`${page} has no form for ${act}`);
      const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
      return post(`/operate/${act}`, {
        ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
        ...fields,
      });
    },
  };
}

export async function signIn(desk: Desk): Promise<Desk> {
  await desk.post('/operate/sign-in', { secret: TOKEN });
  return desk;
}
