import type { Language } from '../intent.js';
import { type Accumulator, createAccumulator } from '../retrieval/accumulator.js';
import { grown } from '../retrieval/grow-array.js';
import { createKeyTable } from '../retrieval/key-table.js';
import { createPostings, type Postings, type PostingsDump } from '../retrieval/postings.js';
import { ranksOf } from '../retrieval/ranks-of.js';
import type { PageTerm } from './page-terms.js';

/** What a page consists of, each found apart from the others. Names: labels of links and navigation, examples. */
export const FIELDS = ['title', 'name', 'heading', 'lead', 'text'] as const;
export type Field = (typeof FIELDS)[number];

/** A passage as it is read: its heading, if it has one, and its text. Names and titles have no text. */
export interface PassageTerms {
  readonly heading: readonly PageTerm[];
  readonly text: readonly PageTerm[];
}

/** A page to be added. */
export interface PageParts {
  readonly intent: string;
  readonly language: Language;
  /** The title first, then the names. */
  readonly names: readonly (readonly PageTerm[])[];
  /** What stands before the first heading. */
  readonly lead: readonly PageTerm[];
  readonly sections: readonly PassageTerms[];
}

/** Articles by their fields and passages: one page per article and language. */
export interface PageStore {
  readonly postings: Postings;
  /** Number of a stem or family in any field, or -1 when no page has it. */
  find(key: number): number;
  /** Numbers of the same in each field. */
  inFields(id: number): readonly number[];
  /** Words of a field of a page, and on average. */
  lengthOf(page: number, field: number): number;
  meanLength(field: number): number;
  intentOf(page: number): string;
  languageOf(page: number): Language;
  rank(page: number): number;
  /** Numbers of the passages of a page: its title, its other names, its beginning and its sections. */
  passagesOf(page: number): { readonly title: number; readonly lead: number; readonly end: number };
  /** Words of a passage, its heading and its text. */
  passageLength(passage: number): number;
  /** The stems of a passage, each with its families after it: how often they are in its text, and whether in its heading. */
  eachTerm(passage: number, each: (id: number, times: number, inHeading: boolean, isFamily: boolean) => void): void;
  /** For adding up over pages. */
  readonly tallies: { readonly counted: Accumulator; readonly best: Accumulator; readonly sums: Accumulator };
  add(parts: PageParts): number;
  remove(page: number): void;
  /** Says whose a page is (after loading). */
  own(page: number, intent: string, language: Language): void;
  dump(): PagesDump;
}

/** The pages as they are saved. */
export interface PagesDump {
  readonly keys: Int32Array;
  readonly postings: PostingsDump;
  readonly passages: PostingsDump;
  /** For each page: the words of each field, then its first passage, its beginning's, and the one after its last. */
  readonly shape: Int32Array;
}

/** How often a term is in a passage, and what it is, in one byte. */
const IN_HEADING = 128;
const IS_FAMILY = 64;
const TIMES = 63;
const WIDTH = FIELDS.length + 3;

/** `order`: the pages that count now, in the order of their articles' ids. */
export function createPageStore(order: () => readonly number[], dumped?: PagesDump): PageStore {
  /** A stem or family takes a number for "in any field" and one for each field, one after the other. */
  const table = createKeyTable(1024, dumped?.keys);
  const postings = createPostings(dumped?.postings);
  const passages = createPostings(dumped?.passages);
  let shape: Int32Array = dumped?.shape.slice() ?? new Int32Array(WIDTH * 64);
  const totals = new Float64Array(FIELDS.length);
  const owners: { intent: string; language: Language }[] = [];
  const gone = new Set<number>(dumped?.postings.gone);
  let ranks: Int32Array | undefined;
  let closed = dumped ? dumped.passages.ends.length : 0;
  const step = FIELDS.length + 1;
  const at = (page: number, place: number) => shape[page * WIDTH + place] ?? 0;
  const count = (page: number, by: 1 | -1) => {
    for (const field of FIELDS.keys()) totals[field] = (totals[field] ?? 0) + by * at(page, field);
  };
  if (dumped) for (let page = 0; page < dumped.postings.ends.length; page++) if (!gone.has(page)) count(page, 1);

  const passage = (heading: readonly PageTerm[], text: readonly PageTerm[]) => {
    const counts = new Map<number, number>();
    const count = (key: number, flag: number, inHeading: boolean) => {
      const id = table.add(key);
      const held = counts.get(id) ?? flag;
      counts.set(id, inHeading ? held | IN_HEADING : (held & TIMES) < TIMES ? held + 1 : held);
    };
    for (const [terms, inHeading] of [[heading, true] as const, [text, false] as const])
      for (const { stem, families } of terms) {
        count(stem, 0, inHeading);
        for (const key of families) count(key, IS_FAMILY, inHeading);
      }
    for (const [id, times] of counts) passages.put(id, times);
    closed = passages.close() + 1;
    return closed - 1;
  };
  return {
    postings,
    find: (key) => {
      const id = table.find(key);
      return id >= 0 && postings.frequency(id * step) > 0 ? id : -1;
    },
    inFields: (id) => FIELDS.map((_, field) => id * step + 1 + field),
    lengthOf: at,
    meanLength: (field) => Math.max(1, (totals[field] ?? 0) / Math.max(1, postings.size)),
    intentOf: (page) => owners[page]?.intent ?? '',
    languageOf: (page) => owners[page]?.language ?? '',
    rank: (page) => {
      ranks ??= ranksOf(order(), owners.length);
      return ranks[page] ?? -1;
    },
    passagesOf: (page) => ({
      title: at(page, FIELDS.length),
      lead: at(page, FIELDS.length + 1),
      end: at(page, FIELDS.length + 2),
    }),
    passageLength: (number) => passages.entriesOf(number),
    eachTerm: (number, each) =>
      passages.each(number, (id, held) => each(id, held & TIMES, (held & IN_HEADING) !== 0, (held & IS_FAMILY) !== 0)),
    tallies: { counted: createAccumulator(), best: createAccumulator(), sums: createAccumulator() },
    add: ({ intent, language, names, lead, sections }) => {
      const fields: Record<Field, readonly PageTerm[]> = {
        title: names[0] ?? [],
        name: names.slice(1).flat(),
        heading: sections.flatMap(({ heading }) => heading),
        lead,
        text: sections.flatMap(({ text }) => text),
      };
      const any = new Set<number>();
      for (const [field, name] of FIELDS.entries()) {
        const counts = new Map<number, number>();
        for (const { stem, families } of fields[name])
          for (const key of [stem, ...families]) {
            const id = table.add(key);
            counts.set(id, (counts.get(id) ?? 0) + 1);
            any.add(id);
          }
        for (const [id, times] of counts) postings.put(id * step + 1 + field, times);
      }
      for (const id of any) postings.put(id * step, 1);
      const page = postings.close();
      if ((page + 1) * WIDTH > shape.length) shape = grown(shape, (page + 1) * WIDTH);
      for (const [field, name] of FIELDS.entries()) shape[page * WIDTH + field] = fields[name].length;
      const first = closed;
      for (const name of names) passage(name, []);
      const beginning = passage([], lead);
      for (const { heading, text } of sections) passage(heading, text);
      shape.set([first, beginning, closed], page * WIDTH + FIELDS.length);
      count(page, 1);
      owners[page] = { intent, language };
      ranks = undefined;
      return page;
    },
    remove: (page) => {
      if (gone.has(page)) return;
      gone.add(page);
      postings.remove(page);
      const { title, end } = { title: at(page, FIELDS.length), end: at(page, FIELDS.length + 2) };
      for (let number = title; number < end; number++) passages.remove(number);
      count(page, -1);
      ranks = undefined;
    },
    own: (page, intent, language) => {
      owners[page] = { intent, language };
    },
    dump: () => ({
      keys: table.keys(),
      postings: postings.dump(),
      passages: passages.dump(),
      shape: shape.slice(0, postings.dump().ends.length * WIDTH),
    }),
  };
}
