import { COMMANDS, type Command } from '../../channels/command.js';
import type { Intents } from '../../knowledge/articles/extend-intents.js';
import type { Verdict } from '../../knowledge/understanding/verdict.js';
import { parseIntent } from '../parse-intent.js';
import { answerTokens } from './answer-tokens.js';
import { spelledAs } from './spelled-as.js';

/** How many words may stand between a negation and what it negates; German also puts it behind the verb. */
const REACH = 6;
const REACH_BACK: Readonly<Record<string, number>> = { de: 4 };
/** A new sentence begins with them, whatever was negated before: "it doesn't work I want a human". */
const NEW_SUBJECT = new Set(['i', 'je', 'j', 'ich', 'yo']);
/** The same, unless the negation stands right before them: "no quiero". */
const NEW_VERB = new Set(['quiero', 'necesito', 'please', 'bitte', 'svp']);
/** Of a known example, the share of its words that must be there for its own negation to be the customer's. */
const SAME_EXAMPLE = 0.6;

/** What is said about somewhere else begins with them: "check that no trigger is on". */
const NEW_CLAUSE = new Set(['that', 'if', 'whether', 'ob', 'dass', 'que', 'si']);
/** Commands that are a stopping themselves: "stop reminding me". */
const STOPS: ReadonlySet<Command> = new Set(['stop-reminders', 'cancel']);

/** Commands after which something is lost, or somebody is called: not on a mere "what happens if …". */
const LOSES: ReadonlySet<Command> = new Set([
  'start-over',
  'delete-data',
  'forget-key',
  'handoff',
  'cancel',
  'goodbye',
]);

/** What a customer may ask not to be done: a command, or a look at the account. */
export type Declined = Command | 'check';

/** Finds what an utterance asks not to be done. */
export type ReadDeclined = (text: string, verdict: Verdict, language: string) => Declined | undefined;

interface NegationWords {
  readonly negations: readonly (readonly string[])[];
  /** "Keep my key", of a command that would not. */
  readonly keeping: readonly (readonly string[])[];
  /** "What happens if I …". */
  readonly supposed: readonly (readonly string[])[];
  /** Those that only a going on can have: "stop sending me …". */
  readonly cessations: readonly (readonly string[])[];
  /** Verbs of looking, the negations that decline a look, and what turns those into a wish: "why don't you check". */
  readonly looking: ReadonlySet<string>;
  readonly unwanted: readonly (readonly string[])[];
  readonly wished: readonly (readonly string[])[];
  readonly spelled: (word: string) => string;
  readonly troubles: readonly (readonly string[])[];
  readonly fillers: ReadonlySet<string>;
  /** What we are called. */
  readonly machines: ReadonlySet<string>;
}

/**
 * "Please do not start over" names a command and asks for the opposite, "don't check my account" a look. What is negated
 * otherwise ("it doesn't work, a human please"), or by a command itself ("never mind"), is not declined.
 */
export function openDeclined(intents: ReadonlyMap<string, Pick<Intents, 'answers'>>): ReadDeclined {
  const words = new Map([...intents].map(([language, { answers }]) => [language, negationWords([answers])]));
  const everyone = negationWords([...intents.values()].map(({ answers }) => answers));
  return (text, verdict, language) => {
    const own = words.get(language) ?? everyone;
    const reachBack = REACH_BACK[language] ?? 1;
    const meant = verdict.kind === 'answer' ? parseIntent(verdict.intent) : undefined;
    // "I don't read these mails, how do I turn them off?"
    const isOfArticle =
      parseIntent(verdict.candidates[0]?.intent ?? '').kind === 'article' && verdict.candidates.length > 0;
    if (!isOfArticle && declinesLook(text, own, reachBack)) return 'check';
    if (meant?.kind !== 'command' || !COMMANDS[meant.command].canBeDeclined) return undefined;
    if (isOwnNegation(text, verdict, own)) return undefined;
    // Whoever does not want us wants a person.
    if (meant.command === 'handoff' && answerTokens(text).some((token) => own.machines.has(token))) return undefined;
    const tokens = answerTokens(text);
    if (LOSES.has(meant.command) && says(tokens, own.supposed)) return meant.command;
    if (meant.command === 'forget-key' && says(tokens, own.keeping) && !says(tokens, own.negations))
      return meant.command;
    const matched = matchedWords(verdict);
    const negations = STOPS.has(meant.command) ? own.negations : [...own.negations, ...own.cessations];
    const isDeclined = clausesOf(text).some((clause) =>
      negates(answerTokens(clause), matched, { ...own, negations }, reachBack),
    );
    return isDeclined ? meant.command : undefined;
  };
}

/** Parts between marks. The comma before "dass" or a German infinitive parts nothing that a negation does not reach over. */
const clausesOf = (text: string): readonly string[] =>
  text.replace(/,(?=\s*(?:da(?:ss|ß)|que)\b|[^,.;:!?\n]*\szu\s)/giu, ' ').split(/[.,;:!?¿¡\n]+/);

/** Whether a verb of looking is negated, by nobody who asks "can't you check?". */
function declinesLook(text: string, words: NegationWords, reachBack: number): boolean {
  const { looking, unwanted, wished, spelled } = words;
  return clausesOf(text).some((clause) => {
    const tokens = answerTokens(clause).map(spelled);
    return !says(tokens, wished) && negates(tokens, looking, { negations: unwanted, troubles: [] }, reachBack);
  });
}

function negates(
  clause: readonly string[],
  matched: ReadonlySet<string>,
  { negations, troubles }: Pick<NegationWords, 'negations' | 'troubles'>,
  reachBack: number,
): boolean {
  // What does not work is no wish of what not to do.
  const tokens = troubles.reduce<readonly string[]>((left, phrase) => without(left, phrase), clause);
  const at = negations.flatMap((phrase) => placesOf(tokens, phrase).map((place) => place + phrase.length - 1));
  return tokens.some((token, place) => {
    if (!matched.has(token)) return false;
    return at.some((negation) => {
      if (negation > place)
        return negation - place <= reachBack && !tokens.slice(place, negation).some((word) => NEW_CLAUSE.has(word));
      const between = tokens.slice(negation + 1, place);
      const isNew = between.some((word, i) => NEW_SUBJECT.has(word) || (i > 0 && NEW_VERB.has(word)));
      return negation < place && between.length < REACH && !isNew;
    });
  });
}

/** "Never mind", "I don't want to talk to a bot": the negation belongs to how the command is asked for. */
function isOwnNegation(text: string, { reasons }: Verdict, { negations, fillers }: NegationWords): boolean {
  const nearest = reasons.find((reason) => reason.kind === 'nearest-example');
  if (nearest?.kind !== 'nearest-example') return false;
  const example = answerTokens(nearest.example);
  if (!says(example, negations)) return false;
  const typed = new Set(answerTokens(text));
  const content = example.filter((token) => !fillers.has(token) && !negations.some((phrase) => phrase.includes(token)));
  return content.filter((token) => typed.has(token)).length >= content.length * SAME_EXAMPLE;
}

function matchedWords({ reasons }: Verdict): ReadonlySet<string> {
  const words = reasons.flatMap((reason) =>
    reason.kind === 'matched-words' ? reason.words.flatMap(answerTokens) : [],
  );
  const typed = reasons.flatMap((reason) =>
    reason.kind === 'respelled' && words.includes(reason.read) ? answerTokens(reason.written) : [],
  );
  return new Set([...words, ...typed]);
}

function placesOf(tokens: readonly string[], phrase: readonly string[]): readonly number[] {
  return tokens.flatMap((_, at) => (phrase.every((word, i) => tokens[at + i] === word) ? at : []));
}

const says = (tokens: readonly string[], phrases: readonly (readonly string[])[]): boolean =>
  phrases.some((phrase) => placesOf(tokens, phrase).length > 0);

function without(tokens: readonly string[], phrase: readonly string[]): readonly string[] {
  const [at] = placesOf(tokens, phrase);
  return at === undefined ? tokens : [...tokens.slice(0, at), ...tokens.slice(at + phrase.length)];
}

function negationWords(files: readonly Intents['answers'][]): NegationWords {
  const phrases = (key: string) =>
    files
      .flatMap((answers) => answers[key]?.examples ?? [])
      .map(answerTokens)
      .filter(({ length }) => length > 0);
  const looking = new Set(phrases('looking').flat());
  const unwanted = phrases('unwanted');
  const wished = phrases('wished');
  return {
    negations: phrases('negation'),
    cessations: phrases('cessation'),
    keeping: phrases('keeping'),
    supposed: phrases('supposed'),
    looking,
    unwanted,
    wished,
    // What is spelled as another kind of word is none of looking.
    spelled: spelledAs(new Set([...looking, ...[...unwanted, ...wished].flat()])),
    troubles: phrases('trouble'),
    fillers: new Set(phrases('filler').flat()),
    machines: new Set(phrases('machine').flat()),
  };
}
