import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { practiceKey } from '../../../src/simulator/practice-keys';
import { openDatabase } from '../../../src/storage/open-database';
import { never } from '../../converse';
import { clickInPlace, openTeams, type StandInTeams } from '../../stand-in-teams';

let teams: StandInTeams;
let folder: string;
/** A test that is about slowness makes it ring. */
let wait = never;
beforeEach(async () => {
  // The SDK reports calls that failed on the console.
  jest.spyOn(console, 'error').mockImplementation(() => {});
  wait = never;
  folder = mkdtempSync(join(tmpdir(), 'passerelle-teams-'));
  const world = { wait: (milliseconds: number, signal: AbortSignal) => wait(milliseconds, signal) };
  teams = await openTeams(world, { dataFolder: folder });
});
afterEach(async () => {
  await teams.close();
  rmSync(folder, { recursive: true });
  jest.restoreAllMocks();
});

const GROUP = { conversation: { id: '19:team;messageid=1', conversationType: 'channel', isGroup: true } };
const said = () => teams.said().map(({ activity }) => activity);
/** What is kept of what customers said of articles. */
async function ratings() {
  const db = await openDatabase(folder);
  const rows = await db.selectFrom('ratings').select(['article', 'helpful', 'reason']).execute();
  await db.destroy();
  return rows;
}
const words = () => JSON.stringify(said());
/** Asks for an article; the id of the message that shows it, as Teams gave it. */
async function showArticle(more: object = {}): Promise<string> {
  await teams.post({ text: 'comment désactiver les déclencheurs ?', ...more });
  const at = teams.calls.findIndex(({ activity }) => activity.attachments?.length);
  const id = `message-${at + 1}`;
  teams.said();
  return id;
}

async function openSteps(): Promise<void> {
  await teams.post({ value: { passerelle: { kind: 'steps', article: 'triggers', step: 1 } } });
  teams.said();
}

describe('steps in one card', () => {
  it('the next step takes the place of the card, and comes in the answer to the click', async () => {
    await openSteps();
    const { status, body } = await teams.post(clickInPlace('card-1', { kind: 'next' }));
    const calls = teams.said();
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /v3/conversations/a%3A1/activities/card-1',
    ]);
    expect(JSON.stringify(calls[0]?.activity)).toContain('Étape 2 sur 7');
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(body.value).toEqual(calls[0]?.activity.attachments?.[0]?.content);
  });

  it('a card that is gone is said anew', async () => {
    await openSteps();
    teams.refuse('PUT');
    const { status } = await teams.post(clickInPlace('card-1', { kind: 'next' }));
    expect(status).toBe(200);
    const calls = teams.said();
    expect(calls.map(({ method }) => method)).toEqual(['PUT', 'POST']);
    expect(JSON.stringify(calls[1]?.activity)).toContain('Étape 2 sur 7');
  });

  it('what was said in place is in what a person gets', async () => {
    await openSteps();
    await teams.post(clickInPlace('card-1', { kind: 'next' }));
    await teams.post({ text: 'parler à une personne' });
    await teams.post({ text: 'Grace Hopper' });
    await teams.post({ text: 'grace@example.com' });
    await teams.post({ text: 'Envoyer' });
    const [{ transcript } = { transcript: [] }] = await teams.app.cases();
    expect(transcript.filter(({ text }) => text.includes('Étape 2 sur 7'))).toHaveLength(1);
  });

  it('a click that is answered by plain words says where they are', async () => {
    const { body } = await teams.post(clickInPlace('card-1', { kind: 'next' }));
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: "C'est fait : la réponse se trouve plus bas.",
    });
    expect(teams.said().map(({ method }) => method)).toEqual(['POST']);
  });

  it('an invoke that is not ours is declined, not guessed at', async () => {
    const { status } = await teams.post({ type: 'invoke', name: 'task/fetch', value: {} });
    expect(status).toBe(501);
    expect(teams.said()).toEqual([]);
  });
});

describe('in time', () => {
  it('tells that it is typing before it answers a message', async () => {
    await teams.post({ text: 'bonjour' });
    expect(teams.calls.map(({ activity }) => activity.type)).toEqual(['typing', 'message']);
  });

  it('answers a click before Teams takes the card', async () => {
    await openSteps();
    wait = async () => {};
    let release = () => {};
    teams.holdUntil(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    const { body } = await teams.post(clickInPlace('card-1', { kind: 'next' }));
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(body.value).toMatch(/^Un instant/);
    release();
  });

  it('answers a message that is delivered again once', async () => {
    await teams.post({ id: 'm1', text: 'bonjour' });
    await teams.post({ id: 'm1', text: 'bonjour' });
    expect(said()).toHaveLength(1);
  });
});

describe('coming and going', () => {
  const added = { type: 'installationUpdate', action: 'add' };
  const joined = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }, { id: '29:customer' }] };

  it.each([
    ['the installation first', [added, joined]],
    ['the joining first', [joined, added]],
  ])('greets once, %s', async (_, activities) => {
    for (const activity of activities) await teams.post(activity);
    expect(said()).toHaveLength(1);
  });

  it('greets a channel once, as a channel', async () => {
    await teams.post({ ...added, ...GROUP });
    await teams.post({ ...joined, ...GROUP });
    const messages = said();
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toContain('Mentionnez-moi');
  });

  it('forgets key and conversation when it is removed, and greets anew after that', async () => {
    await teams.post(added);
    await teams.post({ value: { passerelle: { kind: 'check', check: 'triggers' } } });
    await teams.post({ value: { passerelle: { kind: 'yes' } } });
    await teams.post({ value: { passerelle: { kind: 'practice' } } });
    teams.said();
    await teams.post({ type: 'installationUpdate', action: 'remove' });
    expect(teams.said()).toEqual([]);
    await teams.post({ value: { passerelle: { kind: 'forget-key' } } });
    expect(words()).toContain('aucune clé');
    await teams.post({ type: 'installationUpdate', action: 'remove' });
    await teams.post(added);
    expect(words()).toContain('assistant automatique');
  });
});

describe('reactions', () => {
  const react = (replyToId: string, type: string, more: object = {}) =>
    teams.post({ type: 'messageReaction', reactionsAdded: [{ type }], replyToId, ...more });

  it('a heart under an article rates it, and is not answered', async () => {
    const id = await showArticle();
    await react(id, 'heart');
    expect(teams.said()).toEqual([]);
    expect(await ratings()).toEqual([{ article: 'triggers', helpful: 1, reason: null }]);
  });

  it('a reaction to something else, or one that is taken back, says nothing', async () => {
    const id = await showArticle();
    await react('message-999', 'like');
    await teams.post({ type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], replyToId: id });
    expect(await ratings()).toEqual([]);
    expect(teams.said()).toEqual([]);
  });

  it('an angry face in private is asked what was wrong, and offered a person', async () => {
    const id = await showArticle();
    await react(id, 'angry');
    const asked = words();
    expect(asked).toContain('Mon écran est différent');
    expect(asked).toContain('Parler à une personne');
  });

  it('an angry face in a channel is noted without a word', async () => {
    const id = await showArticle(GROUP);
    await react(id, 'angry', GROUP);
    expect(teams.said()).toEqual([]);
    expect(await ratings()).toMatchObject([{ article: 'triggers', helpful: 0 }]);
  });

  it('a face does not interrupt a question', async () => {
    const id = await showArticle();
    await teams.post({ text: 'parler à une personne' });
    teams.said();
    await react(id, 'sad');
    expect(teams.said()).toEqual([]);
    await teams.post({ text: 'Grace Hopper' });
    expect(words()).toContain('Grace Hopper');
  });

  it('Teams’ own feedback button rates the article, and its request is answered', async () => {
    const replyToId = await showArticle();
    const value = { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{"feedbackText":"bien"}' } };
    const { status } = await teams.post({ type: 'invoke', name: 'message/submitAction', value, replyToId });
    expect(status).toBe(200);
    expect(await ratings()).toEqual([{ article: 'triggers', helpful: 1, reason: 'bien' }]);
    expect(teams.said()).toEqual([]);
  });

  it('a key in the words of a rating is cut out of what is kept, and its owner is warned', async () => {
    const replyToId = await showArticle();
    const feedbackText = 'ma clé tkn.v1_NmE0ZjM5YjItODc3Yy00Y2E1LTk0YjMtYzA2ZDQ3 ne marche pas';
    const value = {
      actionName: 'feedback',
      actionValue: { reaction: 'dislike', feedback: JSON.stringify({ feedbackText }) },
    };
    await teams.post({ type: 'invoke', name: 'message/submitAction', value, replyToId });
    const [rating] = await ratings();
    expect(rating?.reason).toMatch(/ma clé .* ne marche pas/);
    expect(rating?.reason).not.toContain('NmE0ZjM5');
    expect(words()).toContain('supprimez cette clé');
  });
});

describe('a form for a key', () => {
  it('is replaced when it was sent: the key does not stay behind in it', async () => {
    await teams.post({ value: { passerelle: { kind: 'check', check: 'triggers' } } });
    await teams.post({ value: { passerelle: { kind: 'yes' } } });
    teams.said();
    const value = { passerelle: { kind: 'sign-in', check: 'triggers' }, site: 'practice', key: practiceKey('ready') };
    await teams.post({ value, replyToId: 'the-form' });
    const calls = teams.said();
    expect(calls.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toContain('PUT the-form');
    expect(JSON.stringify(calls)).not.toContain('Input.Text');
  });
});

describe('words', () => {
  it('a person who takes over reads what was typed, without tags of mentions and without entities', async () => {
    const entities = [
      { type: 'mention', text: '<at>Passerelle</at>', mentioned: { id: '28:bot', name: 'Passerelle' } },
    ];
    const text = '<at>Passerelle</at> o&ugrave; sont mes agents &amp; <at>Grace</at>&nbsp;?';
    await teams.post({ text, entities });
    await teams.post({ text: 'parler à une personne' });
    await teams.post({ text: 'Grace Hopper' });
    await teams.post({ text: 'grace@example.com' });
    await teams.post({ text: 'Envoyer' });
    const [{ transcript } = { transcript: [] }] = await teams.app.cases();
    expect(transcript.find(({ from }) => from === 'customer')?.text).toBe('où sont mes agents & Grace ?');
  });

  it('speaks of a thread only where there is one', async () => {
    const added = { type: 'installationUpdate', action: 'add' };
    await teams.post({ ...added, ...GROUP });
    expect(words()).toContain('dans le fil');
    await teams.post({
      ...added,
      conversation: { id: '19:chat@thread.v2', conversationType: 'groupChat', isGroup: true },
    });
    const inChat = words();
    expect(inChat).toContain('Mentionnez-moi');
    expect(inChat).not.toContain('dans le fil');
  });

  describe('among others', () => {
    const ADA = { from: { id: '29:ada', name: 'Ada <b> & Co' } };
    const named = { type: 'mention', text: '<at>Ada b Co</at>', mentioned: { id: '29:ada', name: 'Ada b Co' } };
    const whoIsNamed = ({ entities, attachments }: Partial<Activity>) =>
      JSON.stringify([entities, attachments?.[0]?.content.msteams?.entities]);

    it.each([
      ['channel', '19:team@thread.tacv2;messageid=1'],
      ['groupChat', '19:chat@thread.v2'],
    ])('plain words begin with the name of whoever asked (%s), once', async (conversationType, id) => {
      const conversation = { id, conversationType, isGroup: true };
      await teams.post({ ...ADA, conversation, text: '<at>Passerelle</at> merci' });
      const [first, ...others] = said();
      expect(first?.text).toMatch(/^<at>Ada b Co<\/at> ./);
      expect(first?.entities).toEqual([named]);
      expect(JSON.stringify(others)).not.toContain('<at>');
    });

    it('a card has the name in it: a text beside a card may become a message of its own, without an id', async () => {
      await teams.post({ ...ADA, ...GROUP, text: '<at>Passerelle</at> comment désactiver les déclencheurs ?' });
      const [first, ...others] = said();
      expect(first?.text).toBeUndefined();
      expect(first?.attachments?.[0]?.content).toMatchObject({
        body: expect.arrayContaining([expect.objectContaining({ text: '<at>Ada b Co</at>' })]),
        msteams: { width: 'Full', entities: [named] },
      });
      expect(first?.attachments?.[0]?.content.body[0].text).toBe('<at>Ada b Co</at>');
      expect(JSON.stringify(others)).not.toContain('<at>');
    });

    it('whoever changed a message, or clicked where nothing can be replaced, is named as well', async () => {
      await teams.post({ ...ADA, ...GROUP, id: 'asked', text: '<at>Passerelle</at> où sont mes agents ?' });
      teams.said();
      await teams.post({
        ...ADA,
        ...GROUP,
        id: 'asked',
        type: 'messageUpdate',
        channelData: { eventType: 'editMessage' },
        text: 'comment désactiver les déclencheurs ?',
      });
      expect(said().map(whoIsNamed).join()).toContain('29:ada');
      await teams.post({ ...ADA, ...GROUP, value: { passerelle: { kind: 'steps', article: 'triggers', step: 1 } } });
      teams.said();
      teams.refuse('PUT');
      await teams.post({ ...ADA, ...GROUP, ...clickInPlace('card-1', { kind: 'next' }) });
      const made = teams.said().filter(({ method }) => method === 'POST');
      expect(made.map(({ activity }) => whoIsNamed(activity)).join()).toContain('29:ada');
    });

    it('nobody is named where two talk, nor in a greeting', async () => {
      await teams.post({ ...ADA, text: 'comment désactiver les déclencheurs ?' });
      await teams.post({ ...ADA, ...GROUP, type: 'installationUpdate', action: 'add' });
      expect(words()).not.toContain('<at>');
    });
  });

  it('tells times by the clock of the client, also when it is named among its own data alone', async () => {
    const entities = [{ type: 'clientInfo', locale: 'en-US', timezone: 'Asia/Tokyo' }];
    for (const action of [{ kind: 'check', check: 'triggers' }, { kind: 'yes' }, { kind: 'practice' }])
      await teams.post({ value: { passerelle: action }, locale: undefined, entities });
    // 18:30 UTC is the next morning there.
    expect(words()).toMatch(/3:30\s?AM|03:30/);
  });
});
