/** Words of a customer, safe inside a Markdown sentence: shown as typed, never as formatting, link or HTML. */
export function escapeMarkdown(typed: string): string {
  return typed
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&');
}
