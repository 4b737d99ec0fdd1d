import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import type { Log } from '../src/bot/log';
import { fromBot, openSite, type Site } from './channels/web/open-site';

let folder: string;
let site: Site;
let lines: string[];

/** Every line that would have been logged, whatever the level. */
function keepingLog(): Log {
  const keep = (fields: object) => void lines.push(JSON.stringify(fields));
  return { debug: keep, info: keep, warn: keep, error: keep };
}

beforeEach(async () => {
  lines = [];
  folder = await mkdtemp(join(tmpdir(), 'outside-'));
  for (const name of ['log', 'warn', 'error', 'info', 'debug'] as const)
    jest.spyOn(console, name).mockImplementation((...said) => void lines.push(said.map(String).join(' ')));
  site = await openSite({ dataFolder: folder }, { log: keepingLog() });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** Everything that is left when the server has stopped: the files of the data folder, byte for byte, and the log. */
async function left(): Promise<string> {
  await site.server.stop();
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name)).then((bytes) => bytes.toString('utf8'))),
  );
  return [...texts, ...lines].join('\n');
}

/** A key as Teamwork Desk makes them, telling the field that it stood in. */
const key = (field: string) => `tkn.v1_${createHash('sha256').update(field).digest('hex').slice(0, 48)}`;
/** No key, only words that nobody asked for: what no scrubber would notice. */
const words = (field: string) => `Kanarie ${field} Vogel 7`;

/** The fields in which what is planted is found again. */
function leaks(text: string, planted: ReadonlyMap<string, string>): readonly string[] {
  return [...planted].filter(([, canary]) => text.includes(canary)).map(([field]) => field);
}

type Canary = (field: string) => string;

/**
 * Every field that an activity has, each with a canary: the compiler sees that none is missing. What a channel needs
 * back as it came (ids, the service's address) has a test of its own below.
 */
function everyField(canary: Canary): Readonly<Record<keyof Activity, unknown>> {
  const account = (field: string, id: string) => ({
    id,
    name: canary(`${field}.name`),
    aadObjectId: canary(`${field}.aadObjectId`),
    role: canary(`${field}.role`),
    properties: { more: canary(`${field}.properties`) },
    email: canary(`${field}.email`),
    tenantId: canary(`${field}.tenantId`),
  });
  const button = (field: string) => ({
    type: 'imBack',
    title: canary(`${field}.title`),
    text: canary(`${field}.text`),
    displayText: canary(`${field}.displayText`),
    value: canary(`${field}.value`),
    image: canary(`${field}.image`),
  });
  const conversation = (field: string) => ({
    id: 'over-http',
    isGroup: false,
    conversationType: canary(`${field}.conversationType`),
    tenantId: canary(`${field}.tenantId`),
    name: canary(`${field}.name`),
    aadObjectId: canary(`${field}.aadObjectId`),
    role: canary(`${field}.role`),
    properties: { more: canary(`${field}.properties`) },
  });
  return {
    type: 'message',
    id: '1',
    timestamp: canary('timestamp'),
    localTimestamp: canary('localTimestamp'),
    localTimezone: canary('localTimezone'),
    callerId: canary('callerId'),
    serviceUrl: 'http://127.0.0.1:1/',
    channelId: 'emulator',
    from: account('from', 'customer'),
    conversation: conversation('conversation'),
    recipient: account('recipient', 'bot'),
    textFormat: canary('textFormat'),
    attachmentLayout: canary('attachmentLayout'),
    membersAdded: [account('membersAdded', 'somebody')],
    membersRemoved: [account('membersRemoved', 'somebody-else')],
    reactionsAdded: [{ type: canary('reactionsAdded') }],
    reactionsRemoved: [{ type: canary('reactionsRemoved') }],
    topicName: canary('topicName'),
    historyDisclosed: canary('historyDisclosed'),
    locale: canary('locale'),
    text: 'comment désactiver les déclencheurs ?',
    speak: canary('speak'),
    inputHint: canary('inputHint'),
    summary: canary('summary'),
    suggestedActions: { to: [canary('suggestedActions.to')], actions: [button('suggestedActions')] },
    attachments: [
      {
        contentType: canary('attachments.contentType'),
        contentUrl: canary('attachments.contentUrl'),
        content: { title: canary('attachments.content') },
        name: canary('attachments.name'),
        thumbnailUrl: canary('attachments.thumbnailUrl'),
      },
    ],
    entities: [
      { type: canary('entities.type'), mentioned: account('entities.mentioned', 'x'), text: canary('entities.text') },
    ],
    channelData: {
      clientActivityID: canary('channelData.clientActivityID'),
      clientTimestamp: canary('channelData.clientTimestamp'),
      messageBack: { text: canary('channelData.messageBack.text') },
      postBack: canary('channelData.postBack'),
      tenant: { id: canary('channelData.tenant') },
      team: { name: canary('channelData.team') },
      more: canary('channelData.more'),
    },
    action: canary('action'),
    replyToId: canary('replyToId'),
    label: canary('label'),
    valueType: canary('valueType'),
    value: {
      [canary('value.name')]: canary('value'),
      passerelle: { kind: 'helpful', article: canary('value.article'), more: canary('value.more') },
    },
    name: canary('name'),
    relatesTo: {
      activityId: canary('relatesTo.activityId'),
      conversation: conversation('relatesTo.conversation'),
      user: account('relatesTo.user', 'x'),
      serviceUrl: canary('relatesTo.serviceUrl'),
    },
    code: canary('code'),
    expiration: canary('expiration'),
    importance: canary('importance'),
    deliveryMode: 'expectReplies',
    listenFor: [canary('listenFor')],
    textHighlights: [{ text: canary('textHighlights'), occurrence: 1 }],
    semanticAction: { id: canary('semanticAction.id'), state: canary('semanticAction.state'), entities: {} },
  };
}

/** What a canary is in, and what was planted. */
function planting(shape: Canary): { readonly canary: Canary; readonly planted: Map<string, string> } {
  const planted = new Map<string, string>();
  const canary = (field: string) => {
    planted.set(field, shape(field));
    return shape(field);
  };
  return { canary, planted };
}

const SHAPES = [
  ['keys', key],
  ['words', words],
] as const;
/** A hand-off from the question to the case, and what else a customer does on the way. */
const HAND_OFF = ['comment désactiver les déclencheurs ?', 'je veux parler à un conseiller', 'Ana Ruiz'];
const REST = ['ana@example.org', 'oui'];
/** A key in a copy of the words is answered with a warning, which is another conversation. */
const WITHOUT_WORDS = {
  attachments: undefined,
  entities: undefined,
  channelData: undefined,
  speak: undefined,
  suggestedActions: undefined,
  summary: undefined,
  value: undefined,
};
const OTHER_TYPES = ['event', 'invoke', 'conversationUpdate', 'messageReaction', 'installationUpdate', 'handoff'];

describe.each(SHAPES)('%s in fields that machines fill in', (_, shape) => {
  it('are kept and logged nowhere after a conversation with a hand-off over Bot Framework', async () => {
    const { canary, planted } = planting(shape);
    const post = async (more: object) => {
      const response = await fetch(`${site.base}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...everyField(canary), ...more }),
      });
      return { status: response.status, text: await response.text() };
    };
    let id = 0;
    // What was planted in the value counts; then the words do.
    expect((await post({ id: `a${id++}` })).status).toBe(200);
    for (const text of [...HAND_OFF, ...REST]) {
      const { status } = await post({ id: `a${id++}`, text, ...WITHOUT_WORDS });
      expect(status).toBe(200);
    }
    for (const type of [...OTHER_TYPES, canary('type')]) await post({ id: `a${id++}`, type });
    await post({ id: `a${id++}`, type: 'invoke', name: 'message/submitAction' });
    await post({ id: `a${id++}`, channelId: canary('channelId') });

    expect(await site.app.cases()).toMatchObject([{ name: 'Ana Ruiz', email: 'ana@example.org' }]);
    const text = await left();
    expect(text).toContain('over-http');
    expect(leaks(text, planted)).toEqual([]);
  });

  it('are kept and logged nowhere after a conversation with a hand-off over Direct Line', async () => {
    const { canary, planted } = planting(shape);
    const token = await site.token();
    const at = `/v3/directline/conversations`;
    await site.call(at, { token: token.token, body: { locale: canary('conversation locale') } });
    let said = (await site.until(token, (all) => fromBot(all).length > 0)).length;
    const post = async (more: object) =>
      site.call(`${at}/${token.conversationId}/activities`, {
        token: token.token,
        body: { ...everyField(canary), ...more },
      });
    const data = (name: number) => ({
      ...Object(everyField(canary).channelData),
      clientActivityID: `${canary('clientActivityID')}${name}`,
    });
    let name = 0;
    for (const text of [...HAND_OFF, ...REST]) {
      const { status } = await post({ text, value: undefined, channelData: data(name++) });
      expect(status).toBe(200);
      const all = await site.until(token, (activities) => fromBot(activities.slice(said)).length > 0);
      said = all.length;
    }
    await post({ channelData: data(name++) });
    for (const type of [...OTHER_TYPES, canary('type')]) await post({ type, channelData: data(name++) });
    await site.call(`${at}/${token.conversationId}/activities?watermark=${canary('watermark').replace(/ /g, '+')}`, {
      token: token.token,
    });

    const text = await left();
    expect(text).toContain('ana@example.org');
    expect(leaks(text, planted)).toEqual([]);
  });
});

it('a key in an id that a channel needs back is kept for the answer, and stands in no log', async () => {
  const { canary, planted } = planting(key);
  const everything = {
    ...everyField(() => 'x'),
    id: canary('id'),
    from: { id: canary('from.id') },
    recipient: { id: canary('recipient.id') },
    conversation: { id: canary('conversation.id') },
    serviceUrl: `http://127.0.0.1:1/${canary('serviceUrl')}/`,
    value: undefined,
    timestamp: undefined,
  };
  const types = ['message', 'event', 'typing', 'conversationUpdate', 'invoke', 'installationUpdate'];
  for (const [at, type] of types.entries()) {
    const response = await fetch(`${site.base}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...everything, type, id: `${canary('id')}${at}` }),
    });
    expect(response.status).toBe(200);
  }
  await site.server.stop();
  const text = lines.join('\n');
  expect(text).toMatch(/"event":"turn","conversation":"emulator\|#[0-9a-f]{12}"/);
  expect(leaks(text, planted)).toEqual([]);
});
