/** What a box beside the text is for; `details` is a part that opens on a click. */
export type AlertKind = 'warning' | 'tip' | 'note';

const KINDS: readonly (readonly [AlertKind, RegExp])[] = [
  [
    'warning',
    /^(?:warn(?:ing)?|danger|caution|important|attention|error|alert|critical|bug|failure|fail|achtung|avertissement|advertencia)$/,
  ],
  ['tip', /^(?:tips?|hint|success|check|done|astuce|tipp)$/],
  [
    'note',
    /^(?:notes?|info|information|notice|abstract|summary|tldr|question|help|faq|example|quote|cite|seealso|see-also|todo|remember|callout|admonition|secondary|primary|default|box|new)$/,
  ],
];

/** The kind of a box by the name that a generator gives it: `danger`, `alert-warning`, `callout--info`. */
export function alertKind(name: string): AlertKind | undefined {
  const word = name.toLowerCase();
  return KINDS.find(([, names]) => names.test(word))?.[0];
}
