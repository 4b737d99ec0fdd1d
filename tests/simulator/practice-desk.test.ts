import type { Plural, Row } from '../../src/simulator/desk-account.js';
import { idsIn } from '../../src/simulator/list-response.js';
import { PRACTICE_ACCOUNTS, type PracticeAccountId, practiceKey } from '../../src/simulator/practice-keys.js';
import { type OpenDesk, openPracticeDesk } from './open-practice-desk.js';

let opened: OpenDesk;
beforeEach(async () => {
  opened = await openPracticeDesk();
});
afterEach(() => opened.close());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the answers of another program, looked at from outside
  readonly json: any;
}

async function call(
  method: string,
  path: string,
  id: PracticeAccountId | null = 'not-ready',
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const authorization: Record<string, string> = id === null ? {} : { authorization: `Bearer ${practiceKey(id)}` };
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const type = { 'content-type': 'application/json' };
  const answer = await fetch(`${opened.origin}${path}`, {
    method,
    headers: { ...type, ...authorization, ...headers },
    redirect: 'manual',
    ...sent,
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: text.startsWith('{') ? JSON.parse(text) : null };
}
const get = (path: string, id?: PracticeAccountId | null) => call('GET', `/desk/api/v2/${path}`, id);
const basic = (key: string) => ({ authorization: `Basic ${Buffer.from(`${key}:x`).toString('base64')}` });

/** The fields of every record of v2, then those of each resource: docs/teamwork-desk-api.md 1.6 and 2.1 to 2.6. */
const BASE = ['id', 'createdAt', 'updatedAt', 'createdBy', 'updatedBy', 'state'];
const FIELDS: Readonly<Record<string, string>> = {
  users:
    'email firstName lastName avatarURL editMethod isPartTime ticketReplyRedirect reviewer trainingWheelsEnrollment role sendPushNotifications sendWebNotifications autoFollowOnCC timeFormatId timezoneId projectsCompanyId isAppOwner',
  agentinvites: 'user',
  inboxes:
    'name email localPart forwardingAddress emailForwardingState verified type user displayOrder isAdmin starred clientOnly notificationsOnly synced autoReplyEnabled autoReplySubject autoReplyMessage happinessRatingEnabled happinessRatingMessage includeTicketHistoryOnForward timeloggingEnabled usingOfficeHours languageCode sendEmailsFrom signature spamThreshold onClosedLock onClosedWait useTeamworkMailServer smtpProvider ticketstatus tickettypes users triggers inboxaliases inboxcnames inboxemailrefs projects restricteddomains',
  triggers:
    'name description type state isSystem isShared agentHasAccess addToNewInboxes inboxes conditions triggeractions',
  customfields:
    'agentLabel customerLabel kind description placeholder defaultValue displayOrder agentRequired customerRequired addToNewInboxes enabled locked inboxes options',
};

/** Fields that name rows of a list: whose field, and which list. */
const FIELDS_THAT_NAME: Readonly<Record<string, readonly [Plural, Plural]>> = {
  'agentinvites.user': ['agentinvites', 'users'],
  'inboxes.users': ['inboxes', 'users'],
  'inboxes.triggers': ['inboxes', 'triggers'],
  'triggers.inboxes': ['triggers', 'inboxes'],
  'customfields.options': ['customfields', 'customfieldoptions'],
};

describe('the answers have the fields of the reference', () => {
  test.each(Object.keys(FIELDS))('%s', async (plural) => {
    const { json, status } = await get(`${plural}.json`);
    expect(status).toBe(200);
    expect(Object.keys(json[plural][0])).toEqual(
      expect.arrayContaining([...BASE, ...(FIELDS[plural] ?? '').split(' ')]),
    );
    expect(json).toMatchObject({
      included: {},
      pagination: { records: json[plural].length, pageSize: 50, pages: 1, page: 1, hasMorePages: false },
      meta: { page: { count: json[plural].length, pageSize: 50, pageOffset: 0, pages: 1, hasMore: false } },
    });
  });

  test('me, with the secrets that a client must drop', async () => {
    const { json } = await get('me.json');
    expect(Object.keys(json)).toEqual(['user', 'websocketAuthToken', 'included']);
    expect(Object.keys(json.user)).toEqual(
      expect.arrayContaining([...BASE, ...(FIELDS.users ?? '').split(' '), 'onboarding', 'ldKey']),
    );
  });

  test('one record by its number, under its singular', async () => {
    expect((await get('inboxes/36000.json')).json).toMatchObject({ inbox: { id: 36_000 }, included: {} });
    expect((await get('customfields/273.json')).json).toMatchObject({ customfield: { id: 273 } });
    expect((await get('inboxes/1.json')).status).toBe(404);
  });
});

describe('who may see what', () => {
  test.each([
    ['no key', null],
    ['a key of old Desk', 'legacy-key'],
  ] as const)('v2 refuses %s with 401', async (_, id) => {
    const { status, json } = await get('me.json', id);
    expect([status, json.errors[0].code]).toEqual([401, 'G401']);
  });

  test('v1 takes the old key by Basic, not the new one', async () => {
    const me = (key: string) => call('GET', '/desk/v1/me.json', null, undefined, basic(key));
    expect((await me(practiceKey('legacy-key'))).json.user).toMatchObject({ isDeskAdmin: true, status: 'active' });
    expect((await me(practiceKey('ready'))).status).toBe(401);
  });

  test('v1 lists the view "My Tickets" among the inboxes', async () => {
    const { json } = await call('GET', '/desk/v1/inboxes.json', null, undefined, basic(practiceKey('legacy-key')));
    expect(json.inboxes[0]).toMatchObject({ id: 9_999_999_999, name: 'My Tickets' });
  });

  test('a key without admin rights gets no triggers, and 403 for invitations', async () => {
    expect((await get('triggers.json', 'non-admin')).json.triggers).toEqual([]);
    expect((await get('agentinvites.json', 'non-admin')).status).toBe(403);
    expect((await call('POST', '/desk/api/v2/inboxes.json', 'non-admin', { inbox: { name: 'X' } })).status).toBe(403);
  });

  test.each(['/desk/api/v2/me', '/desk/api/v2/nothing.json', '/desk/api/v2/users/1/2.json', '/desk/v2/me.json'])(
    '%s: 404',
    async (path) => {
      expect((await call('GET', path, 'ready')).status).not.toBe(200);
    },
  );
});

describe('lists', () => {
  test.each([
    ['', 50, 5, 50],
    ['pageSize=100', 100, 3, 100],
    ['pageSize=1000', 100, 3, 100],
    ['pageSize=100&page=3', 100, 3, 50],
    ['pageSize=100&page=4', 100, 3, 0],
    ['pageSize=0', 50, 5, 50],
  ])('pages of 250 users with %j', async (query, pageSize, pages, shown) => {
    const { json } = await get(`users.json?${query}`, 'large');
    expect([json.meta.page.pageSize, json.meta.page.pages, json.users.length]).toEqual([pageSize, pages, shown]);
    expect(json.meta.page.hasMore).toBe(shown === pageSize && !query.includes('page=3'));
  });

  test.each([
    ['{"email":{"$eq":"maria@acme.example"}}', ['Maria']],
    ['{"email":{"$in":["maria@acme.example","jon@acme.example"]}}', ['Maria', 'Jon']],
    ['{"email":{"$nin":["maria@acme.example","jon@acme.example","olena@acme.example"]}}', ['Priya', 'Luc']],
    ['{"firstName":"Luc"}', ['Luc']],
    ['{"firstName":{"$contains":"ar"}}', ['Maria']],
    ['{"$or":[{"id":{"$lt":410022}},{"isPartTime":true}]}', ['Olena', 'Luc']],
    ['{"$and":[{"id":{"$gte":410051}},{"id":{"$lte":410052}}]}', ['Jon', 'Priya']],
    ['{"id":{"$ne":410021},"isPartTime":false}', ['Maria', 'Jon', 'Priya']],
    ['{}', ['Olena', 'Maria', 'Jon', 'Priya', 'Luc']],
  ])('filter %s', async (filter, names) => {
    const { json } = await get(`users.json?filter=${encodeURIComponent(filter)}`);
    expect(json.users.map(({ firstName }: { firstName: string }) => firstName)).toEqual(names);
  });

  test('a dotted path looks into relations', async () => {
    const filter = encodeURIComponent('{"triggers.id":{"$in":[8801]}}');
    expect((await get(`inboxes.json?filter=${filter}`, 'ready')).json.inboxes).toMatchObject([{ id: 36_018 }]);
  });

  test.each(['{"inboxes.id":{"$in":[36018]}}', '{"state":{"$regex":"a"}}', '{"$nor":[{"state":"active"}]}'])(
    'triggers are not filtered by %s: neither that field nor that operator is in the reference',
    async (filter) => {
      expect((await get(`triggers.json?filter=${encodeURIComponent(filter)}`, 'ready')).status).toBe(400);
    },
  );

  test.each([
    '{"firstName":{"$contains":{"toString":1,"valueOf":1}}}',
    '{"firstName":{"$eq":{"toString":1,"valueOf":1}}}',
    '{"id":{"$gt":{"toString":1,"valueOf":1}}}',
  ])('filter %s, which has no text, finds nobody', async (filter) => {
    const { status, json } = await get(`users.json?filter=${encodeURIComponent(filter)}`);
    expect([status, json.users]).toEqual([200, []]);
  });

  test.each(['{', '[]', '{"nonsense":1}'])('filter %s is refused in the validator’s shape', async (filter) => {
    const { status, json } = await get(`users.json?filter=${encodeURIComponent(filter)}`);
    expect([status, Object.keys(json.errors)]).toEqual([400, ['filter']]);
  });

  test('order, sparse fields, and what comes along', async () => {
    const { json } = await get('users.json?orderBy=firstName&orderMode=desc&fields=firstName');
    expect(json.users[0]).toEqual({ id: 410_052, firstName: 'Priya' });
    const invites = (await get('agentinvites.json?includes=users')).json;
    expect(invites.included.users.map(({ firstName }: { firstName: string }) => firstName)).toEqual(['Jon', 'Priya']);
    expect(Object.keys((await get('customfields.json?includes=all', 'ready')).json.included)).toEqual([
      'customfieldoptions',
      'inboxes',
    ]);
    expect((await get('agentinvites.json?includes=nonsense')).json.included).toEqual({});
  });
});

describe('the rate limit', () => {
  test('120 a minute, told with every answer; 429 is empty', async () => {
    const first = await get('me.json', 'ready');
    expect([...['limit', 'remaining', 'reset'].map((name) => first.headers.get(`x-rate-limit-${name}`))]).toEqual([
      '120',
      '119',
      '60',
    ]);
    for (let count = 2; count <= 120; count++) await get('me.json', 'ready');
    const rejected = await get('me.json', 'ready');
    expect([rejected.status, rejected.text, rejected.headers.get('x-rate-limit-remaining')]).toEqual([429, '', '0']);
    expect((await get('me.json', 'new')).status).toBe(200);
  });

  test('counts rejected calls too: asking again and again prolongs the block', async () => {
    await opened.close();
    opened = await openPracticeDesk({ rate: { limit: 1, windowMs: 60_000, resetAs: 'epoch' } });
    expect((await get('me.json')).status).toBe(200);
    opened.time.now += 40_000;
    expect((await get('me.json')).status).toBe(429);
    opened.time.now += 40_000;
    expect((await get('me.json')).status).toBe(429);
    opened.time.now += 61_000;
    expect((await get('me.json')).headers.get('x-rate-limit-reset')).toBe(String(opened.time.now / 1000 + 60));
  });
});

describe('writes', () => {
  test('a trigger can be switched off and on, and only to states that exist', async () => {
    const patch = (state: string) =>
      call('PATCH', '/desk/api/v2/triggers/8801.json', 'not-ready', { trigger: { state } });
    expect((await patch('inactive')).json.trigger.state).toBe('inactive');
    expect((await get('triggers/8801.json')).json.trigger.state).toBe('inactive');
    expect((await patch('asleep')).json).toEqual({ errors: { state: ['must be one of the allowed values'] } });
  });

  test('an agent can be made full time', async () => {
    await call('PATCH', '/desk/api/v2/users/410053.json', 'not-ready', { user: { isPartTime: false } });
    expect((await get('users/410053.json')).json.user.isPartTime).toBe(false);
  });

  test('an inbox can be made, not with the address of an agent', async () => {
    const post = (email: string) =>
      call('POST', '/desk/api/v2/inboxes.json', 'new', { inbox: { name: 'Support', localPart: 's', email } });
    expect((await post('olena@acme.example')).status).toBe(400);
    expect(await post('support@acme.example')).toMatchObject({
      status: 201,
      json: { inbox: { name: 'Support', type: 'team' } },
    });
    expect((await get('inboxes.json', 'new')).json.inboxes).toHaveLength(2);
  });

  test('a custom field with its options, by v1', async () => {
    const field = {
      agentLabel: 'Region',
      kind: 'dropdown',
      options: [{ name: 'North', displayOrder: 0 }, { name: 'South' }],
    };
    expect((await call('POST', '/desk/v1/customfields.json', 'new', field)).status).toBe(201);
    const { json } = await get('customfields.json?includes=customfieldoptions', 'new');
    expect(json.included.customfieldoptions.map(({ name }: { name: string }) => name)).toEqual(['North', 'South']);
  });

  test('a ticket, flat or wrapped, and a note with the transcript', async () => {
    const ticket = {
      subject: 'Help',
      message: '<p>Hi</p>',
      inbox: { id: 36_000 },
      customer: { email: 'c@x.example' },
      notifyCustomer: false,
    };
    const flat = await call('POST', '/desk/api/v2/tickets.json', 'not-ready', ticket);
    const wrapped = await call('POST', '/desk/api/v2/tickets.json', 'not-ready', { ticket });
    expect([flat.status, flat.json.ticket.subject, wrapped.json.ticket.subject]).toEqual([200, 'Help', 'Help']);
    expect(flat.json.ticket.customer).toEqual(wrapped.json.ticket.customer);
    const path = `/desk/api/v2/tickets/${flat.json.ticket.id}/messages.json`;
    const note = await call('POST', path, 'not-ready', { message: '<pre>…</pre>', threadType: 'note' });
    expect(note).toMatchObject({ status: 201, json: { message: { threadType: 'note', htmlBody: '<pre>…</pre>' } } });
    expect((await get('search/tickets.json?search=help&pageSize=500')).json).toMatchObject({
      tickets: { length: 2 },
      meta: { page: { pageSize: 50 } },
    });
  });

  test('a ticket after ticket of great length leaves no more than a few of them', async () => {
    const ticket = { customer: { id: 1 }, message: 'x'.repeat(190_000) };
    for (let i = 0; i < 15; i++) await call('POST', '/desk/api/v2/tickets.json', 'ready', ticket);
    const messages = opened.desk.account('ready')?.lists.messages ?? [];
    expect(messages.length).toBeGreaterThan(1);
    expect(JSON.stringify(messages).length).toBeLessThan(2_100_000);
  });

  test('a ticket without a customer is refused as Desk refuses it', async () => {
    const { status, json } = await call('POST', '/desk/api/v2/tickets.json', 'ready', { subject: 'Help' });
    expect([status, json]).toEqual([400, { errors: [{ detail: 'must be set', source: 'customer' }] }]);
  });

  test('a body of another type is refused in plain text; broken and huge ones do no harm', async () => {
    const post = (body: string, type: string) =>
      call('POST', '/desk/api/v2/tickets.json', 'ready', body, { 'content-type': type });
    expect(await post('x', 'text/plain')).toMatchObject({ status: 400, json: null });
    expect((await post('{"a":', 'application/json')).status).toBe(400);
    expect((await post('x'.repeat(1_100_000), 'application/json')).status).toBe(413);
    expect((await post('{"__proto__":{"polluted":true}}', 'application/json')).status).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

test.each(PRACTICE_ACCOUNTS)(
  'the account %s agrees with itself: whatever is named is there, and named from both sides',
  (id) => {
    const account = opened.desk.account(id);
    if (account === undefined) throw new Error(`The account ${id} is gone.`);
    const { lists, keyOwnerId } = account;
    const rows = new Map(
      Object.entries(lists).map(([plural, all]) => [plural, new Map(all.map((row: Row) => [row.id, row]))]),
    );
    for (const [plural, all] of Object.entries(lists))
      expect([plural, rows.get(plural)?.size]).toEqual([plural, all.length]);
    expect(rows.get('users')?.has(keyOwnerId)).toBe(true);
    const named = Object.entries(FIELDS_THAT_NAME).flatMap(([field, [of, plural]]) =>
      lists[of].flatMap((row) =>
        idsIn(row[field.split('.')[1] ?? ''] ?? null).map((to) => ({ field, from: row.id, to, plural })),
      ),
    );
    expect(named.filter(({ plural, to }) => !rows.get(plural)?.has(to))).toEqual([]);
    const pairs = (field: string) => named.filter((each) => each.field === field);
    expect(
      pairs('inboxes.triggers')
        .map(({ from, to }) => `${to} in ${from}`)
        .sort(),
    ).toEqual(
      pairs('triggers.inboxes')
        .map(({ from, to }) => `${from} in ${to}`)
        .sort(),
    );
  },
);

test('a fault can be asked for by header', async () => {
  const { status, text } = await call('GET', '/desk/api/v2/me.json', 'ready', undefined, {
    'x-practice-fault': 'server-error',
  });
  expect([status, text.startsWith('Sorry')]).toEqual([500, true]);
});

test('who still gets e-mail is told under a path that no real Desk has', async () => {
  const { json } = await call('GET', '/__sim/notification-preferences.json', 'ready');
  expect(json.preferences).toContainEqual({ email: 'maria@acme.example', isOn: false });
  expect((await call('GET', '/__sim/notification-preferences.json', null)).status).toBe(401);
});

test('it can be mounted below a path', async () => {
  await opened.close();
  opened = await openPracticeDesk({ basePath: '/practice' });
  expect((await opened.reader.read(opened.credentials('ready'), ['me'])).sections.me?.kind).toBe('read');
  expect((await call('GET', '/', null)).text).toContain('href="/practice/accounts/not-ready?lng=en"');
});
