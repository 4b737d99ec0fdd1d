import { backoffId, createRateBackoff, isSpent, secondsToWait } from '../../../src/checks/http/rate-backoff.js';
import { REQUEST_LIMITS } from '../../../src/checks/http/request-limits.js';

const NOW = Date.parse('2026-11-23T10:42:00.000Z');
const EPOCH = NOW / 1000;

describe('how long an answer asks us to wait', () => {
  test.each([
    ['the length of the window', { 'x-rate-limit-reset': '60' }, 60],
    ['the end of the window, in epoch seconds', { 'x-rate-limit-reset': String(EPOCH + 17) }, 17],
    ['Retry-After before it', { 'retry-after': '5', 'x-rate-limit-reset': '60' }, 5],
    ['Retry-After as a date', { 'retry-after': 'Mon, 23 Nov 2026 10:42:30 GMT' }, 30],
    ['the window when nothing is said', {}, 60],
    ['the window when nonsense is said', { 'retry-after': 'soon', 'x-rate-limit-reset': 'later' }, 60],
    ['at least a second', { 'x-rate-limit-reset': '0' }, 1],
    ['at least a second when the time is past', { 'x-rate-limit-reset': String(EPOCH - 5) }, 1],
    ['no longer than we believe', { 'retry-after': '999999' }, 900],
    ['whole seconds', { 'retry-after': '1.2' }, 2],
  ])('%s', (_, headers, seconds) => {
    expect(secondsToWait(headers, NOW, REQUEST_LIMITS)).toBe(seconds);
  });
});

test('a window is spent when nothing remains', () => {
  expect(isSpent({ 'x-rate-limit-remaining': '0' })).toBe(true);
  expect(isSpent({ 'x-rate-limit-remaining': '-3' })).toBe(true);
  for (const remaining of ['1', '119', '', 'many'])
    expect(isSpent({ 'x-rate-limit-remaining': remaining })).toBe(false);
  expect(isSpent({})).toBe(false);
});

test('a backoff holds one key for the time told, and forgets', () => {
  let now = NOW;
  const backoff = createRateBackoff(() => now);
  backoff.block('a', 10);
  expect([backoff.secondsLeft('a'), backoff.secondsLeft('b')]).toEqual([10, 0]);
  now += 9_500;
  expect(backoff.secondsLeft('a')).toBe(1);
  now += 500;
  expect(backoff.secondsLeft('a')).toBe(0);
});

test('of answers that come together, in any order, the later end counts', () => {
  const backoff = createRateBackoff(() => NOW);
  for (const seconds of [10, 60, 3]) backoff.block('a', seconds);
  expect(backoff.secondsLeft('a')).toBe(60);
});

test('a backoff knows a key by a name that does not give it away', () => {
  expect(backoffId('https://acme.teamwork.com', 'secret')).not.toContain('secret');
  expect(backoffId('https://acme.teamwork.com', 'secret')).not.toBe(backoffId('https://other.teamwork.com', 'secret'));
});
