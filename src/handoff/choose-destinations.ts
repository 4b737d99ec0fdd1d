/** For which cases a destination is; without a list for all. */
export interface Coverage {
  readonly id: string;
  readonly languages?: readonly string[] | undefined;
  readonly topics?: readonly string[] | undefined;
}

/**
 * Which destinations receive a case. One that is nobody's goes to all: a case that falls between two lists must not be lost.
 * @returns their ids; none only when there is no destination at all
 */
export function chooseDestinations(
  destinations: readonly Coverage[],
  { language, topic }: { readonly language: string; readonly topic?: string | undefined },
): readonly string[] {
  const chosen = destinations.filter(
    ({ languages, topics }) =>
      (languages === undefined || languages.includes(language)) &&
      (topics === undefined || (topic !== undefined && topics.includes(topic))),
  );
  return (chosen.length > 0 ? chosen : destinations).map(({ id }) => id);
}
