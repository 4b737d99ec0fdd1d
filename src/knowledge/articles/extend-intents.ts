import type { IntentsFile } from './read-intents.js';

/** What customers can ask for in one language, of the product and of a deployment together. */
export interface Intents {
  readonly checks: Readonly<Record<string, Titled>>;
  readonly commands: Readonly<Record<string, Titled & { readonly whole?: boolean }>>;
  readonly answers: Readonly<Record<string, Exemplified>>;
  readonly outside: readonly (Exemplified & { readonly topic: string })[];
}

interface Exemplified {
  readonly examples: readonly string[];
}

type Titled = Exemplified & { readonly title: string };

/** What nobody has written anything for. */
export const NO_INTENTS: Intents = { checks: {}, commands: {}, answers: {}, outside: [] };

/**
 * The product's commands, answer words and topics, and those of a deployment, which has the last word where both say
 * something: its examples stand for the product's, and so does its title, if it gives one; those under `more` come beside them. Checks are
 * the deployment's alone.
 * @returns with the names of commands that nobody gives a title: they are left out
 */
export function extendIntents(
  product: Intents,
  own: IntentsFile,
): { readonly intents: Intents; readonly untitled: readonly string[] } {
  const untitled: string[] = [];
  const commands = { ...product.commands };
  for (const [
    id,
    { title = product.commands[id]?.title, whole = product.commands[id]?.whole, ...said },
  ] of Object.entries(own.commands)) {
    if (title === undefined) untitled.push(id);
    else {
      const examples = extended(product.commands[id]?.examples, said);
      commands[id] = { title, examples, ...(whole === undefined ? {} : { whole }) };
    }
  }
  const topics = own.outside.map(({ topic, ...said }) => ({
    topic,
    examples: extended(product.outside.find((other) => other.topic === topic)?.examples, said),
  }));
  const others = product.outside.filter(({ topic }) => !own.outside.some((outside) => outside.topic === topic));
  const intents = {
    checks: own.checks,
    commands,
    answers: { ...product.answers, ...own.answers },
    outside: [...topics, ...others],
  };
  return { intents, untitled };
}

const extended = (
  product: readonly string[] | undefined,
  {
    examples = product ?? [],
    more,
  }: { readonly examples?: readonly string[] | undefined; readonly more?: readonly string[] | undefined },
) => (more ? [...examples, ...more] : examples);
