import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Config } from '../../src/bot/config';
import { createServer, type PasserelleServer } from '../../src/bot/server';
import { freePort } from '../../src/commands/free-port';
import { openTestApp } from '../converse';
import { openBrowser } from './browser';
import { type ChatFrame, openChat } from './chat-frame';

/** Pictures of every run, to look at: not kept in the repository. */
export const PICTURES = join(__dirname, '..', '..', 'coverage', 'pictures');

/** A customer's browser, as new as on its first day. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  picture(name: string): Promise<unknown>;
}

export interface OpenVisit extends Visit {
  readonly chat: ChatFrame;
}

export interface Visits {
  /** The server's address. */
  base(): string;
  /** A customer comes, to no page yet. */
  come(options?: BrowserContextOptions): Promise<Visit>;
  /** A customer comes to a page, opens the chat and is greeted. */
  open(options?: BrowserContextOptions, path?: string): Promise<OpenVisit>;
  /** Stops the server; with a data folder, `start` goes on from it. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** The real server with a browser before it, for the tests of one file; who came in a test leaves after it. */
export function openVisits(settings: Partial<Config> = {}): Visits {
  let port = 0;
  let server: PasserelleServer | undefined;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const base = () => `http://localhost:${port}`;

  const start = async () => {
    const app = await openTestApp({ publicUrl: base(), ...settings });
    server = createServer(app);
    await server.listen(port);
  };
  const stop = async () => {
    await server?.stop();
    server = undefined;
  };
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    port = await freePort();
    await start();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stop();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });

  const come: Visits['come'] = async (options = {}) => {
    const viewport = { width: 1100, height: 800 };
    const context = await browser.newContext({ locale: 'fr-FR', viewport, ...options });
    contexts.push(context);
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    return { context, page, picture: (name) => page.screenshot({ path: join(PICTURES, `${name}.png`) }) };
  };
  return {
    base,
    come,
    start,
    stop,
    async open(options = {}, path = '/widget/test?lng=fr') {
      const visit = await come(options);
      const chat = await openChat(visit.page, `${base()}${path}`);
      await chat.frame.locator('.choices button').first().waitFor();
      return { ...visit, chat };
    },
  };
}
