import type { Activity } from './activity';
import { call, Refused } from './request';
import type { SessionShelf } from './session';

export type Status = 'connecting' | 'online' | 'lost';

interface Told {
  /** Each activity once, in order. */
  readonly activities: (activities: readonly Activity[]) => void;
  readonly status: (status: Status) => void;
  /** All that was said before is there. */
  readonly caughtUp: () => void;
  /** The server knows our conversation no more: another one begins. */
  readonly gone: () => void;
}

interface Started {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly userId?: string;
  readonly streamUrl?: string;
}
interface ActivitySet {
  readonly activities?: readonly Activity[];
  readonly watermark?: string;
}

const LINE = '/v3/directline';
/** The shortest and longest wait before the next attempt, in milliseconds. */
const WAITS = { least: 300, most: 8_000 };
/** How long a socket may take to open, and has to live before it counts as one, in milliseconds. */
const SOCKET = 5_000;
/** Where sockets are not let through (by a proxy, mostly), one is tried again after this, in milliseconds. */
const SOCKET_AGAIN = 60_000;
/** Until then we ask: soon after something was said, else at leisure. In milliseconds. */
const POLLS = { lively: 1_000, calm: 5_000, livelyFor: 30_000 };
/** A tab that was hidden longer than this asks what it missed, in milliseconds: its socket may be dead and not know. */
const ASLEEP = 20_000;

/**
 * A small Direct Line 3.0 client. Every attempt to connect fetches what was missed first. Whether we are connected is what
 * those calls say; a socket is only the quicker way, and where there is none they go on.
 */
export function directLine(shelf: SessionShelf, locale: () => string, told: Told) {
  let session = shelf.read();
  let isStarted = session !== undefined;
  let watermark = '';
  let socket: WebSocket | undefined;
  let attempt = 0;
  let next: ReturnType<typeof setTimeout> | undefined;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  let hiddenSince = 0;
  let connecting = false;
  let stopped = false;
  /** The page lies in the browser's cache of pages: an open socket would keep it from there. */
  let resting = false;
  let isIdle = true;
  let socketsFrom = 0;
  let newsAt = 0;
  const seen = new Set<string>();

  function keep({ conversationId, token, expires_in, userId }: Started): void {
    const user = userId ?? session?.userId ?? '';
    session = { conversationId, token, userId: user, expiresAt: Date.now() + expires_in * 1000 };
    shelf.write(session);
    clearTimeout(renewal);
    renewal = setTimeout(() => void refresh(), expires_in * 500);
  }

  async function refresh(): Promise<void> {
    await call<Started>(`${LINE}/tokens/refresh`, session?.token, {}).then(keep, () => {});
  }

  /** A new token: for the conversation that the old one, even an expired one, was for; else for a new one. */
  async function enter(): Promise<void> {
    const before = session;
    const entered = await call<Started>('/widget/token', undefined, before ? { token: before.token } : {});
    keep(entered);
    if (before?.conversationId === entered.conversationId) return;
    begin();
    if (before) told.gone();
  }

  function begin(): void {
    isStarted = false;
    watermark = '';
    seen.clear();
  }

  function take({ activities = [], watermark: mark }: ActivitySet): void {
    if (mark) watermark = mark;
    const fresh = activities.filter(({ id }) => id === undefined || (!seen.has(id) && seen.add(id)));
    if (fresh.length > 0) {
      newsAt = Date.now();
      told.activities(fresh);
    }
  }

  async function catchUp(): Promise<void> {
    for (let more = true; more; ) {
      const path = `${LINE}/conversations/${session?.conversationId}/activities`;
      const set = await call<ActivitySet>(watermark ? `${path}?watermark=${watermark}` : path, session?.token);
      more = (set.activities?.length ?? 0) > 0 && set.watermark !== watermark;
      take(set);
    }
  }

  async function connect(): Promise<void> {
    if (connecting || stopped || resting) return;
    connecting = true;
    isIdle = false;
    clearTimeout(next);
    const old = socket;
    socket = undefined;
    old?.close();
    try {
      if (!session || session.expiresAt < Date.now()) await enter();
      if (isStarted) await catchUp();
      if (isStarted && Date.now() < socketsFrom) return arrived();
      const path = `${LINE}/conversations`;
      const started = isStarted
        ? await call<Started>(`${path}/${session?.conversationId}?watermark=${watermark}`, session?.token)
        : await call<Started>(path, session?.token, { locale: locale() });
      if (started.token) keep({ ...started, expires_in: started.expires_in ?? 1800 });
      isStarted = true;
      arrived(started.streamUrl);
    } catch (error) {
      await recover(error);
    } finally {
      connecting = false;
    }
  }

  function arrived(streamUrl?: string): void {
    attempt = 0;
    told.status('online');
    told.caughtUp();
    if (streamUrl && !stopped && !resting) listen(streamUrl);
    else poll();
  }

  function poll(): void {
    const { lively, calm, livelyFor } = POLLS;
    clearTimeout(next);
    next = setTimeout(() => void connect(), Date.now() - newsAt < livelyFor ? lively : calm);
  }

  function doWithoutSocket(): void {
    socket = undefined;
    socketsFrom = Date.now() + SOCKET_AGAIN;
    poll();
  }

  async function recover(error: unknown): Promise<void> {
    const { status, retryAfter } = error instanceof Refused ? error : new Refused(0, 0);
    told.status('lost');
    // It was not the socket's fault.
    socketsFrom = 0;
    if (status === 404 && isStarted) {
      // Deleted: it begins again under its name.
      begin();
      told.gone();
      later(0);
    } else if ((status === 401 || status === 403) && attempt === 0 && session) {
      // The token is too old, or not one of this server.
      session = { ...session, expiresAt: 0 };
      later(0);
    } else later(retryAfter * 1000);
  }

  function later(least: number): void {
    const wait = Math.min(WAITS.most, WAITS.least * 2 ** attempt++) * (0.5 + Math.random() / 2);
    clearTimeout(next);
    next = setTimeout(() => void connect(), Math.max(least, wait));
  }

  function listen(url: string): void {
    const opened = openSocket(url);
    if (!opened) {
      doWithoutSocket();
      return;
    }
    socket = opened;
    clearTimeout(next);
    let openedAt = Number.POSITIVE_INFINITY;
    const tooLong = setTimeout(() => opened.close(), SOCKET);
    opened.onopen = () => {
      clearTimeout(tooLong);
      openedAt = Date.now();
    };
    opened.onmessage = ({ data }) => {
      // Empty frames keep the line alive.
      if (socket === opened && typeof data === 'string' && data !== '') take(JSON.parse(data));
    };
    opened.onclose = ({ reason }) => {
      clearTimeout(tooLong);
      if (socket !== opened || stopped) return;
      if (reason !== 'collision' && Date.now() - openedAt < SOCKET) return doWithoutSocket();
      socket = undefined;
      // Another tab has taken the line: look now and then instead of taking it back and forth.
      if (reason !== 'collision') told.status('lost');
      later(reason === 'collision' ? 5_000 : 0);
    };
  }

  function wake(): void {
    if (isIdle) return;
    const slept = hiddenSince > 0 && Date.now() - hiddenSince > ASLEEP;
    hiddenSince = 0;
    if (slept || !socket) {
      attempt = 0;
      void connect();
    }
  }
  function onVisibility(): void {
    if (document.visibilityState === 'visible') wake();
    else hiddenSince = Date.now();
  }
  function onOnline(): void {
    if (isIdle) return;
    attempt = 0;
    void connect();
  }
  function onOffline(): void {
    if (isIdle) return;
    const old = socket;
    socket = undefined;
    old?.close();
    told.status('lost');
    later(0);
  }

  function onHide(): void {
    resting = true;
    clearTimeout(next);
    const old = socket;
    socket = undefined;
    old?.close();
  }
  function onShow({ persisted }: PageTransitionEvent): void {
    resting = false;
    if (persisted && !isIdle) void connect();
  }

  addEventListener('pagehide', onHide);
  addEventListener('pageshow', onShow);
  addEventListener('online', onOnline);
  addEventListener('offline', onOffline);
  document.addEventListener('visibilitychange', onVisibility);

  return {
    connect: () => {
      told.status('connecting');
      return connect();
    },
    isOwn: (activity: Activity) => activity.from?.role === 'user' || activity.from?.id === session?.userId,
    conversation: () => session?.conversationId,
    /** Not connected, and not about to be. */
    isIdle: () => isIdle,
    /** @throws Refused */
    async post(activity: object): Promise<void> {
      if (!session || !isStarted) throw new Refused(0, 0);
      const from = { id: session.userId };
      await call(`${LINE}/conversations/${session.conversationId}/activities`, session.token, { ...activity, from });
      newsAt = Date.now();
      if (!socket && !connecting) poll();
    },
    /** Forgets the conversation; the next `connect` of another line begins anew. */
    stop(): void {
      stopped = true;
      clearTimeout(next);
      clearTimeout(renewal);
      socket?.close();
      removeEventListener('pagehide', onHide);
      removeEventListener('pageshow', onShow);
      removeEventListener('online', onOnline);
      removeEventListener('offline', onOffline);
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
}

/** Nothing where the page's policy or its scheme forbids it. */
function openSocket(url: string): WebSocket | undefined {
  try {
    return new WebSocket(url.replace(/^http/, 'ws'));
  } catch {
    return undefined;
  }
}
