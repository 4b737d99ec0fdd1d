import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import type { Config } from '../src/bot/config';
import type { Log } from '../src/bot/log';
import { createServer } from '../src/bot/server';
import type { World } from '../src/bot/world';
import { openTestApp } from './converse';

/** A call that the bot made to Teams. */
export interface Call {
  /** `POST` says something, `PUT` changes what was said. */
  readonly method: string;
  readonly path: string;
  readonly activity: Partial<Activity>;
}

export type StandInTeams = Awaited<ReturnType<typeof openTeams>>;

/** The bot over HTTP on one side, and on the other what Teams is for it: a service that takes its messages. */
export async function openTeams(world: Partial<World> = {}, config: Partial<Config> = {}, log?: Log) {
  const calls: Call[] = [];
  const refused = new Set<string>();
  let takesTargeted = true;
  /** What calls are answered with from now on, and the code of an error. */
  let answer: readonly [number, string] = [200, ''];
  /** Calls stay unanswered as long as it is not resolved. */
  let held: Promise<void> = Promise.resolve();
  const service = createHttpServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    calls.push({ method: request.method ?? '', path: request.url ?? '', activity: JSON.parse(body || '{}') });
    await held;
    const isTurnedAway = !takesTargeted && request.url?.includes('isTargetedActivity');
    const [status, code] = refused.has(request.method ?? '')
      ? [404, 'ActivityNotFoundInConversation']
      : isTurnedAway
        ? [400, 'BadArgument']
        : answer;
    response.statusCode = status;
    response.setHeader('content-type', 'application/json');
    const error = { code, message: 'refused' };
    response.end(JSON.stringify(status === 200 ? { id: `message-${calls.length}` } : { error }));
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const app = await openTestApp(config, world, log);
  const server = createServer(app);
  const bot = `http://127.0.0.1:${await server.listen(0)}/api/messages`;
  let posted = 0;

  return {
    app,
    calls,
    /** Answers calls of this method with "not found" from now on. */
    refuse: (method: string) => refused.add(method),
    /** Answers what is for one among others with "bad argument". */
    refuseTargeted: (isRefused: boolean) => {
      takesTargeted = !isRefused;
    },
    answerWith: (status: number, code = '') => {
      answer = [status, code];
    },
    /** Lets no call be answered before this. */
    holdUntil: (until: Promise<void>) => {
      held = until;
    },
    /** What the bot said since the last time somebody asked, typing left out. */
    said: () => calls.splice(0).filter(({ activity }) => activity.type === 'message'),
    /** Posts an activity as Teams does; `body` is what the request was answered with. */
    async post(activity: object) {
      const response = await fetch(bot, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: `from-teams-${posted++}`,
          channelId: 'msteams',
          locale: 'fr-FR',
          serviceUrl: `http://127.0.0.1:${(service.address() as AddressInfo).port}/`,
          from: { id: '29:customer', name: 'Ada' },
          recipient: { id: '28:bot', name: 'Passerelle' },
          conversation: { id: 'a:1', conversationType: 'personal' },
          ...activity,
        }),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    },
    async close() {
      await server.stop();
      service.closeAllConnections();
      service.close();
    },
  };
}

/** A click on a button that wants its answer in place of the message that it stands under. */
export const clickInPlace = (replyToId: string, action: object) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId,
  value: { action: { type: 'Action.Execute', verb: 'passerelle', data: { passerelle: action } }, trigger: 'manual' },
});
