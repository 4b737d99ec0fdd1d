import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import type { App } from '../../src/bot/compose';
import { createServer as createPasserelle } from '../../src/bot/server';

/** Teams' side of a conversation, on this machine: takes what the bot says, and says what a customer types. */
export interface TeamsConnector {
  readonly said: Partial<Activity>[];
  /** Answers with this status from now on; 200 unless told. */
  answerWith(status: number): void;
  post(activity: object): Promise<{ readonly status: number; readonly body: string }>;
  close(): Promise<void>;
}

const ADA = { id: '29:1abc', name: 'Ada' };
const BOT = { id: '28:bot', name: 'Support' };

/** @param member what Teams tells of whom we talk to; nothing when it does not tell */
export async function openTeamsConnector(
  app: App,
  member?: { readonly id: string; readonly name: string; readonly email: string },
): Promise<TeamsConnector> {
  const said: Partial<Activity>[] = [];
  let status = 200;
  const teams = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      if (request.method === 'GET') {
        response.writeHead(member ? 200 : 404, { 'content-type': 'application/json' });
        return void response.end(JSON.stringify(member ?? {}));
      }
      if (status === 200) said.push(JSON.parse(Buffer.concat(parts).toString()));
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: `t-${said.length}` }));
    });
  });
  await new Promise<void>((resolve) => teams.listen(0, '127.0.0.1', resolve));
  const server = createPasserelle(app);
  const port = await server.listen(0);
  let posted = 0;
  return {
    said,
    answerWith: (code) => {
      status = code;
    },
    async post(activity) {
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: `posted-${posted++}`,
          channelId: 'msteams',
          serviceUrl: `http://127.0.0.1:${(teams.address() as AddressInfo).port}/`,
          locale: 'en-GB',
          localTimezone: 'America/New_York',
          from: ADA,
          recipient: BOT,
          conversation: { id: 'a:1xyz', conversationType: 'personal', tenantId: 't-1' },
          ...activity,
        }),
      });
      return { status: response.status, body: await response.text() };
    },
    async close() {
      await server.stop();
      teams.closeAllConnections();
      teams.close();
    },
  };
}
