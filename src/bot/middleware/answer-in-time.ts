import {
  ActivityTypes,
  BotCallbackHandlerKey,
  DeliveryModes,
  type Middleware,
  type Response,
  type TurnContext,
} from 'botbuilder';
import type { AccountService } from '../../dialogs/account/account-service.js';
import { steadyClock } from '../steady-clock.js';
import { invokeAnswer } from '../turn/invoke-response.js';

/** The latest answer to a click, in milliseconds: Teams shows an error when it waits for more than a few seconds. */
const LATEST_TO_INVOKE = 800;
/** The latest answer to anything else: Teams delivers again what is not answered within 15 s. */
const LATEST = 8_000;

interface InTimeDeps {
  readonly now: () => Date;
  readonly wait: AccountService['wait'];
  /** "One moment", in the language of this locale. */
  readonly moment: (locale: string | undefined) => string;
}

interface Pending {
  /** When the request came, in milliseconds of a steady clock. */
  readonly since: number;
  /** Ends with the turn. */
  readonly over: AbortSignal;
  answer(body: object | undefined): void;
  refuse(): void;
}

type Logic = (context: TurnContext) => Promise<void>;

/** Answers a request before its channel gives up, whether its turn has ended or not. */
export interface InTime {
  /** Runs the turn of a request with a response that is written once: by the turn, or by the clock before it. */
  run(response: Response, logic: Logic, turn: (response: Response, logic: Logic) => Promise<void>): Promise<void>;
  /** Starts the clock. It stands behind the sign-in, so nobody unproved is answered early. */
  readonly middleware: Middleware;
  /** Answers the request of a turn that cannot be taken now with 429: its sender tries again. */
  refuse(context: TurnContext): void;
}

/** Answers a request that takes long before its turn is over; what the turn says goes through the connector anyway. */
export function answerInTime({ now, wait, moment }: InTimeDeps): InTime {
  // A turn knows its request by its logic, which is the request's own. An AsyncLocalStorage would slow down every promise.
  const requests = new WeakMap<Logic, Pending>();
  const clock = steadyClock(now);
  return {
    async run(response, logic, turn) {
      const over = new AbortController();
      const once = writtenOnce(response);
      const own: Logic = (context) => logic(context);
      requests.set(own, { since: clock(), over: over.signal, answer: once.answer, refuse: once.refuse });
      try {
        await turn(once.response, own);
      } finally {
        // Without a reason an exception, stack and all, would be made for each request.
        over.abort('over');
      }
    },
    middleware: {
      onTurn({ activity, turnState }, next) {
        const pending = requests.get(turnState.get(BotCallbackHandlerKey));
        // Whoever wants the replies in the response waits for them.
        if (pending && activity.deliveryMode !== DeliveryModes.ExpectReplies) {
          const isInvoke = activity.type === ActivityTypes.Invoke;
          const latest = isInvoke ? LATEST_TO_INVOKE : LATEST;
          wait(Math.max(0, latest - (clock() - pending.since)), pending.over).then(
            () => pending.answer(isInvoke ? invokeAnswer(activity, moment(activity.locale)) : undefined),
            // The turn was faster.
            () => {},
          );
        }
        return next();
      },
    },
    refuse: ({ turnState }) => requests.get(turnState.get(BotCallbackHandlerKey))?.refuse(),
  };
}

/** Whoever writes first has written; the other's words are dropped. */
function writtenOnce(response: Response): Pick<Pending, 'answer' | 'refuse'> & { readonly response: Response } {
  let writer: 'turn' | 'clock' | undefined;
  const isTurns = () => {
    writer ??= 'turn';
    return writer === 'turn';
  };
  const write = (status: number, body: object | undefined) => {
    if (writer) return;
    writer = 'clock';
    response.status(status);
    if (status === 429) response.header('Retry-After', '2');
    if (body) response.send(body);
    response.end();
  };
  return {
    response: {
      socket: response.socket,
      header: (name, value) => (isTurns() ? response.header(name, value) : undefined),
      status: (code) => (isTurns() ? response.status(code) : undefined),
      send: (body) => (isTurns() ? response.send(body) : undefined),
      end: (...args) => (isTurns() ? response.end(...args) : undefined),
    },
    answer: (body) => write(200, body),
    refuse: () => write(429, { error: { code: 'TooManyRequests', message: 'Too many requests. Try again later.' } }),
  };
}
