import type { markdown as Markdown } from './markdown';

let draw: typeof Markdown | undefined;

/** Wakes the libraries behind Markdown. They are in the bundle, but take as long to start as all else together. */
export async function wakeMarkdown(): Promise<void> {
  const { markdown } = await import('./markdown');
  draw = markdown;
}

/** {@link Markdown}, once it is awake; until then the text as it is. */
export function markdown(text: string, newTab: string): DocumentFragment {
  if (draw) return draw(text, newTab);
  const plain = document.createDocumentFragment();
  plain.append(text);
  return plain;
}
