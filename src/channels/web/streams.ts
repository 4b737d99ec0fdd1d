import type { Activity } from 'botbuilder';
import { type ActivityLog, sentActivity } from './activity-log.js';

/** How often an empty frame and a ping go out, in milliseconds; proxies close what is silent for a minute. */
const KEEP_ALIVE_MS = 25_000;
/** How long one frame may take to leave, in milliseconds; a client that reads no more is let go. */
const LONGEST_SEND_MS = 60_000;
/** Activities in one frame. */
const PAGE = 50;
/** Frames that a client may send between two of our pings; it has nothing to say but that it is there. */
const MOST_HEARD = 100;
/** Tabs of one customer; the oldest gives way to the next. */
const MOST_SOCKETS = 6;

interface StreamTimes {
  readonly keepAliveMs: number;
  readonly longestSendMs: number;
}

/** As much of a WebSocket (of the package ws) as a stream needs. */
export interface StreamSocket {
  readonly OPEN: number;
  readonly readyState: number;
  /** Bytes that have not left yet. */
  readonly bufferedAmount: number;
  send(text: string, done?: (error?: Error | null) => void): void;
  ping(): void;
  close(code: number, reason: string): void;
  /** Ends it without a farewell. */
  terminate(): void;
  on(event: 'message' | 'ping' | 'pong' | 'error' | 'close', listener: () => void): unknown;
}

/** Web sockets on which clients are told what is new in their conversation. */
export interface Streams {
  /** Sends what came after a watermark, then everything as it comes. */
  add(conversation: string, socket: StreamSocket, watermark: number): void;
  /** Something was added to the log. */
  wake(conversation: string): void;
  /** Something may have been added to any of them. */
  wakeAll(): void;
  /** Shown now or never: a typing signal. */
  flash(conversation: string, activity: Partial<Activity>): void;
  count(): number;
  close(): void;
}

interface Feed {
  readonly socket: StreamSocket;
  wake(): void;
  flash(activity: Partial<Activity>): void;
}

/**
 * The sockets of all conversations. Each reads the log at its own pace, one frame on its way at a time: a client that
 * is slow waits for itself, costs no memory and delays nobody.
 */
export function openStreams(
  log: Pick<ActivityLog, 'since'>,
  onFailure: (error: unknown) => void,
  times: StreamTimes = { keepAliveMs: KEEP_ALIVE_MS, longestSendMs: LONGEST_SEND_MS },
): Streams {
  const feeds = new Map<string, Set<Feed>>();
  const all = () => [...feeds.values()].flatMap((set) => [...set]);
  return {
    add(conversation, socket, watermark) {
      const set = feeds.get(conversation) ?? new Set();
      feeds.set(conversation, set);
      const [oldest] = set;
      if (oldest && set.size >= MOST_SOCKETS) {
        oldest.socket.close(1000, 'collision');
        set.delete(oldest);
      }
      const feed = openFeed(conversation, socket, watermark, { log, onFailure, times });
      set.add(feed);
      socket.on('close', () => {
        set.delete(feed);
        if (set.size === 0 && feeds.get(conversation) === set) feeds.delete(conversation);
      });
      feed.wake();
    },
    wake: (conversation) => {
      for (const feed of feeds.get(conversation) ?? []) feed.wake();
    },
    wakeAll: () => {
      for (const feed of all()) feed.wake();
    },
    flash: (conversation, activity) => {
      for (const feed of feeds.get(conversation) ?? []) feed.flash(activity);
    },
    count: () => all().length,
    close: () => {
      for (const { socket } of all()) {
        socket.close(1001, 'going away');
        setTimeout(() => socket.terminate(), 500).unref();
      }
    },
  };
}

interface FeedDeps {
  readonly log: Pick<ActivityLog, 'since'>;
  readonly onFailure: (error: unknown) => void;
  readonly times: StreamTimes;
}

function openFeed(
  conversation: string,
  socket: StreamSocket,
  watermark: number,
  { log, onFailure, times }: FeedDeps,
): Feed {
  let [at, isBusy, isAwake] = [watermark, false, false];
  let flashed: Partial<Activity> | undefined;

  const send = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const tooSlow = setTimeout(() => socket.terminate(), times.longestSendMs);
      socket.send(text, (error) => {
        clearTimeout(tooSlow);
        if (error) reject(error);
        else resolve();
      });
    });
  const sendSet = (activities: readonly Partial<Activity>[]) =>
    send(JSON.stringify({ activities, watermark: String(at) }));

  const pump = async () => {
    isBusy = true;
    try {
      while (isAwake && socket.readyState === socket.OPEN) {
        isAwake = false;
        const rows = await log.since(conversation, at, PAGE);
        const last = rows.at(-1);
        if (last) {
          at = last.number;
          isAwake = true;
          // An answer has overtaken the signal that it is being typed.
          if (rows.some(({ activity }) => activity.from?.role === 'bot')) flashed = undefined;
          await sendSet(rows.map((row) => sentActivity(conversation, row)));
        } else if (flashed) {
          const activity = flashed;
          flashed = undefined;
          await sendSet([activity]);
        }
      }
    } catch (error) {
      if (socket.readyState !== socket.OPEN) return;
      onFailure(error);
      socket.close(1011, 'try again');
    } finally {
      isBusy = false;
    }
  };
  const wake = () => {
    isAwake = true;
    if (!isBusy) void pump();
  };

  let isAlive = true;
  let heard = 0;
  const hear = () => {
    heard += 1;
    if (heard <= MOST_HEARD) return;
    socket.close(1008, 'too many frames');
    // Who floods does not stop for a farewell.
    socket.terminate();
  };
  socket.on('message', hear);
  socket.on('ping', hear);
  const keepAlive = setInterval(() => {
    heard = 0;
    if (!isAlive) return socket.terminate();
    // A frame that is still on its way keeps the pong behind it; the limit above is for that.
    if (isBusy || socket.bufferedAmount > 0) return;
    isAlive = false;
    socket.ping();
    socket.send('');
  }, times.keepAliveMs);
  keepAlive.unref();
  socket.on('pong', () => {
    isAlive = true;
    hear();
  });
  // Malformed frames and lost lines; the socket closes by itself.
  socket.on('error', () => {});
  socket.on('close', () => clearInterval(keepAlive));
  return {
    socket,
    wake,
    flash: (activity) => {
      flashed = activity;
      wake();
    },
  };
}
