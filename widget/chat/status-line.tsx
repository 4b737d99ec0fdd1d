import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from './config';
import type { TalkState } from './talk';

/** A short loss is nobody's business, in milliseconds. */
const PATIENCE = 1_200;
/** How long "connected again" stands, in milliseconds. */
const JOY = 3_000;

interface StatusLineProps {
  readonly state: TalkState | undefined;
  readonly words: Words;
  /** What else there is to say. */
  readonly note: string;
}

/** Connection lost and found, and too many messages: in words, politely. */
export function StatusLine({ state, words, note }: StatusLineProps) {
  const [told, setTold] = useState<'lost' | 'found' | undefined>();
  const wasOnline = useRef(false);
  const status = state?.status;
  useEffect(() => {
    if (status === 'online') wasOnline.current = true;
    if (status === 'lost' && told !== 'lost') {
      const timer = setTimeout(() => setTold('lost'), PATIENCE);
      return () => clearTimeout(timer);
    }
    if (status === 'online' && told === 'lost') setTold('found');
    if (status === 'online' && told === 'found') {
      const timer = setTimeout(() => setTold(undefined), JOY);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [status, told]);
  const text =
    told === 'lost'
      ? wasOnline.current
        ? words.lost
        : words.unreachable
      : state?.isBusy
        ? words.busy
        : told === 'found'
          ? words.found
          : note;
  return (
    <p class={`status ${told ?? ''}`} role="status">
      {text}
    </p>
  );
}
