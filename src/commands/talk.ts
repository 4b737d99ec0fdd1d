import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { type Activity, ActivityTypes } from 'botbuilder';
import { compose } from '../bot/compose.js';
import { readConfig } from '../bot/config.js';
import { openLog } from '../bot/log.js';
import { OperatorError } from '../bot/operator-error.js';
import { PRACTICE_PATH } from '../bot/practice-path.js';
import { drawForTerminal } from './draw-for-terminal.js';
import { fail } from './fail.js';
import { openSideDoor } from './open-side-door.js';
import { print } from './print.js';

interface Asking {
  readonly prompt: string;
  /** The site that was typed, while the key is asked for. */
  readonly site?: string;
}

const SITE_PROMPT = 'site> ';
const KEY_PROMPT = 'key (hidden)> ';

/** A stream that swallows what is written to it while it is mute: what is typed into a masked field. */
function mutable(target: NodeJS.WriteStream): { readonly stream: Writable; mute(isMute: boolean): void } {
  let isMute = false;
  const stream = new Writable({
    write(chunk, encoding, done) {
      if (!isMute) target.write(chunk, encoding);
      done();
    },
  });
  return {
    stream,
    mute: (value) => {
      isMute = value;
    },
  };
}

/** Chats in the terminal: the same dialogs and middleware as over HTTP, cards drawn as text. */
export async function talk(
  env: Readonly<Record<string, string | undefined>>,
  language: string | undefined,
): Promise<void> {
  try {
    await converse(env, language);
  } catch (error) {
    fail(error);
  }
}

async function converse(
  env: Readonly<Record<string, string | undefined>>,
  language: string | undefined,
): Promise<void> {
  const config = readConfig({ ...env, NODE_ENV: undefined });
  // Nothing listens here but this: the practice account is looked at over HTTP, like a real one.
  const door = config.practice ? await openSideDoor() : undefined;
  const publicUrl = door?.url ?? config.publicUrl;
  const app = await compose({ ...config, publicUrl }, openLog(env.LOG_LEVEL ?? 'silent'));
  door?.lead(app);
  const { languages } = app.knowledgeService.knowledge;
  if (language !== undefined && !languages.includes(language)) {
    throw new OperatorError(`No knowledge base in "${language}". Languages: ${languages.join(', ')}.`);
  }
  const conversation = { id: `terminal-${randomUUID()}`, conversationType: 'personal', isGroup: false, name: '' };
  const colours = process.stdout.isTTY === true;
  let signIn: { readonly kind: 'sign-in'; readonly check: string } | undefined;
  const hear = async (reply: Partial<Activity>) => {
    print({ drawn: drawForTerminal(reply, colours) });
    const card = reply.channelData?.passerelle;
    if (card?.kind !== 'sign-in') return;
    signIn = { kind: 'sign-in', check: card.check };
    print('  (type /key to enter the site and the key; the key is not shown)\n\n');
  };
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
    return app.adapter.processLocal(whole as Activity, hear, app.logic);
  };

  if (app.practice) {
    print(`A practice account is on, nothing in it is real: ${publicUrl}${PRACTICE_PATH} (PRACTICE=off without)\n`);
  }
  await send({ type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: 'customer', name: 'customer' }] });
  const output = mutable(process.stdout);
  const lines = createInterface({
    input: process.stdin,
    output: output.stream,
    terminal: process.stdin.isTTY === true,
  });
  let asking: Asking = { prompt: '> ' };
  const ask = (next: Asking) => {
    asking = next;
    output.mute(false);
    lines.setPrompt(next.prompt);
    lines.prompt();
    output.mute(next.prompt === KEY_PROMPT);
  };
  // A key must not come back with the arrow keys.
  lines.on('history', (history: string[]) => {
    if (asking.prompt === KEY_PROMPT) history.shift();
  });
  ask(asking);
  for await (const typed of lines) {
    const text = typed.trim();
    if (/^\/(?:quit|exit|q)$/.test(text)) break;
    if (text === '/key' && signIn) ask({ prompt: SITE_PROMPT });
    else if (asking.prompt === SITE_PROMPT) ask({ prompt: KEY_PROMPT, site: text });
    else {
      const { site } = asking;
      ask({ prompt: '' });
      if (site === undefined || !signIn) await send({ type: ActivityTypes.Message, text: typed });
      else await send({ type: ActivityTypes.Message, value: { passerelle: signIn, site, key: text } });
      ask({ prompt: '> ' });
    }
  }
  lines.close();
  await door?.close();
  await app.close();
}
