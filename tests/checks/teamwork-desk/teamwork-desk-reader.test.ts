import type { Dispatcher } from 'undici';
import type { Failure } from '../../../src/checks/account.js';
import { NOTHING_EXPECTED } from '../../../src/checks/check.js';
import { openDispatcher } from '../../../src/checks/http/open-dispatcher.js';
import { REQUEST_LIMITS } from '../../../src/checks/http/request-limits.js';
import { CHECKS, READINESS_SECTIONS, readForReadiness } from '../../../src/checks/readiness.js';
import { sealKey } from '../../../src/checks/sealed-key.js';
import { changeRow } from '../../../src/simulator/desk-account.js';
import { userRow } from '../../../src/simulator/desk-rows.js';
import type { PracticeAccountId } from '../../../src/simulator/practice-keys.js';
import { practiceKey } from '../../../src/simulator/practice-keys.js';
import { type OpenDesk, openPracticeDesk } from '../../simulator/open-practice-desk.js';

let opened: OpenDesk;
const open = async (...options: Parameters<typeof openPracticeDesk>) => {
  opened = await openPracticeDesk(...options);
  return opened;
};
afterEach(() => opened.close());

const readAll = (id: PracticeAccountId) => opened.reader.read(opened.credentials(id), READINESS_SECTIONS);
const asked = () => opened.desk.seen.map(({ method, path }) => `${method} ${path.replace(/\?.*$/, '')}`);
const whyOf = async (id: PracticeAccountId): Promise<Failure['kind'] | 'read'> => {
  const { me } = (await opened.reader.read(opened.credentials(id), ['me'])).sections;
  return me?.kind === 'failed' ? me.why.kind : 'read';
};

describe('readiness costs few requests', () => {
  test('seven on a small account: each list once, the agents twice, nothing but GET', async () => {
    await open();
    await readAll('ready');
    expect(asked().sort()).toEqual(
      ['me', 'agentinvites', 'customfields', 'inboxes', 'triggers', 'users', 'users']
        .map((name) => `GET /desk/api/v2/${name}.json`)
        .sort(),
    );
    expect(asked()[0]).toBe('GET /desk/api/v2/me.json');
  });

  test('nineteen on 250 agents and 120 of everything else, and all of them are there', async () => {
    await open();
    const { sections } = await readAll('large');
    expect(asked()).toHaveLength(19);
    expect(sections.agents?.kind === 'read' && sections.agents.value.length).toBe(250);
    for (const section of ['inboxes', 'triggers', 'customFields', 'invitations'] as const) {
      const read = sections[section];
      expect([section, read?.kind === 'read' && read.value.length]).toEqual([section, 120]);
    }
  });

  test('two with a wrong key, and none after it', async () => {
    await open();
    await opened.reader.read({ site: opened.origin, key: sealKey('tkn.v1_d3Jvbmcta2V5') }, READINESS_SECTIONS);
    expect(asked()).toEqual(['GET /desk/api/v2/me.json', 'GET /desk/v1/me.json']);
  });
});

describe('a list of five pages', () => {
  const withManyAgents = async () => {
    await open();
    const account = opened.desk.account('large');
    if (account === undefined) throw new Error('The account large is gone.');
    account.lists.users = Array.from({ length: 500 }, (_, at) =>
      userRow(
        { id: at + 1, email: `a${at}@acme.example`, firstName: 'A', lastName: String(at), isAppOwner: at === 0 },
        '2026-01-01T00:00:00Z',
      ),
    );
    Object.assign(account, { keyOwnerId: 1 });
  };

  test('is read to its end', async () => {
    await withManyAgents();
    const { agents } = (await readAll('large')).sections;
    expect(agents?.kind === 'read' && agents.value.map(({ id }) => id)).toEqual(
      Array.from({ length: 500 }, (_, at) => at + 1),
    );
  });

  test('whose third page fails is unknown: nobody is called missing', async () => {
    await withManyAgents();
    opened.desk.faults.set({ fault: 'server-error', resource: 'users', page: 3 });
    const expectations = { ...NOTHING_EXPECTED, agents: ['a450@acme.example', 'nobody@acme.example'] };
    const finding = CHECKS.agents.look(await readAll('large'), expectations);
    expect(finding).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'could-not-read', section: 'agents', why: { kind: 'unreachable', status: 500 } }],
    });
  });
});

describe('a second try', () => {
  test.each(['server-error', 'bad-gateway', 'broken-connection'] as const)('follows %s, once', async (fault) => {
    await open();
    opened.desk.faults.set({ fault, resource: 'triggers', times: 1 });
    expect((await readAll('ready')).sections.triggers?.kind).toBe('read');
    opened.desk.reset();
    opened.desk.faults.set({ fault, resource: 'triggers' });
    expect((await readAll('ready')).sections.triggers).toMatchObject({ kind: 'failed', why: { kind: 'unreachable' } });
    expect(asked().filter((request) => request.includes('triggers'))).toHaveLength(2);
  });

  test.each(['refused', 'forbidden', 'not-found', 'rate-limited', 'cut-off', 'redirect'] as const)(
    'never follows %s',
    async (fault) => {
      await open();
      opened.desk.faults.set({ fault, resource: 'triggers' });
      await readAll('ready');
      expect(asked().filter((request) => request.includes('triggers'))).toHaveLength(1);
    },
  );
});

describe('the rate limit', () => {
  test('stops us before Desk does: nothing is sent while a key must wait', async () => {
    await open({ rate: { limit: 7, windowMs: 60_000, resetAs: 'seconds' } });
    await readAll('ready');
    const before = opened.desk.seen.length;
    const { sections } = await readAll('ready');
    expect(sections.me).toEqual({ kind: 'failed', why: { kind: 'rate-limited', retryAfterSeconds: 60 } });
    expect(opened.desk.seen.length).toBe(before);
    expect(opened.desk.seen.every(({ status }) => status === 200)).toBe(true);
  });

  test('ends when Desk said, and holds back no other key', async () => {
    await open();
    opened.desk.faults.set({ fault: 'rate-limited', account: 'ready', times: 1 });
    expect(await whyOf('ready')).toBe('rate-limited');
    expect(await whyOf('not-ready')).toBe('read');
    opened.time.now += 59_000;
    expect((await opened.reader.read(opened.credentials('ready'), ['me'])).sections.me).toMatchObject({
      why: { retryAfterSeconds: 1 },
    });
    opened.time.now += 1_000;
    expect(await whyOf('ready')).toBe('read');
  });

  test('is read both ways: as seconds and as a time', async () => {
    await open({ rate: { limit: 1, windowMs: 45_000, resetAs: 'epoch' } });
    expect(await whyOf('ready')).toBe('read');
    expect((await opened.reader.read(opened.credentials('ready'), ['me'])).sections.me).toMatchObject({
      why: { kind: 'rate-limited', retryAfterSeconds: 45 },
    });
  });
});

describe('where a key goes', () => {
  /** Sends what is meant for teamwork.com to the simulator, and keeps the host that was meant. */
  const leadTo =
    (meant: string[]) =>
    (origin: string): Dispatcher =>
      openDispatcher(REQUEST_LIMITS).compose((dispatch) => (options, handler) => {
        const { host } = new URL(String(options.origin));
        meant.push(host);
        return dispatch({ ...options, origin, headers: { ...Object(options.headers), host } }, handler);
      });

  test('to a site in the EU by its own host', async () => {
    const meant: string[] = [];
    await open({ dispatcher: leadTo(meant) });
    const key = sealKey(practiceKey('eu'));
    const account = await opened.reader.read({ site: 'practice.eu', key }, ['me']).catch(() => null);
    expect(account).toBeNull();
    const eu = await opened.reader.read({ site: 'https://practice.eu.teamwork.com', key }, ['me']);
    expect(eu).toMatchObject({ site: 'practice.eu.teamwork.com', sections: { me: { kind: 'read' } } });
    const us = await opened.reader.read({ site: 'https://practice.teamwork.com', key }, ['me']);
    expect(us.sections.me).toMatchObject({ kind: 'failed', why: { kind: 'refused' } });
    expect(new Set(meant)).toEqual(new Set(['practice.eu.teamwork.com', 'practice.teamwork.com']));
  });

  test('nowhere when the address is not allowed, even if the caller forgot to ask', async () => {
    await open();
    const { key } = opened.credentials('ready');
    for (const site of ['https://evil.example', 'http://127.0.0.1:1', 'https://acme.teamwork.com@evil.example']) {
      await expect(opened.reader.read({ site, key }, ['me'])).rejects.toThrow('Site address not allowed');
    }
  });

  test('not after a redirect', async () => {
    const meant: string[] = [];
    await open({ dispatcher: leadTo(meant) });
    opened.desk.faults.set({ fault: 'redirect' });
    const account = await opened.reader.read(
      { site: 'https://practice.teamwork.com', key: sealKey(practiceKey('ready')) },
      ['me'],
    );
    expect(account.sections.me).toEqual({ kind: 'failed', why: { kind: 'not-found' } });
    expect(new Set(meant)).toEqual(new Set(['practice.teamwork.com']));
  });

  test('a server that is not there is a value', async () => {
    await open();
    const nowhere = await openPracticeDesk();
    await nowhere.close();
    await opened.close();
    await expect(readAll('ready')).rejects.toMatchObject({ name: 'ClientDestroyedError' }); // closed by us: a bug
    opened = await openPracticeDesk({
      dispatcher: () =>
        openDispatcher().compose(
          (dispatch) => (options, handler) => dispatch({ ...options, origin: nowhere.origin }, handler),
        ),
    });
    expect(await whyOf('ready')).toBe('unreachable');
  });
});

describe('a connection that fails', () => {
  const throwing = (code: string) => () =>
    openDispatcher().compose(() => () => {
      throw Object.assign(new Error('the connection failed'), { code });
    });

  test.each([
    ['ENOTFOUND', 'not-found'],
    ['EAI_AGAIN', 'unreachable'],
    ['ECONNREFUSED', 'unreachable'],
    ['ECONNRESET', 'unreachable'],
    ['UND_ERR_SOCKET', 'unreachable'],
    ['CERT_HAS_EXPIRED', 'unreachable'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
    ['HPE_INVALID_CONSTANT', 'unreadable'],
    ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'unreadable'],
  ])('with %s is %s', async (code, why) => {
    await open({ dispatcher: throwing(code) });
    expect(await whyOf('ready')).toBe(why);
  });

  test.each(['UND_ERR_INVALID_ARG', 'UND_ERR_DESTROYED', ''])('with %j is a bug and throws', async (code) => {
    await open({ dispatcher: throwing(code) });
    await expect(whyOf('ready')).rejects.toThrow('the connection failed');
  });

  test('a reading that takes too long as a whole has timed out', async () => {
    await open();
    opened.limitReading(300);
    opened.desk.faults.set({ fault: 'slow', resource: 'users' });
    expect((await readAll('ready')).sections.agents).toMatchObject({ kind: 'failed', why: { kind: 'timeout' } });
  });
});

describe('who the key is', () => {
  const withoutRole = async () => {
    await open();
    const account = opened.desk.account('ready');
    if (account !== undefined) changeRow(account, 'users', account.keyOwnerId, { role: null, isAppOwner: null });
  };

  test('is asked of v1 when v2 no longer tells the role; without an answer it stays unknown', async () => {
    await withoutRole();
    const { sections } = await readAll('ready');
    expect(sections.me).toMatchObject({ kind: 'read', value: { isAdmin: null } });
    expect(asked().slice(0, 2)).toEqual(['GET /desk/api/v2/me.json', 'GET /desk/v1/me.json']);
  });

  test('the wrong product is told from a wrong key by what v1 says', async () => {
    await open();
    expect(await whyOf('legacy-key')).toBe('wrong-product');
    opened.desk.faults.set({ fault: 'refused', resource: 'v1/me' });
    expect(await whyOf('legacy-key')).toBe('refused');
    opened.desk.faults.set({ fault: 'log-in-page', resource: 'v1/me' });
    expect(await whyOf('legacy-key')).toBe('refused');
  });
});

test('what Desk says to a failure is for the operator’s log, in one shape', async () => {
  await open();
  opened.desk.faults.set({ fault: 'refused-as-object', resource: 'me', times: 1 });
  await opened.reader.read(opened.credentials('ready'), ['me']);
  expect(opened.failures[0]).toEqual({
    path: '/desk/api/v2/me.json',
    why: { kind: 'refused' },
    said: [{ detail: 'failed to validate token', code: 'G401' }],
  });
});

test('secrets of an answer end at the border', async () => {
  await open();
  const text = JSON.stringify([
    await readAll('not-ready'),
    readForReadiness(await readAll('not-ready'), NOTHING_EXPECTED),
  ]);
  for (const secret of ['ldKey', 'practice-ld-key', 'socket', 'smtp', 'oauth', 'csrf', 'authToken'])
    expect(text).not.toContain(secret);
});
