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
/** Groups with one term that are compared with a question: those of the rarest terms come first. */
const MOST_COMPARED = 400;
/** Wordings of a group that are counted apart; later ones count with the rest. */
const MOST_WORDINGS = 200;

interface Group {
  readonly language: string;
  readonly terms: readonly string[];
  readonly ids: number[];
  readonly wordings: Map<string, number>;
  best: string;
  last: string;
  readonly refusals: Map<string, number>;
  readonly tasks: Map<string, number>;
}

/**
 * Groups questions by likeness, as they come: the first of a group stands for it. What shares enough terms with a question
 * shares one of its rarest (the prefix filter of set-similarity joins: Chaudhuri et al., ICDE 2006), so that only groups
 * with one of those are compared.
 * @param termsOf what a text says: its terms, each once, in no particular order
 */
export function openQuestionGroups(termsOf: (text: string, language: string) => readonly string[]): QuestionGroups {
  const groups: Group[] = [];
  /** Group of what has been read already, word by word. */
  const known = new Map<string, Group>();
  const byTerm = new Map<string, Group[]>();

  const nearest = (language: string, terms: readonly string[]): Group | undefined => {
    const rarest = terms
      .map((term) => ({ term, with: byTerm.get(`${language} ${term}`) ?? [] }))
      .sort((a, b) => a.with.length - b.with.length)
      .slice(0, terms.length - Math.ceil(ALIKE * terms.length) + 1);
    const own = new Set(terms);
    const seen = new Set<Group>();
    let best: Group | undefined;
    let most = 0;
    for (const { with: others } of rarest)
      for (const group of others.slice(0, MOST_COMPARED)) {
        if (seen.has(group)) continue;
        seen.add(group);
        const shared = group.terms.reduce((count, term) => count + (own.has(term) ? 1 : 0), 0);
        const likeness = shared / (own.size + group.terms.length - shared);
        if (likeness >= ALIKE && likeness > most) [best, most] = [group, likeness];
      }
    return best;
  };

  const begin = (language: string, terms: readonly string[], text: string): Group => {
    const group: Group = {
      ...{ language, terms, ids: [], wordings: new Map(), best: text, last: '' },
      ...{ refusals: new Map(), tasks: new Map() },
    };
    groups.push(group);
    for (const term of terms) {
      const key = `${language} ${term}`;
      const others = byTerm.get(key);
      if (others) others.push(group);
      else byTerm.set(key, [group]);
    }
    return group;
  };

  const groupOf = ({ language, text }: Unanswered): Group => {
    const terms = termsOf(text, language);
    // What says nothing that we know is like itself alone.
    const said = terms.length > 0 ? terms : [`"${text.trim().toLowerCase()}"`];
    const key = `${language} ${[...said].sort().join(' ')}`;
    const group = known.get(key) ?? nearest(language, said) ?? begin(language, said, text);
    known.set(key, group);
    return group;
  };

  return {
    add(questions) {
      for (const question of questions) {
        const group = groupOf(question);
        const { id, at, text, refusal, task } = question;
        group.ids.push(id);
        if (at > group.last) group.last = at;
        if (group.wordings.size < MOST_WORDINGS || group.wordings.has(text)) {
          count(group.wordings, text);
          if ((group.wordings.get(text) ?? 0) > (group.wordings.get(group.best) ?? 0)) group.best = text;
        }
        count(group.refusals, refusal ?? 'nothing-known');
        if (task !== undefined) count(group.tasks, task);
      }
    },
    list: () =>
      groups
        .map(({ language, ids, best, last, refusals, tasks }) => ({ language, ids, text: best, last, refusals, tasks }))
        .sort((a, b) => b.ids.length - a.ids.length || (a.last < b.last ? 1 : -1)),
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
