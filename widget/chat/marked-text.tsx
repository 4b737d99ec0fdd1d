import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Words } from './config';
import { markdown } from './late-markdown';

/** Markdown, sanitised. */
export function MarkedText({ text, words, kind = '' }: { text: string; words: Words; kind?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.replaceChildren(markdown(text, words.newTab)), [text, words]);
  return <div ref={box} class={`text ${kind}`} dir="auto" />;
}
