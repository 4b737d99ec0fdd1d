import type { Unanswered } from './insights.js';
import { openNumberList } from './number-list.js';

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
  /** Dissolves the groups of questions (ids) that have gone. @returns ids of what else was in them: to be added again */
  drop(gone: ReadonlySet<number>): readonly number[];
  /** Largest first, then newest. */
  list(): readonly QuestionGroup[];
}

/** Two questions are alike when they share so much of what they say: Jaccard's index of their terms, 0…1. */
const ALIKE = 0.5;
/** Groups that a question is compared with, those with its rarest terms first: a bound for what is said all the time. */
const MOST_COMPARED = 80;
/** Wordings of a group that are counted apart; later ones count with the rest. */
const MOST_WORDINGS = 200;

interface Group extends QuestionGroup {
  /** Among all groups that there were, in the order in which they began. */
  readonly place: number;
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

/** What has been read in one language: the number of each term, and the group of each text. */
interface Read {
  readonly numbers: Map<string, number>;
  readonly byText: Map<string, Group>;
}

/**
 * Groups questions by likeness, as they come: the first of a group stands for it. What shares enough terms with a question
 * shares one of its rarest (the prefix filter of set-similarity joins: Chaudhuri et al., ICDE 2006), so that only groups
 * with one of those are compared; most of them are told apart by how many terms they have and by one number made of all
 * their terms (the bitmap filter: Sandes et al., Information Systems 2020).
 * @param termsOf what a text says: its terms, each once, in no particular order
 */
export function openQuestionGroups(termsOf: (text: string, language: string) => readonly string[]): QuestionGroups {
  const languages = new Map<string, Read>();
  /** Group of the same terms, by one number made of them; other terms may have the same number. */
  const known = new Map<number, Group>();
  /** By their places; nothing where one has gone. */
  const groups: (Group | undefined)[] = [];
  /** In the order of the last list, those that have come since behind it. */
  let order: readonly Group[] = [];
  let listed = 0;
  /** Places of groups, by the number of a term of theirs. */
  const byTerm: number[][] = [];
  /** The terms of all groups, one group behind the other, each ascending. */
  const pool = openNumberList();
  /** Four numbers for each group: where its terms begin, how many they are, their bits, the question it was compared with last. */
  const facts = openNumberList();
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

  const readIn = (language: string): Read => {
    const held = languages.get(language) ?? { numbers: new Map(), byText: new Map() };
    languages.set(language, held);
    return held;
  };
  const numberOf = ({ numbers }: Read, term: string): number => {
    const held = numbers.get(term);
    if (held !== undefined) return held;
    numbers.set(term, byTerm.length);
    byTerm.push([]);
    return byTerm.length - 1;
  };

  const likenessTo = (terms: readonly number[], place: number): number =>
    likenessOf(terms, pool.values, facts.values[place * FACTS] ?? 0, facts.values[place * FACTS + 1] ?? 0);

  const nearest = (terms: readonly number[], bits: number): Group | undefined => {
    const { values } = facts;
    let best = -1;
    let most = 0;
    let left = MOST_COMPARED;
    compared++;
    for (let nth = terms.length - 1; nth >= terms.length - rarestOf(terms); nth--) {
      const posting = byTerm[terms[nth] ?? 0] ?? [];
      const end = Math.min(posting.length, left);
      left -= end;
      for (let at = 0; at < end; at++) {
        const place = posting[at] ?? 0;
        const from = place * FACTS;
        if (values[from + 3] === compared) continue;
        values[from + 3] = compared;
        const length = values[from + 1] ?? 0;
        // What both have, at most: a bit that only one has is a term that only it has.
        const differ = bitCount(bits ^ (values[from + 2] ?? 0));
        const shared = (terms.length + length - differ) >> 1;
        const both = Math.min(shared, terms.length, length);
        if (both < ALIKE * (terms.length + length - both)) continue;
        const likeness = likenessTo(terms, place);
        if (likeness < ALIKE || likeness <= most) continue;
        best = place;
        most = likeness;
      }
    }
    return groups[best];
  };

  const begin = (language: string, terms: readonly number[], bits: number, text: string): Group => {
    const place = groups.length;
    const group: Group = {
      place,
      language,
      ids: [],
      text,
      times: 0,
      wordings: undefined,
      last: '',
      refusals: NONE,
      tasks: NONE,
    };
    for (const fact of [pool.length, terms.length, bits, 0]) facts.push(fact);
    for (const term of terms) pool.push(term);
    for (const term of terms.slice(-rarestOf(terms))) byTerm[term]?.push(place);
    groups.push(group);
    return group;
  };

  const groupOf = ({ language, text }: Unanswered, read: Read): Group => {
    const said = termsOf(text, language);
    // What says nothing that we know is like itself alone.
    const all = said.length > 0 ? said : [`"${text.trim().toLowerCase()}"`];
    const terms = ascending(all.map((term) => numberOf(read, term)));
    const key = keyOf(terms);
    const held = known.get(key);
    if (held && likenessTo(terms, held.place) >= ALIKE) return held;
    const bits = bitsOf(terms);
    const group = nearest(terms, bits) ?? begin(language, terms, bits, text);
    known.set(key, group);
    return group;
  };

  return {
    add(questions) {
      for (const question of questions) {
        const { id, at, language, text, refusal, task } = question;
        const read = readIn(language);
        let group = read.byText.get(text);
        if (!group) {
          group = groupOf(question, read);
          read.byText.set(text, group);
        }
        const { ids } = group;
        const isBefore = id < (ids[ids.length - 1] ?? 0);
        ids.push(id);
        if (isBefore) ids.sort((a, b) => a - b);
        if (at > group.last) group.last = at;
        countWording(group, text);
        group.refusals = plusOne(group.refusals, refusal ?? 'nothing-known');
        if (task !== undefined) group.tasks = plusOne(group.tasks, task);
      }
    },
    drop(gone) {
      const without = new Set(groups.filter((group) => group?.ids.some((id) => gone.has(id))));
      const terms = new Set<number>();
      for (const group of without) {
        if (!group) continue;
        const [from = 0, length = 0] = facts.values.subarray(group.place * FACTS);
        for (const term of pool.values.subarray(from, from + length)) terms.add(term);
        groups[group.place] = undefined;
      }
      for (const term of terms) byTerm[term] = (byTerm[term] ?? []).filter((place) => groups[place] !== undefined);
      for (const [key, group] of known) if (without.has(group)) known.delete(key);
      for (const { byText } of languages.values())
        for (const [text, group] of byText) if (without.has(group)) byText.delete(text);
      return [...without].flatMap((group) => group?.ids.filter((id) => !gone.has(id)) ?? []);
    },
    list() {
      const stay = order.filter(({ place }) => groups[place] !== undefined);
      const come = groups.slice(listed).filter((group) => group !== undefined);
      listed = groups.length;
      // What was in order is nearly in order: that is sorted in no time.
      order = [...stay, ...come].sort(byRank);
      return order;
    },
  };
}

const byRank = (a: Group, b: Group) =>
  b.ids.length - a.ids.length || (a.last === b.last ? b.place - a.place : a.last < b.last ? 1 : -1);

/** How many of a question's rarest terms it shares one of with whatever is like it. */
const rarestOf = ({ length }: readonly number[]) => length - Math.ceil(ALIKE * length) + 1;

/** Numbers that are kept of each group. */
const FACTS = 4;

/** Puts a few numbers in order, in place. */
function ascending(numbers: number[]): readonly number[] {
  for (let at = 1; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    let to = at;
    for (; to > 0 && (numbers[to - 1] ?? 0) > number; to--) numbers[to] = numbers[to - 1] ?? 0;
    numbers[to] = number;
  }
  return numbers;
}

/** One number made of several (FNV-1a). */
function keyOf(terms: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const term of terms) hash = Math.imul(hash ^ term, 0x01000193);
  return hash;
}

/** Terms as bits of one number: equal terms are equal bits, and another bit is another term. */
function bitsOf(terms: readonly number[]): number {
  let bits = 0;
  for (const term of terms) bits |= 1 << (Math.imul(term, 0x9e3779b1) >>> 27);
  return bits;
}

/** How many bits of a number are set (Warren, Hacker's Delight, 5-1). */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
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
function likenessOf(a: readonly number[], pool: Int32Array, from: number, length: number): number {
  const to = from + length;
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
