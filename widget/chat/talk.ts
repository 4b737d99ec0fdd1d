import type { Activity, Post } from './activity';
import { directLine, type Status } from './direct-line';
import { newKey } from './new-key';
import { Refused } from './request';
import type { SessionShelf } from './session';

/** One line of the conversation, as drawn. */
export interface Item {
  readonly key: string;
  readonly own: boolean;
  readonly activity: Activity;
  readonly state: 'said' | 'sending' | 'failed';
}

export interface TalkState {
  readonly items: readonly Item[];
  readonly status: Status;
  readonly isTyping: boolean;
  /** Whether what was said before has come: from then on new lines are announced. */
  readonly isReady: boolean;
  readonly isBusy: boolean;
}

/** What the server has not acknowledged stands below what it says was said: however late that comes, it was said before. */
function withNew(items: readonly Item[], item: Item): readonly Item[] {
  const waiting = items.findIndex(({ state }) => state === 'sending');
  return waiting < 0 ? [...items, item] : [...items.slice(0, waiting), item, ...items.slice(waiting)];
}

/** After this the typing signal goes, in milliseconds: the bot says of itself when a look takes longer. */
const TYPING = 20_000;
const START: TalkState = { items: [], status: 'connecting', isTyping: false, isReady: false, isBusy: false };

/** The conversation as the chat draws it. `onChange` hears of each new state, `onReceived` of what the bot says live. */
export function openTalk(
  shelf: SessionShelf,
  locale: () => string,
  onChange: (state: TalkState) => void,
  onReceived: (activity: Activity) => void,
) {
  let state = START;
  let typing: ReturnType<typeof setTimeout> | undefined;
  /** Posts that the server has not acknowledged, in order. Values are kept here only: a key is never drawn. */
  const queue: { readonly key: string; readonly post: Post }[] = [];
  let isSending = false;
  let line = openLine();

  const change = (part: Partial<TalkState>) => {
    state = { ...state, ...part };
    onChange(state);
  };
  const mark = (key: string, next: Item['state']) =>
    change({ items: state.items.map((item) => (item.key === key ? { ...item, state: next } : item)) });

  function openLine() {
    return directLine(shelf, locale, {
      activities: (activities) => {
        for (const activity of activities) take(activity);
      },
      status: (status) => {
        if (status !== state.status) change({ status });
        if (status === 'online') void flush();
      },
      caughtUp: () => {
        if (!state.isReady) change({ isReady: true });
        void flush();
      },
      gone: () => change({ items: state.items.filter(({ state: s }) => s !== 'said'), isReady: false }),
    });
  }

  function leave(): void {
    line.stop();
    queue.length = 0;
    clearTimeout(typing);
    change(START);
    line = openLine();
  }

  function signal(isTyping: boolean): void {
    clearTimeout(typing);
    if (isTyping) typing = setTimeout(() => change({ isTyping: false }), TYPING);
    if (isTyping !== state.isTyping) change({ isTyping });
  }

  function take(activity: Activity): void {
    const own = line.isOwn(activity);
    if (activity.type === 'typing' && !own) signal(true);
    if (activity.type !== 'message') return;
    const key = (own && activity.channelData?.clientActivityID) || activity.id || newKey();
    const item: Item = { key, own, activity, state: 'said' };
    const isKnown = state.items.some((known) => known.key === key);
    change({
      items: isKnown ? state.items.map((known) => (known.key === key ? item : known)) : withNew(state.items, item),
    });
    if (own) return;
    signal(false);
    if (state.isReady) onReceived(activity);
  }

  function send(post: Post): void {
    const key = newKey();
    const activity: Activity = { type: 'message', ...(post.text === undefined ? {} : { text: post.text }) };
    queue.push({ key, post });
    change({ items: [...state.items, { key, own: true, activity, state: 'sending' }] });
    if (line.isIdle()) void line.connect();
    void flush();
  }

  /** Sends what waits, one after the other; what the server has already, it knows by its key. */
  async function flush(): Promise<void> {
    if (isSending || !state.isReady) return;
    isSending = true;
    try {
      for (let head = queue[0]; head !== undefined; head = queue[0]) {
        const { key, post } = head;
        signal(true);
        await line.post({
          type: 'message',
          ...post,
          locale: locale(),
          // Times in answers are those of the customer's clocks.
          localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          channelData: { clientActivityID: key },
        });
        queue.shift();
        change({ isBusy: false });
        mark(key, 'said');
      }
    } catch (error) {
      signal(false);
      postponed(error);
    } finally {
      isSending = false;
    }
  }

  function postponed(error: unknown): void {
    const { status, retryAfter } = error instanceof Refused ? error : new Refused(0, 0);
    if (status === 429) {
      change({ isBusy: true });
      setTimeout(() => void flush(), Math.max(1, retryAfter) * 1000);
    } else if (status === 0 || status >= 500 || status === 401 || status === 403) {
      // The line comes back by itself, and what waits goes with it.
      void line.connect();
    } else {
      const refused = queue.shift();
      if (refused) mark(refused.key, 'failed');
      void flush();
    }
  }

  return {
    /** Connects, unless it is connected. */
    begin: () => (line.isIdle() ? line.connect() : undefined),
    send,
    retry(key: string): void {
      const failed = state.items.find((item) => item.key === key);
      if (!failed) return;
      change({ items: state.items.filter((item) => item !== failed) });
      send({ text: failed.activity.text ?? '' });
    },
    /** Forgets this conversation and begins another. */
    startOver(): void {
      shelf.forget();
      leave();
      void line.connect();
    },
    /** Another tab may have begun a conversation, or forgotten this one: then it is ours, too. */
    follow(): void {
      const kept = shelf.read();
      if (!shelf.isKept() || kept?.conversationId === line.conversation()) return;
      leave();
      if (kept) void line.connect();
    },
  };
}
