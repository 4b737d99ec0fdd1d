import { useEffect, useState } from 'preact/hooks';
import type { Config } from './config';
import { serverAddress } from './server-address';

export interface Suggestion {
  readonly label: string;
  readonly article: string;
}

/** Letters before the first suggestion, and the pause in typing that asks for them, in milliseconds. */
const LEAST = 3;
const PAUSE = 180;
const MOST = 4;

/** Questions of the knowledge base that are like what is being typed. Silent when the server has none, or fails. */
export function useSuggestions(text: string, { suggestions, language }: Config) {
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const query = text.trim();
  useEffect(() => {
    setFound([]);
    if (!suggestions || query.length < LEAST) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const address = `${serverAddress('/api/suggest')}?q=${encodeURIComponent(query.slice(0, 200))}&lng=${language}`;
      fetch(address, { signal: stop.signal })
        .then((response) => (response.ok ? response.json() : []))
        .then((read) => setFound(readSuggestions(read)))
        .catch(() => {});
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, suggestions, language]);
  return { found, dismiss: () => setFound([]) };
}

function readSuggestions(read: unknown): readonly Suggestion[] {
  if (!Array.isArray(read)) return [];
  const rows = read.flatMap((row: { question?: string; title?: string; article?: string }) => {
    const label = row?.question ?? row?.title;
    return label && row.article ? [{ label, article: row.article }] : [];
  });
  return rows.filter(({ label }, at) => rows.findIndex((row) => row.label === label) === at).slice(0, MOST);
}
