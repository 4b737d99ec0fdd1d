import robotsParser from 'robots-parser';
import { type Door, USER_AGENT } from './open-door.js';

/** What a site lets programs read. */
export interface Robots {
  mayRead(url: string): boolean;
  /** Between two requests, in milliseconds. */
  readonly pause: number;
  readonly sitemaps: readonly string[];
}

/** A longer pause is a way to say no. */
const LONGEST_PAUSE = 30_000;

/** Reads `/robots.txt`. Without one everything may be read. */
export async function readRobots(door: Door, origin: string): Promise<Robots> {
  const address = `${origin}/robots.txt`;
  const fetched = await door.get(address);
  const robots = robotsParser(address, fetched.kind === 'answer' ? fetched.text : '');
  return {
    mayRead: (url) => robots.isAllowed(url, USER_AGENT) !== false,
    pause: Math.min(LONGEST_PAUSE, (robots.getCrawlDelay(USER_AGENT) ?? 0) * 1000),
    sitemaps: robots.getSitemaps(),
  };
}
