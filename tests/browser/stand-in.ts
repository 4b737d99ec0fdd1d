import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** What the scripted bot says to a text. */
export type Script = (text: string, posted: Record<string, unknown>) => readonly object[];

interface Logged {
  readonly id: string;
  readonly [name: string]: unknown;
}

export type StandIn = Awaited<ReturnType<typeof openStandIn>>;

const BUILT = join(__dirname, '..', '..', 'dist', 'widget');
const STRICT = "default-src 'none'; script-src 'self'; frame-src 'self'";

/**
 * A server that speaks the widget's protocol and says what a test wants said: replies that no article holds, a line
 * that breaks, refusals. The real server is tested in the other files.
 */
export async function openStandIn(script: Script, page = '') {
  const log: Logged[] = [];
  const sockets = new Set<WebSocket>();
  const knocking = new Set<Duplex>();
  const posted: Record<string, unknown>[] = [];
  const requests: string[] = [];
  let refusals = 0;
  let isDown = false;
  /** Of the one conversation that there is. */
  let name = 'c1';
  let upgrades: 'taken' | 'refused' | 'unanswered' = 'taken';
  let held: Promise<void> | undefined;

  const add = (activity: object) => {
    log.push({ id: `${name}|${log.length + 1}`, timestamp: new Date().toISOString(), ...activity });
    for (const socket of sockets) socket.send(JSON.stringify(since(log.length - 1)));
  };
  const say = (activity: object) => add({ type: 'message', from: { id: 'bot', role: 'bot' }, ...activity });
  const since = (from: number) => ({ activities: log.slice(from), watermark: String(log.length) });

  function take(activity: Record<string, unknown>): string {
    posted.push(activity);
    const { value: _value, ...echo } = activity;
    const data = activity.channelData as { clientActivityID: string };
    const known = log.find((each) => (each.channelData as typeof data)?.clientActivityID === data.clientActivityID);
    if (known) return known.id;
    add({ ...echo, from: { id: 'dl_customer', role: 'user' } });
    const { id } = log[log.length - 1] as Logged;
    for (const said of script(String(activity.text ?? ''), activity)) say(said);
    return id;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://x');
    requests.push(`${request.method} ${url.pathname}`);
    const json = (body: unknown, status = 200, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    const token = { conversationId: name, token: `t-${name}-${randomUUID()}`, expires_in: 1800 };
    const streamUrl = `ws://${request.headers.host}/stream?watermark=${url.searchParams.get('watermark') ?? 0}`;
    if (isDown) return json({}, 503);
    const file = { '/widget.js': 'widget.js', '/widget/chat.js': 'chat.js', '/widget/chat.css': 'chat.css' }[
      url.pathname
    ];
    if (file || url.pathname === '/widget/cards.js') {
      response.setHeader('content-type', file?.endsWith('css') ? 'text/css' : 'text/javascript');
      response.end(await readFile(join(BUILT, file ?? 'cards.js')));
    } else if (url.pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': STRICT });
      response.end(`<!DOCTYPE html><html lang="fr"><title>Shop</title><body><main><h1>Shop</h1>${page}</main>
        <script src="/widget.js" async></script>`);
    } else if (url.pathname === '/widget/chat') {
      const policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws:";
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
      response.end(
        '<!DOCTYPE html><title>Chat</title><link rel="stylesheet" href="/widget/chat.css"><body><script src="/widget/chat.js"></script>',
      );
    } else if (url.pathname === '/widget/config') {
      const language = url.searchParams.get('lng') ?? 'fr';
      // A language that we have no words in yet, to see how it would stand.
      const words = ['fr', 'en', 'de', 'es'].includes(language) ? language : 'fr';
      const { widget } = JSON.parse(await readFile(join(__dirname, '..', '..', 'locales', words, 'bot.json'), 'utf8'));
      json({ language, languages: ['fr', 'en', 'de', 'es'], words: widget, team: {}, suggestions: true });
    } else if (url.pathname === '/api/suggest') {
      json([
        { title: 'Désactiver les déclencheurs', article: 'triggers' },
        { title: 'Créer une clé API', article: 'api-key' },
      ]);
    } else if (url.pathname === '/widget/token') json({ ...token, userId: 'dl_customer' });
    else if (url.pathname.endsWith('/tokens/refresh')) json(token);
    else if (url.pathname.endsWith('/activities') && request.method === 'POST') {
      const chunks = await request.toArray();
      if (refusals > 0) {
        refusals--;
        return json({}, 429, { 'retry-after': '1' });
      }
      json({ id: take(JSON.parse(Buffer.concat(chunks).toString())) });
    } else if (url.pathname.endsWith('/activities')) {
      await held;
      json(since(Number(url.searchParams.get('watermark') ?? 0)));
    } else if (url.pathname.startsWith('/v3/directline/conversations')) {
      if (log.length === 0) for (const said of script('', {})) say(said);
      json({ ...token, streamUrl }, 201);
    } else json({}, 404);
  }

  const server = createServer((request, response) => void answer(request, response));
  const line = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    knocking.add(socket);
    socket.on('close', () => knocking.delete(socket));
    if (isDown) socket.destroy();
    else if (upgrades === 'refused')
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    else if (upgrades === 'taken')
      line.handleUpgrade(request, socket, head, (accepted) => {
        sockets.add(accepted);
        accepted.on('close', () => sockets.delete(accepted));
        const from = Number(new URL(request.url ?? '', 'http://x').searchParams.get('watermark'));
        accepted.send(JSON.stringify(since(from)));
        accepted.send('');
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    requests,
    say,
    cut: () => {
      for (const socket of sockets) socket.terminate();
    },
    down: (down: boolean) => {
      isDown = down;
      if (down) for (const socket of sockets) socket.terminate();
    },
    /** What a proxy does with sockets. */
    upgrade: (how: typeof upgrades) => {
      upgrades = how;
      for (const socket of sockets) socket.terminate();
    },
    /** What was said before is long in coming. @returns what lets it come */
    hold: () => {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    /** The next token is for another conversation; this one is over. */
    forget: () => {
      log.length = 0;
      name = `c${Number(name.slice(1)) + 1}`;
    },
    refuse: (times: number) => {
      refusals = times;
    },
    close: async () => {
      for (const socket of knocking) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
