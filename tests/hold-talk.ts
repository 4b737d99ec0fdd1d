import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { DISTURBANCES } from '../src/simulator/faults';
import { PRACTICE_ACCOUNTS, practiceKey } from '../src/simulator/practice-keys';
import { type Heard, startTalk } from './converse';

const some = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));

/** What happens in a practice account between two turns. */
const change = z.strictObject({
  list: z.enum(['users', 'agentinvites', 'inboxes', 'triggers', 'customfields', 'customfieldoptions']),
  id: z.number().int().optional(),
  set: z.record(z.string(), z.json()).optional(),
  remove: z.union([z.literal(true), z.literal('all')]).optional(),
});
export type Change = z.infer<typeof change>;
const fault = z.strictObject({ fault: z.enum(DISTURBANCES), resource: z.string().optional() });
export type AccountFault = z.infer<typeof fault>;

/** What a new version finds, and brings. */
const deploy = z.strictObject({
  dialogs: z.literal('changed').optional(),
  remembers: z.record(z.string(), z.json()).optional(),
});
export type Deploy = z.infer<typeof deploy>;

const line = z.strictObject({
  joins: z.literal(true).optional(),
  user: z.string().optional(),
  unsure: z.array(z.string()).optional(),
  times: z.number().int().min(1).default(1),
  click: z.string().optional(),
  fill: z.record(z.string(), z.string()).optional(),
  signIn: z.enum(PRACTICE_ACCOUNTS).optional(),
  changes: z.array(change).optional(),
  faults: z.array(fault).optional(),
  deploy: deploy.optional(),
  bot: some.optional(),
  never: some.optional(),
  choices: z.array(z.string()).optional(),
  noChoices: z.array(z.string()).optional(),
  most: z.number().optional(),
});

/** See tests/conversations/README.md: support staff read and write these. */
const conversation = z.strictObject({
  title: z.string(),
  rules: z.array(z.number().int().min(1).max(25)).default([]),
  language: z.string().default('fr'),
  channel: z.string().default('emulator'),
  scope: z.enum(['personal', 'group']).default('personal'),
  account: z.enum(PRACTICE_ACCOUNTS).default('ready'),
  talk: z.array(line).min(1),
});
export type Conversation = z.infer<typeof conversation>;

/** The conversations of a folder, by file. */
export function readConversations(folder: string) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  return files.map((file) => ({
    file,
    talks: z.array(conversation).parse(parse(readFileSync(join(folder, file), 'utf8'))),
  }));
}

/** What can happen around a conversation; a suite that knows nothing of it leaves it out. */
interface Surroundings {
  /** Makes the understanding hesitate between these intents about these words. */
  readonly unsure?: (words: string, intents: readonly string[]) => void;
  readonly change?: (account: Conversation['account'], changes: readonly Change[]) => void;
  readonly faults?: (faults: readonly AccountFault[]) => void;
  readonly deploy?: (deploy: Deploy, conversation: string) => Promise<void>;
}

/**
 * Holds a conversation as it is written.
 * @returns every turn of the bot
 * @throws with the conversation up to there when the bot does not say what is written
 */
export async function holdTalk(
  app: Parameters<typeof startTalk>[0],
  { language, channel, scope, account, talk }: Conversation,
  around: Surroundings = {},
): Promise<readonly Heard[]> {
  const id = `yaml-${conversations++}`;
  const customer = startTalk(app, { channelId: channel, locale: language, scope, id });
  const transcript: string[] = [];
  const turns: Heard[] = [];
  let heard: Heard = { text: '', choices: [], activities: [] };
  for (const { bot = [], never = [], choices = [], noChoices = [], most, ...step } of talk) {
    const { joins, user, unsure, times, click, fill, signIn } = step;
    if (step.changes) does(around.change)(account, step.changes);
    if (step.faults) does(around.faults)(step.faults);
    if (step.deploy) await does(around.deploy)(step.deploy, `${channel}/conversations/${id}/`);
    if (joins) heard = await customer.join();
    if (user !== undefined && unsure) does(around.unsure)(user, unsure);
    if (user !== undefined) heard = await customer.say(user.repeat(times));
    if (click !== undefined) heard = await customer.click(click);
    if (fill !== undefined) heard = await customer.fill(fill);
    if (signIn !== undefined) heard = await customer.fill({ site: 'practice', key: practiceKey(signIn) });
    turns.push(heard);
    const said = user ?? click ?? (joins ? '(joins)' : signIn ? `(the key of ${signIn})` : JSON.stringify(fill));
    transcript.push(`> ${said}`, heard.text, `[${heard.choices.join('] [')}]`);
    const must = (is: boolean, complaint: string) => {
      if (!is) throw new Error(`${complaint}\n\n${transcript.join('\n')}`);
    };
    for (const words of bot) must(heard.text.includes(words), `The bot should say: ${words}`);
    for (const words of never) must(!heard.text.includes(words), `The bot must not say: ${words}`);
    for (const label of choices) must(heard.choices.includes(label), `There should be a button: ${label}`);
    for (const label of noChoices) must(!heard.choices.includes(label), `There must be no button: ${label}`);
    if (most !== undefined) must(heard.choices.length <= most, `There must be at most ${most} buttons`);
    must(heard.text === '' || heard.choices.length > 0, 'Every turn leaves a way on (rule 9)');
    must(channel !== 'msteams' || mostSuggested(heard) <= 3, 'Teams shows at most three suggested actions (rule 3)');
  }
  return turns;
}

let conversations = 0;

function does<Does>(what: Does | undefined): Does {
  if (what === undefined) throw new Error('This suite cannot do what the conversation asks for');
  return what;
}

const mostSuggested = ({ activities }: Heard) =>
  Math.max(0, ...activities.map(({ suggestedActions }) => suggestedActions?.actions.length ?? 0));
