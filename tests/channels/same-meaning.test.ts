import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { App } from '../../src/bot/compose';
import { openSideDoor, type SideDoor } from '../../src/commands/open-side-door';
import { type Heard, never, openTestApp, startTalk } from '../converse';

/** Scripts of tests/conversations that were written for the web; see its README. */
const FILES = ['answers', 'steps', 'feedback', 'hand-off', 'choosing', 'languages', 'not-knowing', 'secrets'];
const scripts = z.array(
  z.object({
    title: z.string(),
    language: z.string().default('fr'),
    channel: z.string().default('emulator'),
    scope: z.string().default('personal'),
    talk: z.array(
      z.object({
        joins: z.boolean().optional(),
        user: z.string().optional(),
        times: z.number().default(1),
        click: z.string().optional(),
        fill: z.record(z.string(), z.string()).optional(),
        unsure: z.unknown().optional(),
      }),
    ),
  }),
);
type Script = z.infer<typeof scripts>[number];

const read = (file: string) =>
  scripts.parse(parse(readFileSync(join(__dirname, '..', 'conversations', `${file}.yml`), 'utf8')));
/** What the understanding is made to hesitate about is another test's: here both channels are told the same. */
const isPlain = ({ channel, scope, talk }: Script) =>
  channel === 'emulator' && scope === 'personal' && talk.every(({ unsure }) => unsure === undefined);
const talks = FILES.flatMap((file) => read(file).filter(isPlain));

/** A walk through a check, with the practice account: consent, masked field, finding, report. */
const CHECK: Script = {
  title: 'an account is looked at, and looked at again',
  language: 'fr',
  channel: 'emulator',
  scope: 'personal',
  talk: [
    { user: 'mes déclencheurs sont-ils tous éteints ? vérifiez svp', times: 1 },
    { click: 'Oui, regardez', times: 1 },
    { click: "Essayer avec le compte d'entraînement", times: 1 },
    { click: 'Vérifier à nouveau', times: 1 },
    { user: 'tout vérifier', times: 1 },
  ],
};

let door: SideDoor;
let app: App;
beforeAll(async () => {
  door = await openSideDoor();
  // Progress texts come when they come.
  app = await openTestApp({ publicUrl: door.url }, { wait: never });
  door.lead(app);
});
afterAll(async () => {
  await door.close();
  await app.close();
});

/** The words, without what a channel does to them: marks, addresses and references that differ each time. */
const plain = (text: string) =>
  text
    .replace(/[*_`\\]/g, '')
    .replace(/https?:\/\/\S+/g, 'address')
    .replace(/P-\w{4}-\w{4}/g, 'reference')
    .split(/\s*\n\s*/)
    .filter(Boolean);

async function run({ language, talk }: Script, channelId: string): Promise<readonly Heard[]> {
  const customer = startTalk(app, { channelId, locale: language });
  const heard: Heard[] = [];
  for (const { joins, user, times, click, fill } of talk) {
    if (joins) heard.push(await customer.join());
    if (user !== undefined) heard.push(await customer.say(user.repeat(times)));
    if (click !== undefined) heard.push(await customer.click(click));
    if (fill !== undefined) heard.push(await customer.fill(fill));
  }
  return heard;
}

test.each([...talks, CHECK])('says the same on the web and in Teams: $title', async (script) => {
  const [web, teams] = [await run(script, 'emulator'), await run(script, 'msteams')];
  // A card's own button stands before the choices, or after them.
  const labels = (turns: readonly Heard[]) => turns.map(({ choices }) => choices.toSorted());
  expect(labels(teams)).toEqual(labels(web));
  for (const [i, { text }] of web.entries()) {
    const inTeams = plain(teams[i]?.text ?? '');
    expect(plain(text).filter((line) => !inTeams.includes(line))).toEqual([]);
  }
});

test('the scripts show every kind of reply', async () => {
  const heard = (await Promise.all([...talks, CHECK].map((script) => run(script, 'emulator')))).flat();
  const kinds = heard.flatMap(({ activities }) => activities.map(({ channelData }) => channelData?.passerelle?.kind));
  expect(new Set(kinds)).toEqual(new Set(['text', 'article', 'step', 'sign-in', 'contact', 'report']));
});
