import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { type Activity, ActivityTypes } from 'botbuilder';
import { compose } from '../bot/compose.js';
import { readConfig } from '../bot/config.js';
import { openLog } from '../bot/log.js';
import { fail } from './fail.js';
import { drawForTerminal } from './draw-for-terminal.js';

/** Chats in the terminal: the same dialogs and middleware as over HTTP, cards drawn as text. */
export async function talk(env: Readonly<Record<string, string | undefined>>, language: string | undefined): Promise<void> {
  try {
    await converse(env, language);
  } catch (error) {
    fail(error);
  }
}

async function converse(env: Readonly<Record<string, string | undefined>>, language: string | undefined): Promise<void> {
  const house = await compose(readConfig({ ...env, NODE_ENV: undefined }), openLog(env.LOG_LEVEL ?? 'silent'));
  const { languages } = house.room.knowledge;
  if (language !== undefined && !languages.includes(language)) {
    throw new Error(`No knowledge base in "${language}". Languages: ${languages.join(', ')}.`);
  }
  const conversation = { id: `terminal-${randomUUID()}`, conversationType: 'personal', isGroup: false, name: '' };
  const colours = process.stdout.isTTY === true;
  const send = (activity: Partial<Activity>) => {
    const whole = {
      id: randomUUID(),
      channelId: 'terminal',
      locale: language ?? (env.LANG ?? '').slice(0, 2),
      timestamp: new Date(),
      from: { id: 'customer', name: 'customer' },
      recipient: { id: 'passerelle', name: 'Passerelle' },
      conversation,
      ...activity,
    };
    // An activity has many more fields; a turn reads these.
    return house.adapter.processLocal(whole as Activity, async (reply) => void process.stdout.write(drawForTerminal(reply, colours)), house.logic);
  };

  await send({ type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: 'customer', name: 'customer' }] });
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY === true, prompt: '> ' });
  lines.prompt();
  for await (const text of lines) {
    if (/^\/(?:quit|exit|q)$/.test(text.trim())) break;
    await send({ type: ActivityTypes.Message, text });
    lines.prompt();
  }
  lines.close();
  await house.close();
}
