import { Agent, type IncomingMessage, request } from 'node:http';
import jwt from 'jsonwebtoken';
import WebSocket from 'ws';
import { WEB_LIMITS } from '../../../src/bot/website/open-website';
import { fromBot, openSite, readToken, SECRET, type Site, type Token } from './open-site';

let site: Site;
beforeAll(async () => {
  // Twenty posts and hardly any more, however long a busy machine takes over them.
  const posts = { burst: 20, perSecond: 0.01 };
  site = await openSite({ webOrigins: ['https://shop.example'] }, { limits: { ...WEB_LIMITS, posts } });
});
afterAll(() => site.server.stop());

async function begun(): Promise<Token> {
  const token = await site.token();
  const { status } = await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr-FR' } });
  expect(status).toBe(201);
  return token;
}
const activitiesOf = ({ conversationId }: Token) => `/v3/directline/conversations/${conversationId}/activities`;
const says = (token: Token, text: string, more: object = {}) =>
  site.call(activitiesOf(token), { token: token.token, body: { type: 'message', text, ...more } });

describe('tokens', () => {
  it('are given to our own pages and to trusted sites', async () => {
    for (const origin of [site.base, 'https://shop.example']) {
      const { status, body } = await site.call('/widget/token', { origin, body: {} });
      expect(status).toBe(200);
      expect(body).toEqual({
        conversationId: expect.any(String),
        token: expect.any(String),
        expires_in: 1800,
        userId: expect.stringMatching(/^dl_/),
      });
    }
  });

  it.each([['https://evil.example'], ['null'], ['https://shop.example.evil.org'], [null]])(
    'are not given to %s',
    async (origin) => {
      const { status, headers } = await site.call('/widget/token', { origin, body: {} });
      expect(status).toBe(403);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('are renewed for the same conversation, also when they have expired', async () => {
    const before = await begun();
    const claims = jwt.decode(before.token, { json: true }) ?? {};
    const iat = (claims.iat ?? 0) - 7200;
    const old = jwt.sign({ ...claims, iat, exp: iat + 1800 }, site.app.web.key);
    expect((await site.call(activitiesOf(before), { token: old })).body.error?.code).toBe('TokenExpired');
    const { body } = await site.call('/widget/token', { body: { token: old } });
    expect(body).toMatchObject({ conversationId: before.conversationId, userId: before.userId });
  });

  it('are made for a server that knows the secret, with its user and its sites', async () => {
    const made = await site.call('/v3/directline/tokens/generate', {
      token: SECRET,
      origin: null,
      body: { user: { id: 'dl_ana' }, trustedOrigins: ['https://other.example'] },
    });
    expect(made.status).toBe(200);
    const token = String(made.body.token);
    expect(jwt.decode(token)).toMatchObject({ user: 'dl_ana', conv: made.body.conversationId });
    const from = (origin: string) => site.call('/v3/directline/conversations', { token, origin, body: {} });
    expect((await from('https://shop.example')).status).toBe(403);
    const { status, headers } = await from('https://other.example');
    expect(status).toBe(201);
    expect(headers.get('access-control-allow-origin')).toBe('https://other.example');
  });

  it('refuses a user whose id is not of the kind, and a wrong secret', async () => {
    const generate = (token: string, body: object) => site.call('/v3/directline/tokens/generate', { token, body });
    expect((await generate(SECRET, { user: { id: 'admin' } })).status).toBe(400);
    expect((await generate('wrong', {})).status).toBe(403);
    expect((await generate((await site.token()).token, {})).status).toBe(403);
  });

  it('are refreshed before they expire', async () => {
    const { token, conversationId } = await begun();
    const { status, body } = await site.call('/v3/directline/tokens/refresh', { token, method: 'POST' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ conversationId, expires_in: 1800 });
  });

  it.each([
    ['no token', undefined, 401, 'Unauthorized'],
    ['a forged token', 'forged', 403, 'BadArgument'],
    ['an unsigned token', `${btoa('{"alg":"none"}')}.${btoa('{"conv":"x","user":"y"}')}.`, 403, 'BadArgument'],
  ])('refuses %s with the body of the real service', async (_, token, status, code) => {
    const { conversationId } = await begun();
    const refused = await site.call(
      `/v3/directline/conversations/${conversationId}/activities`,
      token ? { token } : {},
    );
    expect(refused.status).toBe(status);
    expect(refused.body).toEqual({ error: { code, message: expect.any(String) } });
  });

  it('refuses a token signed with another key, and one for a stream', async () => {
    const { conversationId: conv, token } = await begun();
    const claims = jwt.decode(token, { json: true }) ?? {};
    const forged = jwt.sign(claims, 'another key of more than 32 bytes in all');
    const stream = jwt.sign({ ...claims, aud: 'stream' }, site.app.web.key);
    for (const wrong of [forged, stream]) {
      expect((await site.call(`/v3/directline/conversations/${conv}`, { token: wrong })).status).toBe(403);
    }
  });
});

describe('conversations', () => {
  it('greet once, however often they are started', async () => {
    const token = await begun();
    const again = await site.call('/v3/directline/conversations', { token: token.token, body: {} });
    expect(again.status).toBe(200);
    const said = await site.until(token, (all) => fromBot(all).length > 0);
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toContain('Bonjour');
    expect(said[0]?.channelData?.passerelle).toMatchObject({ kind: 'text', choices: expect.any(Array) });
  });

  it('are nobody else’s', async () => {
    const [mine, theirs] = [await begun(), await begun()];
    for (const path of ['', '/activities']) {
      const { status, body } = await site.call(`/v3/directline/conversations/${theirs.conversationId}${path}`, {
        token: mine.token,
      });
      expect([status, body.error?.code]).toEqual([403, 'BadArgument']);
    }
  });

  it('are not there before they are started', async () => {
    expect((await says(await site.token(), 'bonjour')).status).toBe(404);
  });

  it('go on from a watermark', async () => {
    const token = await begun();
    await site.until(token, (all) => fromBot(all).length === 1);
    const path = activitiesOf(token);
    const { body } = await site.call(path, { token: token.token });
    await says(token, 'où trouver ma clé api ?');
    await site.until(token, (all) => fromBot(all).length > 1);
    const after = await site.call(`${path}?watermark=${body.watermark}`, { token: token.token });
    expect(after.body.activities).toMatchObject([{ text: 'où trouver ma clé api ?' }, { from: { role: 'bot' } }]);
    const nothing = await site.call(`${path}?watermark=${after.body.watermark}`, { token: token.token });
    expect(nothing.body).toEqual({ activities: [], watermark: after.body.watermark });
  });
});

describe('posts', () => {
  it('are acknowledged at once, and answered', async () => {
    const token = await begun();
    const { status, body } = await says(token, 'comment désactiver les déclencheurs ?');
    expect(status).toBe(200);
    expect(body.id).toMatch(new RegExp(`^${token.conversationId}\\|\\d{7}$`));
    const said = await site.until(token, (all) => fromBot(all).length > 1);
    expect(fromBot(said).at(-1)?.text).toContain('Désactiver les déclencheurs');
  });

  it('that a client repeats are one post', async () => {
    const token = await begun();
    const twice = { channelData: { clientActivityID: 'a1' } };
    const ids = await Promise.all([1, 2, 3].map(async () => (await says(token, 'merci', twice)).body.id));
    expect(new Set(ids).size).toBe(1);
    await site.until(token, (all) => fromBot(all).length > 1);
    await site.app.isWritable();
    const said = await site.until(token, () => true);
    expect(said.filter(({ text }) => text === 'merci')).toHaveLength(1);
  });

  it('cannot speak in another’s name, nor choose where the answer goes', async () => {
    const token = await begun();
    await says(token, 'bonjour', {
      from: { id: 'passerelle', role: 'bot' },
      serviceUrl: 'http://169.254.169.254/',
      deliveryMode: 'expectReplies',
      channelId: 'msteams',
      conversation: { id: 'another' },
      recipient: { id: 'x' },
      id: 'x',
    });
    const said = await site.until(token, (all) => fromBot(all).length > 1);
    const echo = said.find(({ text }) => text === 'bonjour');
    expect(echo).toMatchObject({
      from: { id: token.userId, role: 'user' },
      channelId: 'directline',
      conversation: { id: token.conversationId },
    });
    expect(JSON.stringify(said)).not.toContain('169.254');
  });

  it('never keep a key: not of the sign-in card, not in the words', async () => {
    const token = await begun();
    const key = 'tkn.v1_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0';
    await site.call(activitiesOf(token), {
      token: token.token,
      body: {
        type: 'message',
        text: key,
        value: { passerelle: { kind: 'sign-in', check: 'triggers' }, site: 'acme.teamwork.com', key },
        channelData: { clientActivityID: 's1', copy: key },
      },
    });
    await says(token, `ma clé est ${key}`);
    const said = await site.until(token, (all) => all.some(({ text }) => text?.startsWith('ma clé est')));
    expect(JSON.stringify(said)).not.toContain(key);
    expect(said.find(({ channelData }) => channelData?.clientActivityID === 's1')).toMatchObject({
      value: { passerelle: { kind: 'sign-in', check: 'triggers' } },
    });
  });

  it('keep what the form for name and address brought, without a key that was pasted into it', async () => {
    const token = await begun();
    const fields = { name: 'Ana tkn.v1_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0', email: 'ana@example.org' };
    await says(token, 'Ana', { value: { passerelle: { kind: 'contact' }, ...fields, more: 'x' } });
    const said = await site.until(token, (all) => fromBot(all).length > 2);
    expect(said.find(({ text }) => text === 'Ana')?.value).toEqual({
      passerelle: { kind: 'contact', name: 'Ana •••', email: 'ana@example.org' },
    });
    expect(fromBot(said).at(-1)?.channelData?.passerelle).toMatchObject({
      kind: 'contact',
      name: { isInvalid: true },
      email: { value: 'ana@example.org', isInvalid: false },
    });
  });

  it.each([
    ['a list', [], 400, 'BadArgument'],
    ['no type', { text: 'x' }, 400, 'MissingProperty'],
    ['a number as text', { type: 'message', text: 5 }, 400, 'BadArgument'],
    ['JSON that breaks off', '{"type":', 400, 'BadArgument'],
    ['nothing', '', 400, 'BadArgument'],
    ['a megabyte', { type: 'message', text: 'x'.repeat(1024 * 1024) }, 413, 'MessageSizeTooBig'],
  ])('refuses %s', async (_, body, status, code) => {
    const token = await begun();
    const refused = await site.call(activitiesOf(token), { token: token.token, body });
    expect([refused.status, refused.body.error?.code]).toEqual([status, code]);
  });

  it('refuses a file with words, not with a broken line', async () => {
    const token = await begun();
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(300_000)]), 'screen.png');
    const response = await fetch(`${site.base}/v3/directline/conversations/${token.conversationId}/upload?userId=x`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token.token}` },
      body: form,
    });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('Files') } });
  });
});

describe('a flood', () => {
  it('of one client is slowed down, and others are not', async () => {
    const [flooding, other] = [await begun(), await begun()];
    const answers = await Promise.all(Array.from({ length: 200 }, () => says(flooding, 'bonjour')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(180);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await says(other, 'où trouver ma clé api ?')).status).toBe(200);
    const said = await site.until(other, (all) => fromBot(all).length > 1);
    expect(fromBot(said).at(-1)?.text).toContain('API');
  });
});

describe('a flood from one address', () => {
  it.each([
    ['begins a few conversations', { starts: { burst: 2, perSecond: 0.001 } }, [201, 201, 429, 429], 200],
    [
      'posts so often, in all of its conversations',
      { postsOfAddress: { burst: 2, perSecond: 0.001 } },
      [201, 201, 201, 201],
      429,
    ],
    [
      'leaves so much, in all of its conversations',
      { bytesOfAddress: { burst: 5000, perSecond: 0.001 } },
      [201, 201, 201, 201],
      429,
    ],
  ])('%s, and no more', async (_, limits, begun, posted) => {
    const flooded = await openSite({ proxies: 1 }, { limits: { ...WEB_LIMITS, ...limits } });
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const open = async (address: string) => {
      const { body } = await flooded.call('/widget/token', { body: {}, ...from(address) });
      const token = readToken(body);
      const { status } = await flooded.call('/v3/directline/conversations', {
        token: token.token,
        body: {},
        ...from(address),
      });
      return { token, status };
    };
    const tried: Awaited<ReturnType<typeof open>>[] = [];
    for (let i = 0; i < 4; i++) tried.push(await open('192.0.2.1'));
    expect(tried.map(({ status }) => status)).toEqual(begun);
    const say = ({ token }: { token: Token }, address: string) =>
      flooded.call(activitiesOf(token), {
        token: token.token,
        body: { type: 'message', text: '漢'.repeat(1000) },
        ...from(address),
      });
    const [first, second] = tried;
    if (!first || !second) throw new Error('Four were opened');
    const answers = [await say(first, '192.0.2.1'), await say(second, '192.0.2.1'), await say(first, '192.0.2.1')];
    expect(answers.at(-1)?.status).toBe(posted);
    const other = await open('192.0.2.2');
    expect([other.status, (await say(other, '192.0.2.2')).status]).toEqual([201, 200]);
    await flooded.server.stop();
  });

  it('has so many sockets, and no more', async () => {
    const few = await openSite({}, { limits: { ...WEB_LIMITS, sockets: 2 } });
    const token = await few.token();
    const { body } = await few.call('/v3/directline/conversations', { token: token.token, body: {} });
    const sockets: WebSocket[] = [];
    const open = () =>
      new Promise((resolve) => {
        const socket = new WebSocket(String(body.streamUrl));
        sockets.push(socket);
        socket.on('open', () => resolve('open'));
        socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode));
        socket.on('error', () => {});
      });
    expect([await open(), await open(), await open()]).toEqual(['open', 'open', 429]);
    const [first] = sockets;
    const gone = new Promise((resolve) => first?.once('close', resolve));
    first?.close();
    await gone;
    let again = await open();
    while (again === 429) again = await open();
    expect(again).toBe('open');
    for (const socket of sockets) socket.terminate();
    await few.server.stop();
  });
});

describe('keys that one address tries', () => {
  let own: Site;
  beforeAll(async () => {
    // A busy machine must not be given another try for its slowness.
    own = await openSite({ proxies: 1 }, { world: { clock: () => 0 } });
  });
  afterAll(() => own.server.stop());
  const enter = async (address: string, token: Token, key: string) =>
    own.call(activitiesOf(token), {
      token: token.token,
      headers: { 'x-forwarded-for': address },
      body: { type: 'message', value: { passerelle: { kind: 'sign-in', check: 'triggers' }, site: 'practice', key } },
    });

  it.each([
    ['fr-FR', 'Plusieurs clés', '192.0.2.1'],
    ['en-GB', 'Several keys', '192.0.2.2'],
    ['de-DE', 'mehrere Schlüssel', '192.0.2.3'],
    ['es-ES', 'varias claves', '192.0.2.4'],
  ])(
    'are a few a minute, in however many conversations, and the next is told why in %s',
    async (locale, words, address) => {
      for (let i = 0; i < 6; i++) {
        const token = await own.token();
        await own.call('/v3/directline/conversations', { token: token.token, body: { locale } });
        await own.until(token, (all) => fromBot(all).length > 0);
        await enter(address, token, `tkn.v1_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV${i}`);
        const said = fromBot(await own.until(token, (all) => fromBot(all).length > 1));
        expect(said[1]?.text?.includes(words)).toBe(i === 5);
        expect(JSON.stringify(said)).not.toContain(address);
      }
    },
  );
});

describe('a flood over one connection', () => {
  it('has an answer to every post, and the connection lives', async () => {
    const { token, conversationId } = await begun();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sockets = new Set<unknown>();
    const post = () =>
      new Promise<IncomingMessage>((resolve, reject) => {
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const address = `${site.base}/v3/directline/conversations/${conversationId}/activities`;
        const sent = request(address, { method: 'POST', agent, headers }, (answer) => {
          sockets.add(answer.socket);
          answer.resume().on('end', () => resolve(answer));
        });
        sent.on('error', reject).end(JSON.stringify({ type: 'message', text: 'x'.repeat(20_000) }));
      });
    const answers = await Promise.all(Array.from({ length: 200 }, post));
    agent.destroy();
    const [first] = answers.filter(({ statusCode }) => statusCode === 429);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 429]));
    expect(Number(first?.headers['retry-after'])).toBeGreaterThan(0);
    expect(sockets.size).toBe(1);
  });
});

describe('calls from other sites', () => {
  const preflight = (origin: string, path: string) => site.call(path, { method: 'OPTIONS', origin });

  it('are allowed to trusted sites, with all that Microsoft’s client sends', async () => {
    const { status, headers } = await preflight('https://shop.example', '/v3/directline/conversations');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(headers.get('access-control-allow-headers')).toBe(
      'authorization,content-type,x-ms-bot-agent,x-requested-with',
    );
  });

  it('are not allowed to others', async () => {
    const { headers } = await preflight('https://evil.example', '/widget/token');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    const { token } = await begun();
    const used = await site.call('/v3/directline/conversations', { token, origin: 'https://evil.example', body: {} });
    expect([used.status, used.headers.get('access-control-allow-origin') === '*']).toEqual([403, false]);
  });
});
