import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { parse } from 'yaml';
import { plainText } from '../../src/channels/plain-text';
import { cutSecrets, SECRET_MARK } from '../../src/channels/secrets/cut-secrets';

type ByLanguage = Readonly<Record<'fr' | 'en' | 'de' | 'es', readonly string[]>>;
const table = parse(readFileSync(join(__dirname, 'secrets.yml'), 'utf8')) as {
  readonly cut: ByLanguage;
  readonly hidden: readonly string[];
  readonly stay: ByLanguage;
};
const INVISIBLE: Readonly<Record<string, string>> = { ZWSP: '\u200b', SHY: '\u00ad', NBSP: '\u00a0' };

const typed = (line: string) => line.replace(/\{(ZWSP|SHY|NBSP)\}/g, (_, name) => INVISIBLE[name] ?? '');
const sent = (line: string) => typed(line).replace(/[⟦⟧]/g, '');
const wanted = (line: string) => typed(line).replace(/⟦[^⟧]*⟧/g, SECRET_MARK);
const lines = (by: ByLanguage) =>
  Object.entries(by).flatMap(([language, of]) => of.map((line) => [language, line] as const));
/** As a turn reads a message. */
const read = (text: string) => cutSecrets(plainText({ text } as Partial<Activity>)).text;

test('the table is large, and has every language', () => {
  expect(lines(table.cut).length + table.hidden.length).toBeGreaterThanOrEqual(110);
  expect(lines(table.stay).length).toBeGreaterThanOrEqual(80);
  for (const by of [table.cut, table.stay]) expect(Object.keys(by)).toEqual(['fr', 'en', 'de', 'es']);
});

test.each(lines(table.cut))('%s: %j is cut, and nothing else', (_, line) => {
  expect(cutSecrets(sent(line)).text).toBe(wanted(line));
});

test.each(table.hidden)('%j is cut though it was encoded or masked', (line) => {
  const once = read(sent(line));
  expect(once).toMatch(new RegExp(`${SECRET_MARK}$`));
  expect(once).toBe(read(wanted(line)));
  expect(read(once)).toBe(once);
});

test.each(lines(table.stay))('%s: %j stays as it is', (_, line) => {
  expect(cutSecrets(sent(line))).toEqual({ text: sent(line), found: [] });
});
