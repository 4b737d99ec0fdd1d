import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../src/bot/compose';
import { openSideDoor, type SideDoor } from '../src/commands/open-side-door';
import { type PracticeAccountId, practiceKey } from '../src/simulator/practice-keys';
import { openTestApp, startTalk, type Talk } from './converse';

let door: SideDoor;
let app: App;
let folder: string;
let now = new Date('2026-11-23T18:30:00Z');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-accounts-'));
  door = await openSideDoor();
  app = await openTestApp(
    { publicUrl: door.url, practice: true, dataFolder: folder },
    // Progress is said at once: what takes long is shown by tests that make the account slow.
    { now: () => now, wait: async () => {} },
  );
  door.lead(app);
});
afterAll(async () => {
  await door.close();
  await app.close();
  rmSync(folder, { recursive: true });
});
let tests = 0;
beforeEach(() => {
  // Each test has the account's whole rate limit to itself.
  now = new Date(Date.parse('2026-11-23T06:30:00Z') + tests++ * 5 * 60 * 1000);
  app.practice?.faults.clear();
  app.practice?.reset();
});

const QUESTION = 'mes déclencheurs sont-ils tous éteints ? vérifiez svp';

/** Fills in the card of the turn before, as a channel does: the inputs come beside the button's data. */
const signIn = (talk: Talk, key: string, site = 'practice', check = 'triggers') =>
  talk.post({ type: 'message', value: { passerelle: { kind: 'sign-in', check }, site, key } });

async function agreed(question = QUESTION): Promise<Talk> {
  const talk = startTalk(app);
  await talk.say(question);
  await talk.say('oui');
  return talk;
}

async function signedIn(
  id: PracticeAccountId,
  check = 'triggers',
): Promise<{ talk: Talk; text: string; choices: readonly string[] }> {
  const talk = await agreed();
  return { talk, ...(await signIn(talk, practiceKey(id), 'practice', check)) };
}

/** What the practice page does when its button is pressed. */
const press = (form: Record<string, string>, id = 'not-ready') =>
  fetch(`${door.url}/practice/accounts/${id}?lng=fr`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });

describe('before the first look', () => {
  it('asks for leave, says what is read and that nothing is changed', async () => {
    const talk = startTalk(app);
    const heard = await talk.say(QUESTION);
    expect(heard.text).toMatch(/déclencheurs/);
    expect(heard.text).toMatch(/ne (?:change|modifie)/);
    expect(heard.choices).toHaveLength(2);
  });

  it('does not look when the customer says no, and shows the guide instead', async () => {
    const talk = startTalk(app);
    await talk.say(QUESTION);
    const before = app.practice?.seen.length;
    const heard = await talk.say('non');
    expect(heard.choices.join()).toContain('Désactiver les déclencheurs');
    expect(app.practice?.seen.length).toBe(before);
  });

  it('offers a masked field for the key', async () => {
    const talk = startTalk(app);
    await talk.say(QUESTION);
    const { activities } = await talk.say('oui');
    const inputs = activities
      .flatMap(({ attachments = [] }) => attachments.flatMap(({ content }) => content.body))
      .filter(({ id }) => id);
    expect(inputs).toMatchObject([{ id: 'site' }, { id: 'key', style: 'password' }]);
  });

  it('in a group neither asks for a key nor looks', async () => {
    const talk = startTalk(app, { channelId: 'msteams', scope: 'group' });
    const heard = await talk.say(QUESTION);
    expect(JSON.stringify(heard.activities)).not.toContain('"password"');
    expect(heard.text).toContain('privé');
  });
});

describe('the triggers of the practice account', () => {
  it('are named when they are on, and the fix is proven by the next look', async () => {
    const { talk, text } = await signedIn('not-ready');
    expect(text).toContain('À corriger');
    expect(text).toContain('Auto-assign VIP');
    expect(text).toContain('Close after 72h');
    expect((await press({ do: 'trigger', id: '8801', state: 'inactive' })).status).toBe(303);
    const second = await talk.say('vérifie encore mes déclencheurs');
    expect(second.text).toMatch(/1 .*2/);
    expect(second.text).toContain('Close after 72h');
    await press({ do: 'trigger', id: '8807', state: 'inactive' });
    const third = await talk.say('vérifie encore mes déclencheurs');
    expect(third.text).toContain('**OK**');
    expect(third.text).not.toContain('À corriger');
  });

  it('can be looked at without any key of one’s own', async () => {
    const talk = startTalk(app);
    await talk.say(QUESTION);
    const { choices } = await talk.say('oui');
    const heard = await talk.click(choices.find((choice) => choice.includes('entraînement')) ?? 'no practice button');
    expect(heard.text).toContain('Auto-assign VIP');
    expect(heard.text).toContain(`${door.url}/practice`);
  });

  it('lead to the guide that mends them', async () => {
    const { talk, choices } = await signedIn('not-ready');
    const steps = choices.find((label) => label.includes('Désactiver les déclencheurs'));
    expect((await talk.click(steps ?? 'no button to the steps')).text).toContain('Étape 1 sur 7');
  });
});

describe('after the steps that mend what was found', () => {
  it('“done” makes the bot look again and say what changed', async () => {
    const { talk } = await signedIn('not-ready');
    await press({ do: 'trigger', id: '8801', state: 'inactive' });
    await press({ do: 'trigger', id: '8807', state: 'inactive' });
    expect((await talk.say("c'est fait")).text).toContain('**OK**');
  });

  it('the way back to the check is offered at the end of the steps', async () => {
    const { talk, choices } = await signedIn('not-ready');
    await talk.click(choices.find((label) => label.includes('Désactiver les déclencheurs')) ?? 'no steps');
    let heard = await talk.say('suivant');
    for (let step = 3; step <= 8; step++) heard = await talk.say('suivant');
    expect(heard.choices).toContain('Vérifier à nouveau');
  });
});

describe('two practice accounts are two', () => {
  const lookAlso = async (talk: Talk, id: PracticeAccountId, question: string) => {
    await talk.say('oubliez ma clé');
    await talk.say(question);
    return signIn(talk, practiceKey(id), 'practice', 'triggers');
  };

  it('a confirmation for one is none for the other, and “not yet” takes it back', async () => {
    const { talk } = await signedIn('ready', 'email-notifications');
    const first = await talk.say('vérifie mes notifications e-mail');
    await talk.click(first.choices.find((label) => label.startsWith('Oui')) ?? 'no yes');
    expect((await talk.say('vérifie mes notifications e-mail')).text).toContain(
      'Vous m’avez confirmé'.replace('’', "'"),
    );
    await lookAlso(talk, 'not-ready', QUESTION);
    const other = await talk.say('vérifie mes notifications e-mail');
    expect(other.text).not.toContain("Vous m'avez confirmé");
    await lookAlso(talk, 'ready', QUESTION);
    const back = await talk.say('vérifie mes notifications e-mail');
    expect(back.text).toContain("Vous m'avez confirmé");
    const taken = await talk.click(back.choices.find((label) => label.startsWith('Pas encore')) ?? 'no “not yet”');
    expect(taken.text).toContain('ne sont pas encore coupées');
    expect((await talk.say('vérifie mes notifications e-mail')).text).not.toContain("Vous m'avez confirmé");
  });

  it('a look at another takes nothing from the list of what is to be put back', async () => {
    const { talk } = await signedIn('not-ready');
    await press({ do: 'trigger', id: '8801', state: 'inactive' });
    await lookAlso(talk, 'ready', QUESTION);
    await lookAlso(talk, 'not-ready', QUESTION);
    expect((await talk.say("qu'est-ce qui n'est pas encore réactivé ?")).text).toContain('Auto-assign VIP');
  });
});

describe('what cannot be proven', () => {
  it.each([
    'forbidden',
    'not-found',
    'rate-limited',
    'server-error',
    'bad-gateway',
    'broken-connection',
    'cut-off',
    'log-in-page',
    'empty',
    'wrong-shape',
    'list-null',
  ] as const)('is unknown, never OK, when the account answers with %s', async (fault) => {
    app.practice?.faults.set({ fault, resource: 'triggers' });
    const { text } = await signedIn('ready');
    app.practice?.faults.clear();
    expect(text).toContain('Inconnu');
    expect(text).not.toContain('**OK**');
  });

  it('a key that is no admin’s proves nothing by an empty list', async () => {
    const { text } = await signedIn('non-admin');
    expect(text).toContain('Inconnu');
    expect(text).not.toContain('**OK**');
  });

  it('a key of the old product is recognised, and forgotten at once', async () => {
    const { talk, text } = await signedIn('legacy-key', 'api-key');
    expect(text).toContain('À corriger');
    const again = await talk.say('vérifie ma clé api');
    expect(again.activities.some(({ channelData }) => channelData?.passerelle?.kind === 'sign-in')).toBe(true);
  });
});

describe('signing in', () => {
  it.each([
    ['an e-mail address instead of the site', 'ana@exemple.fr', practiceKey('ready')],
    ['another domain', 'https://teamwork.com.evil.example', practiceKey('ready')],
    ['an IP address', '169.254.169.254', practiceKey('ready')],
    ['an e-mail address instead of the key', 'practice', 'ana@exemple.fr'],
    ['a key that is too short', 'practice', 'abc'],
    ['nothing', '', ''],
  ])('says what is wrong with %s and asks again', async (_, site, key) => {
    const talk = await agreed();
    const heard = await signIn(talk, key, site);
    expect(heard.activities).toHaveLength(2);
    expect(heard.activities[1]?.channelData?.passerelle?.kind).toBe('sign-in');
  });

  it('forgives spaces and quotes around the key', async () => {
    const talk = await agreed();
    expect((await signIn(talk, ` "${practiceKey('ready')}" `)).text).toContain('**OK**');
  });

  it('forgets the key on request, with a receipt, and asks again for the next look', async () => {
    const { talk } = await signedIn('ready');
    const receipt = await talk.say('oublie ma clé');
    expect(receipt.text).toMatch(/oublié|effacé|supprimé/i);
    expect((await talk.say(QUESTION)).text).not.toContain('**OK**');
    expect((await talk.say('oublie ma clé')).text).not.toEqual(receipt.text);
  });

  it('forgets the key on goodbye', async () => {
    const { talk } = await signedIn('ready');
    await talk.say('au revoir');
    expect((await talk.say(QUESTION)).text).not.toContain('**OK**');
  });

  it('forgets the key when its time is over', async () => {
    const { talk } = await signedIn('ready');
    now = new Date(now.getTime() + 31 * 60 * 1000);
    expect((await talk.say(QUESTION)).text).not.toContain('**OK**');
  });
});

describe('two customers at once', () => {
  it('never see each other’s account', async () => {
    const [one, other] = await Promise.all([agreed(), agreed()]);
    const [first, second] = await Promise.all([
      signIn(one, practiceKey('not-ready')),
      signIn(other, practiceKey('ready')),
    ]);
    expect(first.text).toContain('Auto-assign VIP');
    expect(second.text).not.toContain('Auto-assign VIP');
    expect(second.text).toContain('**OK**');
  });
});

describe('a look that takes long', () => {
  it('says that it is still going on, before the result', async () => {
    const { text } = await signedIn('ready');
    expect(text.indexOf('regarde')).toBeLessThan(text.indexOf('**OK**'));
  });

  it('stops at once when the customer cancels', async () => {
    const talk = await agreed();
    app.practice?.faults.set({ fault: 'slow', resource: 'triggers' });
    const looking = signIn(talk, practiceKey('ready'));
    for (let i = 0; i < 200 && !app.practice?.seen.some(({ path }) => path.includes('triggers')); i++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await talk.say('annuler');
    const heard = await looking;
    app.practice?.faults.clear();
    expect(heard.text).not.toContain('**OK**');
    expect(heard.text).not.toContain('Inconnu');
  });
});

describe('what only the customer knows', () => {
  it('is taken from a pasted list of agents', async () => {
    const { talk, choices } = await signedIn('ready', 'agents');
    const label = choices.find((choice) => /liste/.test(choice));
    await talk.click(label ?? 'no button for the list');
    const heard = await talk.say('olena@acme.example, personne@ailleurs.example');
    expect(heard.text).toContain('À corriger');
    expect(heard.text).toContain('personne@ailleurs.example');
  });

  it('is asked again in other words when nothing was understood', async () => {
    const { talk, choices } = await signedIn('ready', 'agents');
    const asked = await talk.click(choices.find((choice) => /liste/.test(choice)) ?? 'no button for the list');
    const again = await talk.say('@@@ : ;');
    expect(again.text).not.toEqual(asked.text);
    expect(again.choices.length).toBeGreaterThan(1);
  });

  it('e-mail notifications are never OK, only confirmed by hand, with the date', async () => {
    const { talk, text, choices } = await signedIn('ready', 'email-notifications');
    expect(text).toContain('Inconnu');
    expect(text).not.toContain('**OK**');
    const done = choices.find((choice) => /coupé|désactivé|éteint/i.test(choice));
    expect((await talk.click(done ?? 'no button to confirm')).text).toContain('23 novembre 2026');
  });
});

describe('readiness', () => {
  it('is one report with a page to share that holds no key and expires', async () => {
    const { text, choices } = await signedIn('not-ready', 'all');
    expect(text).toContain('À corriger');
    expect(choices.length).toBeGreaterThan(2);
    const address = /https?:\/\/\S+\/reports\/[\w-]+/.exec(text)?.[0] ?? '';
    const page = await fetch(address);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('À corriger');
    expect(html).not.toContain(practiceKey('not-ready'));
    now = new Date(now.getTime() + 8 * 24 * 60 * 60 * 1000);
    expect((await fetch(address)).status).toBe(404);
  });

  it.each(['emulator', 'msteams'])('says every row once, with what it is about (%s)', async (channelId) => {
    const talk = startTalk(app, { channelId });
    await talk.say(QUESTION);
    await talk.say('oui');
    const { text } = await signIn(talk, practiceKey('not-ready'), 'practice', 'all');
    expect(text.match(/Auto-assign VIP/g)).toHaveLength(1);
    expect(text.match(/luc@acme\.example/g)).toHaveLength(1);
    expect(text.match(/^Champs personnalisés$/gm)).toHaveLength(1);
  });

  it('needs at most 8 requests on a small account', async () => {
    const talk = await agreed();
    const before = app.practice?.seen.length ?? 0;
    await signIn(talk, practiceKey('ready'), 'practice', 'all');
    expect((app.practice?.seen.length ?? 0) - before).toBeLessThanOrEqual(8);
  });
});

describe('after the migration', () => {
  it('tells what was on before and is not back on yet', async () => {
    const { talk } = await signedIn('not-ready', 'all');
    await press({ do: 'trigger', id: '8801', state: 'inactive' });
    await press({ do: 'trigger', id: '8807', state: 'inactive' });
    const heard = await talk.say("qu'est-ce qui n'est pas encore réactivé ?");
    expect(heard.text).toContain('Auto-assign VIP');
    await press({ do: 'trigger', id: '8801', state: 'active' });
    expect((await talk.say("qu'est-ce qui n'est pas encore réactivé ?")).text).toContain('Close after 72h');
  });
});

it('leaves the key in no file, whatever was done with it', async () => {
  const key = 'tkn.v1_Y2FuYXJ5LXRoYXQtbXVzdC1uZXZlci1zaW5nLWluLWEtZmlsZS1ldmVy';
  const written = jest.spyOn(process.stdout, 'write');
  const talk = await agreed();
  const heard = [
    await signIn(talk, key),
    await talk.say(`ma clé est ${key}`),
    await talk.say(key),
    await talk.say('je veux parler à quelqu’un'),
  ];
  heard.push(await talk.say(`Ana ${key}`), await talk.say('ana@exemple.fr'), await talk.say('envoyer'));
  expect(JSON.stringify(heard)).not.toContain(key);
  expect(JSON.stringify(await app.cases())).not.toContain(key);
  expect(JSON.stringify(written.mock.calls)).not.toContain(key);
  written.mockRestore();
  for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).includes(key)).toBe(false);
});
