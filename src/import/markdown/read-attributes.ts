/** What stands behind the name of a short code: `type="warning" "A title" plain`. */
export interface Attributes {
  readonly named: Readonly<Record<string, string>>;
  readonly positional: readonly string[];
}

/** Reads `name="value"`, `'value'` and bare words; never throws. */
export function readAttributes(text: string): Attributes {
  const named: Record<string, string> = {};
  const positional: string[] = [];
  for (const [, name, double, single, bare = ''] of text.matchAll(
    /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"'=]+))/g,
  )) {
    const value = (double ?? single ?? bare).replace(/\\(["'])/g, '$1');
    if (name === undefined) positional.push(value);
    else named[name.toLowerCase()] = value;
  }
  return { named, positional };
}
