import { type Activity, ActivityTypes, type CardAction } from 'botbuilder';
import { type App, compose } from '../src/bot/compose';
import { type Config, SHIPPED_DEPLOYMENT } from '../src/bot/config';
import { type Log, openLog } from '../src/bot/log';
import type { World } from '../src/bot/world';
import { cardTexts } from '../src/channels/adaptive-card';

export const TEST_CONFIG: Config = {
  port: 0,
  keepAliveSeconds: 65,
  production: false,
  dataFolder: ':memory:',
  databaseConnections: 10,
  knowledgeFolder: SHIPPED_DEPLOYMENT,
  team: {},
  retentionDays: 30,
  logLevel: 'silent',
  keyMinutes: 30,
  falseAnswerBudget: 0.04,
  practice: true,
  probes: false,
  publicUrl: 'http://localhost:3978',
  webOrigins: [],
  timeZone: 'Europe/Paris',
  proxies: 0,
  credentials: {},
};

/** An app with nothing on disk, a clock that stands still and chance that repeats itself. */
export function openTestApp(changes: Partial<Config> = {}, world: Partial<World> = {}, log?: Log): Promise<App> {
  const config: Config = { ...TEST_CONFIG, ...changes };
  let drawn = 0;
  return compose(config, log ?? openLog(config.logLevel), {
    now: () => new Date('2026-11-23T18:30:00Z'),
    // A linear congruential generator (Numerical Recipes): no two references of a suite are the same.
    random: () => {
      drawn = (drawn * 1664525 + 1013904223) % 2 ** 32;
      return drawn / 2 ** 32;
    },
    ...world,
  });
}

/** For what would come when something takes long: a clock that never rings. */
export const never: NonNullable<World['wait']> = (_milliseconds, signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));

/** What the bot said in one turn. */
export interface Heard {
  readonly text: string;
  readonly choices: readonly string[];
  readonly activities: readonly Partial<Activity>[];
}

export interface Talk {
  join(): Promise<Heard>;
  say(text: string): Promise<Heard>;
  /** Clicks a button of the turn before. */
  click(label: string): Promise<Heard>;
  /** Fills the newest form, as it came, and submits it. */
  fill(fields: Readonly<Record<string, string>>): Promise<Heard>;
  post(activity: Partial<Activity>): Promise<Heard>;
}

interface Setting {
  readonly channelId?: string;
  readonly locale?: string;
  readonly scope?: 'personal' | 'group';
  readonly id?: string;
  /** What the channel calls the customer. */
  readonly name?: string;
}

let conversations = 0;

/** @param app who answers; it may be another one from turn to turn */
export function startTalk(
  app: Pick<App, 'adapter' | 'logic'>,
  { channelId = 'emulator', locale = 'fr-FR', scope = 'personal', id, name = '' }: Setting = {},
): Talk {
  const conversation = {
    id: id ?? `conversation-${conversations++}`,
    conversationType: scope === 'group' ? 'channel' : 'personal',
    isGroup: scope === 'group',
    name: '',
  };
  let buttons: readonly CardAction[] = [];
  let form: Form | undefined;
  let sent = 0;

  const post = async (activity: Partial<Activity>): Promise<Heard> => {
    const activities: Partial<Activity>[] = [];
    const whole = {
      id: `activity-${sent++}`,
      channelId,
      locale,
      timestamp: new Date('2026-11-23T18:30:00Z'),
      from: { id: 'customer', name },
      recipient: { id: 'bot', name: 'Passerelle' },
      conversation,
      ...activity,
    } as Activity;
    await app.adapter.processLocal(whole, async (said) => void activities.push(said), app.logic);
    const messages = activities.filter(({ type }) => type === ActivityTypes.Message);
    buttons = messages.flatMap(buttonsOf);
    form = messages.flatMap(formOf).at(-1) ?? form;
    return {
      text: asRead(plainSpaces(messages.map(textOf).join('\n\n'))),
      choices: buttons.map(({ title }) => plainSpaces(title)),
      activities,
    };
  };
  return {
    post,
    // A group hears of us when we are added to it; alone, a customer joins us. Teams tells of both as an installation.
    join: () => {
      if (channelId === 'msteams') return post({ type: ActivityTypes.InstallationUpdate, action: 'add' });
      const joined = scope === 'group' ? { id: 'bot', name: 'Passerelle' } : { id: 'customer', name: 'Customer' };
      return post({ type: ActivityTypes.ConversationUpdate, membersAdded: [joined] });
    },
    say: (text) => post({ type: ActivityTypes.Message, text }),
    fill: (fields) => {
      if (!form) throw new Error('There is no form to fill');
      return post({ type: ActivityTypes.Message, value: { ...form.data, ...form.values, ...fields } });
    },
    click: (label) => {
      const button = buttons.find(({ title }) => plainSpaces(title) === plainSpaces(label));
      if (!button)
        throw new Error(`No button "${label}". There were: ${buttons.map(({ title }) => title).join(' | ')}`);
      return post({ type: ActivityTypes.Message, text: button.title, value: button.value });
    },
  };
}

/** The words of a message, those of its Adaptive Cards included. */
export function textOf({ text, attachments }: Partial<Activity>): string {
  const cards = (attachments ?? []).flatMap(({ content }) => cardTexts(content));
  return [text ?? '', ...cards].filter(Boolean).join('\n\n');
}

/** Names and addresses as they are read: without what keeps them from becoming links. */
export const asRead = (text: string) => text.replace(/\\([:.@])/g, '$1').replaceAll('\u2060', '');

/** French puts narrow and unbreakable spaces before "?" and inside quotation marks; whoever writes a test types plain ones. */
const plainSpaces = (text: string) => text.replace(/\p{Zs}/gu, ' ');

interface Form {
  /** What its own button carries. */
  readonly data: object;
  /** What stands in its fields. */
  readonly values: Readonly<Record<string, string>>;
}

function formOf({ attachments = [] }: Partial<Activity>): readonly Form[] {
  return attachments.flatMap(({ content }) => {
    const inputs = (content?.body ?? []).filter(({ type }: { type: string }) => type === 'Input.Text');
    if (inputs.length === 0) return [];
    const values = inputs.map(({ id, value = '' }: { id: string; value?: string }) => [id, value]);
    return [{ data: content.actions[0].data, values: Object.fromEntries(values) }];
  });
}

/** With their labels told whole: Teams cuts what is longer than a button. */
function buttonsOf({ suggestedActions, attachments }: Partial<Activity>): readonly CardAction[] {
  const onCards = (attachments ?? []).flatMap(({ content }) => content?.actions ?? []);
  return [
    ...(suggestedActions?.actions ?? []).map((action) =>
      action.type === 'imBack' && typeof action.value === 'string' ? { ...action, title: action.value } : action,
    ),
    ...onCards.map(({ title, tooltip, data }: { title: string; tooltip?: string; data: unknown }) => ({
      type: 'messageBack',
      title: tooltip ?? title,
      value: data,
    })),
  ];
}
