import type { Intents } from '../../knowledge/articles/extend-intents.js';
import { answerTokens } from './answer-tokens.js';

/**
 * Finds out whether an utterance is nothing but a word for a person that guides may be about, too: "supervisor".
 * @returns the plainest such word of the language, by which that guide is found: "agent"
 */
export function openPersonWords(
  intents: ReadonlyMap<string, Pick<Intents, 'answers'>>,
): (text: string, language: string) => string | undefined {
  const tokensOf = (key: string) =>
    new Set([...intents.values()].flatMap(({ answers }) => answers[key]?.examples ?? []).flatMap(answerTokens));
  const persons = tokensOf('person-or-agent');
  const fillers = tokensOf('filler');
  return (text, language) => {
    const said = answerTokens(text).filter((token) => !fillers.has(token));
    if (said.length !== 1 || !said.every((token) => persons.has(token)) || /[?？]/.test(text)) return undefined;
    return intents.get(language)?.answers['person-or-agent']?.examples[0] ?? text;
  };
}
