/** The words of the trade in one language, as `vocabulary.yml` holds them. */
export interface Vocabulary {
  /** concept → words and short phrases that mean it: `{ trigger: ['déclencheur', 'règle automatique', 'workflow'] }`. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
  /** written → meant: `{ kelkun: "quelqu'un" }`. */
  readonly spelling?: Readonly<Record<string, string>>;
  readonly products?: {
    /** Names of the product that the knowledge base is about. */
    readonly ours?: readonly string[];
    /** Names of products that it is not about. */
    readonly others?: readonly string[];
  };
}
