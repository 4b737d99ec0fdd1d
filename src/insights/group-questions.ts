import type { Unanswered } from './insights.js';

/** Questions that ask for the same in the words of one language. */
export interface QuestionGroup {
  readonly language: string;
  /** Ids of its questions, oldest first. */
  readonly ids: readonly number[];
  /** How it was asked most often. */
  readonly text: string;
  /** When it was asked last: ISO 8601, UTC. */
  readonly last: string;
  /** Why it was refused, and for which task: each with how many. */
  readonly refusals: ReadonlyMap<string, number>;
  readonly tasks: ReadonlyMap<string, number>;
}

export interface QuestionGroups {
  /** Adds questions to the groups; a question goes to the group that it is most like, or begins one. */
  add(questions: readonly Unanswered[]): void;
  /** Largest first, then newest. */
  list(): readonly QuestionGroup[];
}

/** Two questions are alike when they share so much of what they say: Jaccard's index of their terms, 0…1. */
const ALIKE = 0.5;
/** Groups that a question is compared with, those with its rarest terms first: a bound for what is said all the time. */
const MOST_COMPARED = 80;
/** Wordings of a group that are counted apart; later ones count with the rest. */
const MOST_WORDINGS = 200;

interface Group {
  readonly language: string;
  readonly ids: number[];
  text: string;
  /** How often it was asked in just these words; and in which others, as soon as there are any. */
  times: number;
  wordings: Map<string, number> | undefined;
  last: string;
  refusals: Counts;
  tasks: Counts;
}

/** How many of each. */
type Counts = ReadonlyMap<string, number>;
const NONE: Counts = new Map();

/**
 * Groups questions by likeness, as they come: the first of a group stands for it. What shares enough terms with a question
 * shares one of its rarest (the prefix filter of set-similarity joins: Chaudhuri et al., ICDE 2006), so that only groups
 * with one of those are compared.
 * @param termsOf what a text says: its terms, each once, in no particular order
 */
export function openQuestionGroups(termsOf: (text: string, language: string) => readonly string[]): QuestionGroups {
  const groups: Group[] = [];
  /** Group of what has been read already, by its words and by its terms. */
  const byText = new Map<string, Group>();
  const known = new Map<string, Group>();
  const numbers = new Map<string, number>();
  /** Places of groups in `groups`, by the number of a term of theirs. */
  const byTerm: number[][] = [];
  // Side by side, not in the groups: what is compared some million times has to be near.
  /** The terms of all groups, one group behind the other, each ascending; and where each group's begin. */
  const pool: number[] = [];
  const begins: number[] = [0];
  /** The question that a group was compared with last. */
  const seen: number[] = [];
  let compared = 0;

  /** One of something: most groups are of one question, and share these. */
  const ones = new Map<string, Counts>();
  const plusOne = (counts: Counts, key: string): Counts => {
    if (counts === NONE) {
      const one = ones.get(key) ?? new Map([[key, 1]]);
      ones.set(key, one);
      return one;
    }
    const own = counts.size === 1 ? new Map(counts) : (counts as Map<string, number>);
    return own.set(key, (own.get(key) ?? 0) + 1);
  };

  const numberOf = (term: string): number => {
    const held = numbers.get(term);
    if (held !== undefined) return held;
    numbers.set(term, byTerm.length);
    byTerm.push([]);
    return byTerm.length - 1;
  };

  const nearest = (terms: readonly number[]): Group | undefined => {
    const postings = terms.map((term) => byTerm[term] ?? []).sort((a, b) => a.length - b.length);
    const enough = terms.length - Math.ceil(ALIKE * terms.length) + 1;
    let best = -1;
    let most = 0;
    let left = MOST_COMPARED;
    compared++;
    for (const posting of postings.slice(0, enough)) {
      const end = Math.min(posting.length, left);
      left -= end;
      for (let at = 0; at < end; at++) {
        const place = posting[at] ?? 0;
        if (seen[place] === compared) continue;
        seen[place] = compared;
        const likeness = likenessOf(terms, pool, begins[place] ?? 0, begins[place + 1] ?? 0);
        if (likeness < ALIKE || likeness <= most) continue;
        best = place;
        most = likeness;
      }
    }
    return groups[best];
  };

  const begin = (language: string, terms: readonly number[], text: string): Group => {
    const group = { language, ids: [], text, times: 0, wordings: undefined, last: '', refusals: NONE, tasks: NONE };
    for (const term of terms) byTerm[term]?.push(groups.length);
    groups.push(group);
    pool.push(...terms);
    begins.push(pool.length);
    seen.push(0);
    return group;
  };

  const groupOf = ({ language, text }: Unanswered): Group => {
    const said = termsOf(text, language);
    // What says nothing that we know is like itself alone.
    const all = said.length > 0 ? said : [`"${text.trim().toLowerCase()}"`];
    const terms = all.map((term) => numberOf(`${language} ${term}`)).sort((a, b) => a - b);
    const key = terms.join();
    const group = known.get(key) ?? nearest(terms) ?? begin(language, terms, text);
    known.set(key, group);
    return group;
  };

  return {
    add(questions) {
      for (const question of questions) {
        const { id, at, language, text, refusal, task } = question;
        const words = `${language} ${text}`;
        const group = byText.get(words) ?? groupOf(question);
        byText.set(words, group);
        group.ids.push(id);
        if (at > group.last) group.last = at;
        countWording(group, text);
        group.refusals = plusOne(group.refusals, refusal ?? 'nothing-known');
        if (task !== undefined) group.tasks = plusOne(group.tasks, task);
      }
    },
    list: () =>
      groups
        .map(({ language, ids, text, last, refusals, tasks }) => ({ language, ids, text, last, refusals, tasks }))
        .sort((a, b) => b.ids.length - a.ids.length || (a.last < b.last ? 1 : -1)),
  };
}

/** What is asked most often stands for the group. */
function countWording(group: Group, text: string): void {
  if (text === group.text) {
    group.times++;
    return;
  }
  group.wordings ??= new Map();
  const { wordings } = group;
  if (wordings.size >= MOST_WORDINGS && !wordings.has(text)) return;
  const times = (wordings.get(text) ?? 0) + 1;
  wordings.set(text, times);
  if (times <= group.times) return;
  wordings.delete(text);
  wordings.set(group.text, group.times);
  group.text = text;
  group.times = times;
}

/** Jaccard's index of two ascending lists, what they share by all that is in either; the second is a part of a longer one. */
function likenessOf(a: readonly number[], pool: readonly number[], from: number, to: number): number {
  const length = to - from;
  if (Math.min(a.length, length) < ALIKE * Math.max(a.length, length)) return 0;
  let i = 0;
  let j = from;
  let shared = 0;
  while (i < a.length && j < to) {
    const x = a[i] ?? 0;
    const y = pool[j] ?? 0;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared / (a.length + length - shared);
}
