/** Sentences as a file holds them: nested by the parts of their keys. */
export type SentenceTree = Readonly<Record<string, unknown>>;

/** Every sentence by its whole key: `welcome.first`. */
export function sentencesOf(tree: SentenceTree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] => {
      const here = path ? `${path}.${key}` : key;
      if (typeof value === 'string') return [[here, value]];
      return typeof value === 'object' && value !== null ? [...sentencesOf({ ...value }, here)] : [];
    }),
  );
}

/** The other way round. */
export function treeOf(sentences: ReadonlyMap<string, string>): SentenceTree {
  const tree: Record<string, unknown> = {};
  for (const [key, sentence] of sentences) {
    const parts = key.split('.');
    let at = tree;
    for (const part of parts.slice(0, -1)) {
      const inner: Record<string, unknown> = { ...Object(at[part]) };
      at[part] = inner;
      at = inner;
    }
    at[parts.at(-1) ?? key] = sentence;
  }
  return tree;
}

/** A key without the plural form that it is for: languages have as many as they have. */
export function withoutPlural(key: string): string {
  return key.replace(/_(?:zero|one|two|few|many|other)$/, '');
}
