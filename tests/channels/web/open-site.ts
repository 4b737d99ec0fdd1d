import { z } from 'zod';
import type { App } from '../../../src/bot/compose';
import type { Config } from '../../../src/bot/config';
import type { Log } from '../../../src/bot/log';
import { createServer, type PasserelleServer } from '../../../src/bot/server';
import { WEB_LIMITS, type WebLimits } from '../../../src/bot/website/open-website';
import type { World } from '../../../src/bot/world';
import { openTestApp } from '../../converse';

export const SECRET = 'a-secret-of-many-signs';

export interface Site {
  readonly app: App;
  readonly server: PasserelleServer;
  readonly base: string;
  readonly domain: string;
  /** A call with an origin (our own unless told) and, with a token, as its holder. */
  call(path: string, options?: CallOptions): Promise<Called>;
  token(): Promise<Token>;
  /** Resolves with what the conversation holds once it satisfies. */
  until(token: Token, isEnough: (activities: readonly Said[]) => boolean): Promise<readonly Said[]>;
}

interface CallOptions {
  readonly method?: string;
  readonly token?: string;
  readonly origin?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Said {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly value?: unknown;
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly from: { readonly id: string; readonly role?: string };
}

const tokenSchema = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.number(),
  userId: z.string(),
});
export type Token = Readonly<z.infer<typeof tokenSchema>>;

/** @throws when a token was refused */
export const readToken = (body: unknown): Token => tokenSchema.parse(body);

interface Called {
  readonly status: number;
  readonly headers: Headers;
  // What a test reads of an answer it says itself.
  readonly body: Readonly<Record<string, unknown>> & {
    readonly error?: { readonly code: string; readonly message: string };
  };
}

interface SiteOptions {
  readonly limits?: WebLimits;
  readonly world?: Partial<World>;
  readonly log?: Log;
  /** A free one unless told. */
  readonly port?: number;
}

/** A app on a port, with a secret for tokens. */
export async function openSite(
  config: Partial<Config> = {},
  { limits = WEB_LIMITS, world = {}, log, port = 0 }: SiteOptions = {},
): Promise<Site> {
  const app = await openTestApp({ webSecret: SECRET, ...config }, world, log);
  const server = createServer(app, { limits });
  const base = `http://127.0.0.1:${await server.listen(port)}`;
  const domain = `${base}/v3/directline`;
  const call: Site['call'] = async (path, { method, token, origin = base, body, headers = {} } = {}) => {
    const response = await fetch(`${base}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(origin === null ? {} : { origin }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : { text },
    };
  };
  return {
    app,
    server,
    base,
    domain,
    call,
    async token() {
      const { body } = await call('/widget/token', { body: {} });
      return readToken(body);
    },
    async until({ conversationId, token }, isEnough) {
      for (let tries = 0; ; tries++) {
        const response = await fetch(`${domain}/conversations/${conversationId}/activities`, {
          headers: { authorization: `Bearer ${token}` },
        });
        const { activities }: { activities: Said[] } = JSON.parse(await response.text());
        if (isEnough(activities)) return activities;
        if (tries > 200) throw new Error(`Never enough: ${JSON.stringify(activities).slice(0, 2000)}`);
        await new Promise((resolve) => setTimeout(resolve, 120));
      }
    },
  };
}

export const fromBot = (activities: readonly Said[]) => activities.filter(({ from }) => from.role === 'bot');
