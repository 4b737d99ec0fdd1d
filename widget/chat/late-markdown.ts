import type { openMarkdown } from './markdown';

let draw: ReturnType<typeof openMarkdown> | undefined;

/** Wakes the libraries behind Markdown. They are in the bundle, but take as long to start as all else together. */
export async function wakeMarkdown(pictures: readonly string[]): Promise<void> {
  const { openMarkdown } = await import('./markdown');
  draw = openMarkdown(pictures);
}

/** What {@link openMarkdown} makes, once it is awake; until then the text as it is. */
export function markdown(text: string, newTab: string): DocumentFragment {
  if (draw) return draw(text, newTab);
  const plain = document.createDocumentFragment();
  plain.append(text);
  return plain;
}
