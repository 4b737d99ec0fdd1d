import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Post } from './activity';
import type { Words } from './config';
import { Message } from './message';
import type { TalkState } from './talk';

interface LogProps {
  readonly state: TalkState | undefined;
  readonly words: Words;
  readonly onSend: (post: Post) => void;
  readonly onRetry: (key: string) => void;
}

/** Nearer to the end than this counts as being there, in pixels. */
const NEAR = 120;

/** What was said. A polite live log: lines are announced as they come, and nothing takes the focus. */
export function Log({ state, words, onSend, onRetry }: LogProps) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const items = state?.items ?? [];
  const lastOwn = items.findLastIndex(({ own }) => own);

  useLayoutEffect(() => {
    const log = box.current;
    if (!log || !atEnd.current) return;
    // A long answer is read from its beginning: the question stays in sight at the top.
    const asked = log.querySelector<HTMLElement>('[data-last-own]');
    const end = log.scrollHeight - log.clientHeight;
    log.scrollTop = Math.min(end, asked ? asked.offsetTop - log.offsetTop - 8 : end);
    if (!asked) log.scrollTop = 0;
  }, [items, state?.isTyping]);

  /** The choices go when one is taken: the focus stays where it was said, before what comes. */
  function choose(post: Post): void {
    onSend(post);
    atEnd.current = true;
    requestAnimationFrame(() => {
      const said = box.current?.querySelectorAll<HTMLElement>('[data-own]');
      said?.[said.length - 1]?.focus({ preventScroll: true });
    });
  }

  return (
    <main
      ref={box}
      class="log"
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight, dataset } }) => {
        const asked = box.current?.querySelector<HTMLElement>('[data-last-own]');
        const top = asked ? asked.offsetTop - (box.current?.offsetTop ?? 0) : 0;
        atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR || Math.abs(top - scrollTop) < NEAR;
        dataset.end = String(atEnd.current);
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div role="log" aria-live={state?.isReady ? 'polite' : 'off'} aria-label={words.log} tabIndex={0}>
        {items.map((item, at) => (
          <Message
            key={item.key}
            item={item}
            isLastOwn={at === lastOwn}
            isLastInRow={items[at + 1]?.own !== item.own}
            isOpen={at > lastOwn && !(lastOwn >= 0 && items[lastOwn]?.state === 'sending')}
            words={words}
            onChoose={choose}
            onRetry={onRetry}
          />
        ))}
      </div>
      <p class={`typing${state?.isTyping ? '' : ' none'}`} role="status">
        {state?.isTyping && (
          <>
            <span class="unseen">{words.typing}</span>
            <i />
            <i />
            <i />
          </>
        )}
      </p>
    </main>
  );
}
