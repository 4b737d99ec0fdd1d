import { type Activity, ConnectionStatus, DirectLine, type DirectLineOptions } from 'botframework-directlinejs';
import WebSocket from 'ws';
import { openSite, SECRET, type Site } from '../tests/channels/web/open-site';

// Microsoft's own client, unmodified, is what the server has to satisfy. In Node it misses what browsers have.
const XMLHttpRequest: unknown = require('xhr2');

/** The client keeps its sockets to itself; here they are known, to be cut. */
const sockets: WebSocket[] = [];
class KnownSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    sockets.push(this);
  }
}

let site: Site;
beforeAll(async () => {
  Object.assign(globalThis, { XMLHttpRequest, WebSocket: KnownSocket });
  site = await openSite();
});
afterAll(() => site.server.stop());

interface Client {
  readonly line: DirectLine;
  readonly got: Activity[];
  readonly statuses: string[];
  post(text: string, more?: object): Promise<string>;
  until(what: (got: readonly Activity[]) => boolean): Promise<void>;
}

async function connect(options: Partial<DirectLineOptions> = {}): Promise<Client> {
  const made = await site.call('/v3/directline/tokens/generate', {
    token: SECRET,
    origin: null,
    body: { user: { id: 'dl_ana' } },
  });
  const line = new DirectLine({ token: String(made.body.token), domain: site.domain, ...options });
  const [got, statuses]: [Activity[], string[]] = [[], []];
  // The end of a conversation reaches both as an error.
  const ended = () => {};
  line.connectionStatus$.subscribe((status) => statuses.push(ConnectionStatus[status] ?? ''), ended);
  line.activity$.subscribe((activity) => got.push(activity), ended);
  const client: Client = {
    line,
    got,
    statuses,
    post: (text, more = {}) =>
      new Promise((resolve, reject) => {
        const activity = { type: 'message', text, from: { id: 'mallory' }, ...more } as Activity;
        line.postActivity(activity).subscribe(resolve, reject);
      }),
    async until(what) {
      for (let tries = 0; !what(got); tries++) {
        if (tries > 600) throw new Error(`Never came: ${JSON.stringify(got).slice(0, 2000)}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
  };
  return client;
}

const words = (got: readonly Activity[]) => got.map((activity) => ('text' in activity ? activity.text : '') ?? '');
const hears = (text: string) => (got: readonly Activity[]) => words(got).some((each) => each.includes(text));

describe.each([
  ['over a socket', true],
  ['by asking again and again', false],
])('Microsoft’s client, %s', (_, webSocket) => {
  it('holds a conversation: welcome, question, steps by a button, all once and in order', async () => {
    const client = await connect({ webSocket, pollingInterval: 200, conversationStartProperties: { locale: 'fr-FR' } });
    await client.until(hears('Bonjour'));
    const id = await client.post('comment désactiver les déclencheurs ?', { channelData: { clientActivityID: 'q1' } });
    await client.until(hears('Désactiver les déclencheurs dans Teamwork Desk'));
    const echo = client.got.find((activity) => activity.id === id);
    expect(echo).toMatchObject({ from: { id: 'dl_ana' }, channelData: { clientActivityID: 'q1' } });

    const answer = client.got.find(({ channelData }) => channelData?.passerelle?.kind === 'article');
    const button = answer && 'suggestedActions' in answer ? answer.suggestedActions?.actions[0] : undefined;
    expect(button).toMatchObject({ type: 'messageBack', text: 'Étape par étape' });
    await client.post('Étape par étape', { value: button?.value });
    await client.until((got) => got.some(({ channelData }) => channelData?.passerelle?.kind === 'step'));

    const ids = client.got.map((activity) => activity.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(client.statuses).toContain('Online');
    client.line.end();
  });
});

describe('Microsoft’s client', () => {
  it('loses nothing when its line is cut, and gets nothing twice', async () => {
    const client = await connect({ conversationStartProperties: { locale: 'en' } });
    await client.until((got) => got.length > 0);
    sockets.at(-1)?.terminate();
    await client.post('where do I find my API key?');
    // It waits 3 to 15 seconds before it comes back.
    await client.until((got) => got.some(({ channelData }) => channelData?.passerelle?.kind === 'article'));
    const ids = client.got.map((activity) => activity.id);
    expect(new Set(ids).size).toBe(ids.length);
    client.line.end();
  }, 60_000);

  it('finds the whole conversation again after a reload', async () => {
    const before = await connect({ conversationStartProperties: { locale: 'de' } });
    await before.until(hears('Guten Tag'));
    await before.post('Wo finde ich meinen API-Schlüssel?');
    await before.until(hears('API-Schlüssel in'));
    const { token, conversationId } = {
      token: Reflect.get(before.line, 'token'),
      conversationId: Reflect.get(before.line, 'conversationId'),
    };
    const all = before.got.filter(({ type }) => type === 'message').map(({ id }) => id);
    before.line.end();
    const after = await connect({ token, conversationId, watermark: '0' });
    await after.until((got) => got.length >= all.length);
    expect(after.got.map(({ id }) => id)).toEqual(all);
    after.line.end();
  });

  it('hears what the assistant says unasked', async () => {
    const client = await connect();
    await client.until((got) => got.length > 0);
    const conversation = {
      id: String(Reflect.get(client.line, 'conversationId')),
      isGroup: false,
      conversationType: 'personal',
      name: '',
    };
    await site.app.adapter.tellLocal(
      { channelId: 'directline', conversation, bot: { id: 'passerelle', name: '' }, user: { id: 'dl_ana', name: '' } },
      async (context) => void (await context.sendActivity('Your request has been answered.')),
    );
    await client.until(hears('Your request has been answered.'));
    client.line.end();
  });
});
