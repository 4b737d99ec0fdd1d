import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestLimits } from './request-limits.js';

/** Blocks that are remembered at most: one per key, a minute each. */
const MOST_BLOCKS = 10_000;

/**
 * Remembers which key must wait. Desk counts rejected requests too, so asking during a block prolongs it: while the
 * backoff lasts, nothing is sent.
 */
export interface RateBackoff {
  /** Whole seconds until this key may ask again; 0 when it may. */
  secondsLeft(id: string): number;
  /** Until then at least: a block never ends earlier than an answer has said. */
  block(id: string, seconds: number): void;
}

/**
 * Remembers for each id how long nothing may be asked.
 * @param now milliseconds that never go back
 */
export function createRateBackoff(now: () => number): RateBackoff {
  const until = new Map<string, number>();
  return {
    secondsLeft(id) {
      const left = Math.ceil(((until.get(id) ?? 0) - now()) / 1000);
      if (left <= 0) until.delete(id);
      return Math.max(0, left);
    },
    block(id, seconds) {
      if (until.size >= MOST_BLOCKS) until.clear();
      // Answers of requests that went out together come in any order: the later end counts.
      until.set(id, Math.max(until.get(id) ?? 0, now() + seconds * 1000));
    },
  };
}

/** Names a key in the backoff's memory without keeping it. */
export function backoffId(site: string, key: string): string {
  return createHash('sha256').update(`${site}\n${key}`).digest('base64url');
}

/** Epoch seconds have passed a billion since 2001; no window is that long. */
const EPOCH_FROM = 1_000_000_000;

/**
 * How long an answer asks us to wait, in whole seconds: Retry-After (seconds or a date) when there is one, else
 * X-Rate-Limit-Reset, which is read both ways (Teamwork documents epoch seconds, its open-source limiter sends the
 * length of the window), else the window's length.
 */
export function secondsToWait(headers: IncomingHttpHeaders, nowMs: number, limits: RequestLimits): number {
  const told = retryAfter(headers['retry-after'], nowMs) ?? reset(headers['x-rate-limit-reset'], nowMs);
  return Math.min(limits.longestBlockSeconds, Math.max(1, Math.ceil(told ?? limits.defaultBlockSeconds)));
}

/** The answer that came was the last one of the window. */
export function isSpent(headers: IncomingHttpHeaders): boolean {
  const remaining = headers['x-rate-limit-remaining'];
  return typeof remaining === 'string' && /^\s*-?\d+\s*$/.test(remaining) && Number(remaining) <= 0;
}

function retryAfter(value: string | undefined, nowMs: number): number | null {
  if (value === undefined || value.trim() === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : (date - nowMs) / 1000;
}

function reset(value: string | string[] | undefined, nowMs: number): number | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  const seconds = Number(value);
  if (!Number.isFinite(seconds)) return null;
  return seconds < EPOCH_FROM ? seconds : seconds - nowMs / 1000;
}
