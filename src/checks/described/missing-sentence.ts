/** What is wrong with a checks file: the place in it, and what is expected there. */
export type FileFault = readonly [path: readonly string[], message: string];

/** What the deployment says under a key, in each of its languages; undefined where it says nothing. */
export type SentenceOf = (key: string) => ReadonlyMap<string, string | undefined>;

/** The fault of a sentence that a check needs and some language does not have; none when all have it. */
export function missingSentence(sentence: SentenceOf, path: readonly string[], key: string): readonly FileFault[] {
  const languages = [...sentence(key)].filter(([, said]) => said === undefined).map(([language]) => language);
  if (languages.length === 0) return [];
  return [[path, `the sentence ${key} is missing in ${languages.join(', ')} (<language>/deployment.json)`]];
}
