import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PRACTICE_ACCOUNTS } from './practice-keys.js';

const text = z.string().min(1);
const line = z.strictObject({ caption: text, ask: text });

/** `<lng>/practice.json` of a deployment. */
const practiceFile = z.strictObject({
  page: z.strictObject({
    ...{ title: text, notReal: text, choose: text, site: text, key: text, done: text, back: text },
    accounts: z.record(z.enum(PRACTICE_ACCOUNTS), text),
    ...{ triggers: text, agents: text, inboxes: text, fields: text, email: text, faults: text },
    ...{ on: text, off: text, incomplete: text, turnOn: text, turnOff: text },
    ...{ system: text, manual: text, everywhere: text },
    ...{ fullTime: text, partTime: text, makeFullTime: text, makePartTime: text },
    ...{ invited: text, expired: text, accept: text, inviteAgain: text },
    ...{ name: text, type: text, options: text, add: text, remove: text },
    ...{ noFault: text, apply: text, reset: text },
  }),
  tour: z.strictObject({
    ...{ title: text, page: text },
    /** Each question with the caption before it, in the order of the tour. */
    questions: z.strictObject({ typo: line, otherLanguage: line, outside: line }),
    check: line,
    ...{ fix: text, turnedOff: text, again: text, end: text, pause: text },
  }),
});
type PracticeFile = z.infer<typeof practiceFile>;

/** What the pages of the practice account say in one language. */
export type PageSentences = PracticeFile['page'];

/** What the practice account says, by language. */
export type PracticeSentences = ReadonlyMap<string, PracticeFile>;

/** The language that is spoken when another one is wished for. */
const FIRST = 'en';

/**
 * Reads `DIR/<lng>/practice.json` of every language that has one.
 * @throws when one is broken, or when the English one is missing: they come with the program
 */
export async function readPracticeSentences(folder: string): Promise<PracticeSentences> {
  const found = new Map<string, PracticeFile>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const json = await readFile(join(folder, entry.name, 'practice.json'), 'utf8').catch(() => undefined);
    if (json !== undefined) found.set(entry.name, practiceFile.parse(JSON.parse(json)));
  }
  inLanguage(found, FIRST);
  return found;
}

/** The language that is wished for (`fr`, `fr_FR.UTF-8`), English when it is none of ours, and what is said in it. */
export function inLanguage(
  sentences: PracticeSentences,
  wished: string | null | undefined,
): PracticeFile & { readonly language: string } {
  const short = wished?.slice(0, 2).toLowerCase() ?? '';
  const language = sentences.has(short) ? short : FIRST;
  const said = sentences.get(language);
  if (!said) throw new Error(`The practice account has no sentences: ${FIRST}/practice.json is missing.`);
  return { ...said, language };
}
