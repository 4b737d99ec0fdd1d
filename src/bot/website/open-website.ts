import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { TurnContext } from 'botbuilder';
import { acceptStreams } from '../../channels/web/accept-stream.js';
import { type Conversations, openConversations, type TurnDoor } from '../../channels/web/conversations.js';
import { openDirectLine } from '../../channels/web/direct-line.js';
import { type Origins, openOrigins } from '../../channels/web/origins.js';
import type { Rate } from '../../channels/web/rate-limit.js';
import type { WebRequest, WebResponse } from '../../channels/web/response.js';
import { openStreams, type Streams } from '../../channels/web/streams.js';
import { openTokens } from '../../channels/web/tokens.js';
import { openWidgetToken } from '../../channels/web/widget-token.js';
import { isStorageFault } from '../../storage/is-storage-fault.js';
import type { Notices } from '../../storage/notices.js';
import type { App } from '../compose.js';
import { beganWrites } from '../turn/turn-record.js';
import { callerOf } from './caller-of.js';

const DAY_SECONDS = 24 * 60 * 60;

/** How much one caller may ask of the website. A person types; these are for what is none. */
export interface WebLimits {
  /** New or renewed tokens of one address: an office behind one address opens many chats. */
  readonly tokens: Rate;
  /** Posts of one conversation. */
  readonly posts: Rate;
  /** Everything of one conversation; Microsoft's client asks up to five times a second when it has no socket. */
  readonly calls: Rate;
  /** Searches and suggestions of one address. */
  readonly searches: Rate;
  /** New conversations of one address. */
  readonly starts: Rate;
  /** Posts of one address, in all its conversations: an office types, too. */
  readonly postsOfAddress: Rate;
  /** What the posts of one address leave in the state file, in bytes. */
  readonly bytesOfAddress: Rate;
  /** Open sockets of one address: tabs of an office. */
  readonly sockets: number;
}

export const WEB_LIMITS: WebLimits = {
  tokens: { burst: 60, perSecond: 1 },
  posts: { burst: 20, perSecond: 2 },
  calls: { burst: 100, perSecond: 10 },
  searches: { burst: 100, perSecond: 10 },
  starts: { burst: 60, perSecond: 0.5 },
  postsOfAddress: { burst: 100, perSecond: 10 },
  bytesOfAddress: { burst: 300_000, perSecond: 3_000 },
  sockets: 300,
};

/** The website's channel: what answers requests and holds sockets. HTTP itself is for {@link answerWebsite}. */
export interface Website {
  readonly origins: Origins;
  readonly conversations: Conversations;
  /** Direct Line 3.0, below `/v3/directline`. */
  directLine(request: WebRequest): Promise<WebResponse>;
  /** `POST /widget/token`. */
  widgetToken(request: WebRequest): Promise<WebResponse>;
  /** Counts a search of this address. @returns the seconds to wait before the next try; 0 when it may pass */
  searchWait(address: string): number;
  /** Makes a socket of `GET …/stream`, or refuses it with the status that says why; never rejects because of a client. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  /** How many sockets are open. */
  sockets(): number;
  /** Looks whether another process has added to what is open here. */
  wakeAll(): void;
  /** Closes the sockets and waits for the turns in flight. */
  close(): Promise<void>;
}

/**
 * Opens the website's channel of an app: its turns run in this process, through the app's own adapter. Nothing listens and
 * no turn begins here; `conversations.resume()` answers what an earlier process left.
 * @param limits how much one caller may ask; see {@link WebLimits}
 */
export function openWebsite(app: App, limits: WebLimits = WEB_LIMITS): Website {
  const { adapter, logic, config, now, wait, log: events, web } = app;
  const tokens = openTokens(web.key, now);
  const origins = openOrigins(config.webOrigins, config.publicUrl, !config.production);
  const limited = (name: Exclude<keyof WebLimits, 'sockets'>) => app.openLimit(name, limits[name]);
  const newId = () => randomBytes(18).toString('base64url');
  const onFailure = (error: unknown) => events.error({ event: 'website failed', error: String(error) });

  const local = openStreams(web.log, onFailure);
  const streams = app.shared ? shareStreams(local, app.shared.notices, app.stopRead) : local;
  const conversations = openConversations({
    log: web.log,
    streams,
    now,
    name: config.team.name ?? 'Passerelle',
    onFailure,
    mayPass: isStorageFault,
    wait,
    runTurn: (activity, door, caller) => {
      const turn = async (context: TurnContext) => {
        await beginAt(door, context);
        await logic(context);
      };
      return adapter.processLocal(activity, door.deliver, turn, caller);
    },
  });
  adapter.openLocally((conversation) => {
    const door = conversations.door(conversation);
    return { begin: (context) => beginAt(door, context), deliver: door.deliver };
  });
  const searches = limited('searches');
  return {
    origins,
    conversations,
    directLine: openDirectLine({
      log: web.log,
      tokens,
      conversations,
      secret: config.webSecret,
      limits: {
        posts: limited('posts'),
        calls: limited('calls'),
        starts: limited('starts'),
        postsOfAddress: limited('postsOfAddress'),
        bytesOfAddress: limited('bytesOfAddress'),
      },
      newId,
    }),
    widgetToken: openWidgetToken({
      tokens,
      limit: limited('tokens'),
      newId,
      now,
      keptSeconds: config.retentionDays * DAY_SECONDS,
    }),
    searchWait: searches,
    upgrade: acceptStreams({
      log: web.log,
      tokens,
      streams,
      addressOf: (request) => callerOf(request, config.proxies),
      mostOfAddress: limits.sockets,
      isTrusted: ({ headers }) => headers.origin !== undefined && origins.isTrusted(headers.origin, headers.host),
    }),
    sockets: streams.count,
    wakeAll: streams.wakeAll,
    async close() {
      streams.close();
      await conversations.settle();
    },
  };
}

/** Sockets of a conversation may be open at any process: each tells the others what it adds. */
function shareStreams(local: Streams, notices: Notices, stopRead: (conversation: string) => void): Streams {
  notices.listen(({ kind, conversation, item }) => {
    if (kind === 'stop') stopRead(conversation);
    else if (kind === 'flash') local.flash(conversation, item ?? {});
    else local.wake(conversation);
  }, local.wakeAll);
  return {
    ...local,
    wake: (conversation) => {
      local.wake(conversation);
      notices.tell({ kind: 'wake', conversation });
    },
    flash: (conversation, activity) => {
      local.flash(conversation, activity);
      notices.tell({ kind: 'flash', conversation, item: activity });
    },
  };
}

/** What is said at this door is stored with everything else that the turn writes. */
async function beginAt(door: TurnDoor, context: TurnContext): Promise<void> {
  const writes = beganWrites(context);
  writes.storesReplies = true;
  await door.begin(writes);
}
