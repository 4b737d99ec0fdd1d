/**
 * Where clients see a link by themselves: behind a scheme (`https://`, `javascript:`), inside a domain (`www.`, `evil.example`)
 * and in an address (`a@b`). Numbers, hours and the ends of sentences are none.
 */
const LINKING = /:(?=\/\/)|(?<=\p{L}):(?=\S)|(?<=\S)@(?=\S)|(?<=[^\s.])\.(?=[^\s.\p{P}])(?:(?<!\d\.)|(?!\d))/gu;

/**
 * Words of a customer or of an account, safe inside a Markdown sentence: shown as typed, never as formatting, link or HTML.
 * A backslash before what would make a link shows the sign itself, so that what is copied is what was typed; see
 * docs/decisions/0008-words-from-outside-are-plain.md.
 */
export function escapeMarkdown(typed: string): string {
  return typed
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replace(LINKING, '\\$&');
}

/** The words that {@link escapeMarkdown} was given, for where no Markdown is drawn. */
export function unescapeMarkdown(escaped: string): string {
  return escaped
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(amp|lt|gt);/g, (_, name: 'amp' | 'lt' | 'gt') => ({ amp: '&', lt: '<', gt: '>' })[name]);
}
