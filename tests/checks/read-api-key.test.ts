import { inspect } from 'node:util';
import { readApiKey } from '../../src/checks/read-api-key.js';
import { sealKey } from '../../src/checks/sealed-key.js';
import { PRACTICE_ACCOUNTS, practiceKey } from '../../src/simulator/practice-keys.js';

const KEY = practiceKey('not-ready');

describe('a pasted key', () => {
  test.each([
    KEY,
    `  ${KEY}\n`,
    `"${KEY}"`,
    `«${KEY}»`,
    `Bearer ${KEY}`,
    `Authorization: Bearer ${KEY}`,
    `API key: ${KEY}`,
    `key="${KEY}"`,
    `${KEY.slice(0, 40)}\n${KEY.slice(40)}`,
    `\u200b${KEY}\ufeff`,
  ])('is read through what clings to it (%#)', (pasted) => {
    const read = readApiKey(pasted);
    expect(read.kind === 'key' && read.key.reveal()).toBe(KEY);
  });

  test.each([practiceKey('legacy-key'), 'some-other-key-1234'])('of another look may be one: %s', (pasted) => {
    const read = readApiKey(pasted);
    expect(read.kind === 'key' && read.key.reveal()).toBe(pasted);
  });

  test.each([
    ['', 'empty'],
    ['  ""  ', 'empty'],
    ['olena@acme.example', 'email'],
    ['https://acme.teamwork.com/desk/myprofile/apikeys', 'address'],
    ['acme.teamwork.com', 'address'],
    ['I do not have one', 'several-words'],
    ['abc123', 'too-short'],
    ['clé-très-secrète-et-longue', 'not-a-key'],
    ['x'.repeat(600), 'not-a-key'],
    ['abc\u0000def-0123456789', 'not-a-key'],
  ])('%j is none: %s', (pasted, why) => {
    expect(readApiKey(pasted)).toEqual({ kind: 'invalid', why });
  });
});

test('a sealed key shows itself to nobody who does not ask for it', () => {
  const key = sealKey(KEY);
  expect(key.reveal()).toBe(KEY);
  for (const shown of [
    String(key),
    `${key}`,
    JSON.stringify({ key }),
    inspect(key),
    inspect({ deep: { key } }, { showHidden: true }),
  ]) {
    expect(shown).toContain('[key]');
    expect(shown).not.toContain(KEY);
  }
});

test('practice keys have the looks of real ones and say what they are', () => {
  for (const id of PRACTICE_ACCOUNTS) {
    const key = practiceKey(id);
    if (id === 'legacy-key') expect(key).toMatch(/^practice[A-Za-z0-9]{42}$/);
    else {
      expect(key).toMatch(/^tkn\.v1_[A-Za-z0-9+/=]{72}$/);
      expect(Buffer.from(key.slice(7), 'base64').toString()).toMatch(new RegExp(`^practice-${id}-opens-nothing-real-`));
    }
  }
});
