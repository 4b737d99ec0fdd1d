import type { Agent } from '../../src/checks/account.js';
import { agents } from '../../src/checks/agents.js';
import { NOTHING_EXPECTED } from '../../src/checks/check.js';
import { compareFindings } from '../../src/checks/compare.js';
import { customFields } from '../../src/checks/custom-fields.js';
import { inbox as inboxCheck } from '../../src/checks/inbox.js';
import { plainEmail, plainLabel } from '../../src/checks/plain-writing.js';
import { readForPutBack, rememberWhatIsOn } from '../../src/checks/put-back.js';
import { seenFinding } from '../../src/checks/seen-finding.js';
import { customFieldRow, toCustomFields } from '../../src/checks/teamwork-desk/custom-field-rows.js';
import { inboxRow, toInboxes } from '../../src/checks/teamwork-desk/inbox-rows.js';
import { readMe } from '../../src/checks/teamwork-desk/me.js';
import { triggers } from '../../src/checks/triggers.js';
import {
  accountWith,
  agent,
  at,
  customField,
  inbox,
  invitation,
  jon,
  luc,
  maria,
  olena,
  READY,
  trigger,
} from './example-accounts.js';

const people = (list: readonly string[] | null, ...account: Parameters<typeof accountWith>) =>
  agents.look(accountWith(...account), { ...NOTHING_EXPECTED, agents: list });
const inboxes = (...account: Parameters<typeof accountWith>) =>
  inboxCheck.look(accountWith(...account), NOTHING_EXPECTED);

describe('who owns the key', () => {
  test.each([
    ['Admin', true],
    [' admin ', true],
    ['Agent', false],
    ['Owner', null],
    ['Administrator', null],
    ['SiteAdmin', null],
    ['', null],
    [null, null],
  ])('with the role %j: an admin? %j', (role, isAdmin) => {
    expect(readMe({ user: { id: '7', role } })).toMatchObject({ id: 7, isAdmin });
  });
});

describe('the only inbox may be the sample of the site, whatever it is called', () => {
  const named = (name: string) =>
    toInboxes([inboxRow.parse({ id: 1, name, type: 'team', user: null, state: 'active' })]);

  test.each(['Musterposteingang', 'Bandeja de muestra', 'Demo inbox', 'Sample requests', 'Sampler & Sons', 'Support'])(
    '%s alone is unknown, and named',
    (name) => {
      expect(inboxes({ inboxes: named(name) })).toMatchObject({
        kind: 'unknown',
        doubts: [{ kind: 'maybe-sample', names: [name] }],
      });
    },
  );

  test('two team inboxes, or one beside the sample, also a deleted one, are proof', () => {
    const [sample, support] = [inbox({ id: 2, type: 'sample' }), inbox({})];
    expect(inboxes({ inboxes: [support, inbox({ id: 3, name: 'Muster' })] }).kind).toBe('ok');
    expect(inboxes({ inboxes: [support, sample] }).kind).toBe('ok');
    expect(inboxes({ inboxes: [support, { ...sample, state: 'deleted' }] }).kind).toBe('ok');
    expect(inboxes({ inboxes: [sample] })).toMatchObject({ problems: [{ kind: 'inbox-only-sample' }] });
  });

  test('a team inbox that has an owner contradicts itself', () => {
    const rows = [{ id: 1, name: 'Support', type: 'team', user: { id: 7 }, state: 'active' }];
    expect(toInboxes(rows.map((row) => inboxRow.parse(row)))).toMatchObject([{ type: 'inconclusive' }]);
  });
});

describe('agents are not called missing', () => {
  const ana = 'ana@acme.example';

  test.each([
    ['while nobody is listed', { agents: [] }, { kind: 'nothing-seen' }],
    ['while the owner of the key is not listed', { agents: [maria] }, { kind: 'contradiction', section: 'agents' }],
  ] as const)('%s', (_, changes, doubt) => {
    expect(people([ana], changes)).toMatchObject({ kind: 'unknown', doubts: [doubt] });
    expect(people(null, changes)).toMatchObject({ kind: 'unknown', doubts: [doubt] });
  });

  test('while the invitations could not be read', () => {
    const invitations = { kind: 'failed', why: { kind: 'timeout' } } as const;
    expect(people([ana], {}, { invitations })).toMatchObject({ kind: 'unknown', doubts: [{ section: 'invitations' }] });
  });
});

describe('agents are not called wrong', () => {
  const nameless: Agent = agent({ id: 9, email: null, name: 'Luc', isPartTime: true });

  test('when they have no address: they are on no list', () => {
    expect(people([maria.email ?? ''], { agents: [olena, maria, nameless] }).kind).toBe('ok');
    expect(people(['ana@acme.example'], { agents: [olena, nameless] })).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'inconclusive', names: ['Luc'] }],
    });
    expect(people(null, { agents: [olena, nameless] })).toMatchObject({ problems: [{ kind: 'agent-part-time' }] });
  });

  test('when it is not told whether they are still there, or when two rows of one address differ', () => {
    const archived = agent({ id: 9, email: 'luc@acme.example', isPartTime: true, state: 'inconclusive' });
    expect(people(null, { agents: [olena, archived] }).kind).toBe('unknown');
    const twice = [olena, luc, agent({ id: 9, email: 'LUC@acme.example' })];
    expect(people(null, { agents: twice })).toMatchObject({ kind: 'unknown', doubts: [{ kind: 'inconclusive' }] });
  });

  test('by an invitation of someone who was deleted', () => {
    const changes = { agents: [olena, { ...jon, state: 'deleted' as const }], invitations: [invitation({})] };
    expect(people(null, changes)).toMatchObject({ kind: 'unknown', doubts: [{ section: 'invitations' }] });
    expect(people([jon.email ?? ''], changes).kind).toBe('unknown');
  });

  test('by an old invitation that was sent again: it has not expired', () => {
    const again = invitation({ sentAt: '2026-11-20T08:00:00.000Z', touchedAt: '2026-11-23T08:00:00.000Z' });
    expect(people(null, { invitations: [again] })).toMatchObject({
      problems: [{ kind: 'invitation-open', sentAt: null }],
    });
    const later = invitation({ id: 2, ...at('2026-11-23T08:00:00.000Z') });
    const both = people(null, { invitations: [invitation(at('2026-11-20T08:00:00.000Z')), later] });
    expect(both).toMatchObject({ problems: [{ kind: 'invitation-open' }] });
  });

  test('an invitation without its address is the agent’s whose number it has', () => {
    const alone = invitation({ email: null });
    expect(people([jon.email ?? ''], { invitations: [alone] })).toMatchObject({
      problems: [{ kind: 'invitation-open', email: jon.email }],
    });
  });
});

describe('custom fields', () => {
  const look = (row: object, options: readonly object[] = []) => {
    const rows = [customFieldRow.parse({ id: 273, agentLabel: 'Plan', kind: 'dropdown', ...row })];
    const included = new Map([['customfieldoptions', options]]);
    return customFields.look(accountWith({ customFields: toCustomFields({ rows, included }) }), {
      ...NOTHING_EXPECTED,
      fields: [{ label: 'Plan', type: 'dropdown', options: ['Gold'] }],
    });
  };
  const gold = { id: 1, name: 'Gold' };
  const doubt = { kind: 'unknown', doubts: [{ kind: 'inconclusive', names: ['Plan'] }] };

  test('of which only id, label, kind and options are told are not said to be enabled', () => {
    expect(look({ options: [{ id: 1 }] }, [gold])).toMatchObject(doubt);
    expect(look({ options: [{ id: '1' }], enabled: 'true' }, [gold]).kind).toBe('ok');
  });

  test('a deleted option is not there; one whose state nobody knows is a doubt', () => {
    const row = { options: [{ id: 1 }], enabled: true, state: 'active' };
    expect(look(row, [{ ...gold, state: 'deleted' }])).toMatchObject({ problems: [{ kind: 'field-options' }] });
    expect(look(row, [{ ...gold, state: 'archived' }])).toMatchObject(doubt);
    expect(look(row, [{ ...gold, state: 'active', deletedAt: '2026-11-01T00:00:00Z' }])).toMatchObject(doubt);
  });

  test('are not called missing while there is one without a label', () => {
    const finding = customFields.look(accountWith({ customFields: [customField({ id: 9, label: '#9' })] }), {
      ...NOTHING_EXPECTED,
      fields: [{ label: 'Plan', type: 'date', options: [] }],
    });
    expect(finding.kind).toBe('unknown');
  });
});

test.each([
  ['Plan :', 'plan'],
  ['Type d’abonnement', "type d'abonnement"],
  ['Pl​an', 'Plan'],
  ['Ｐｌａｎ', 'Plan'],
  ['Straße', 'STRASSE'],
  ['İl', 'il'],
  ['Order number', ' order  NUMBER'],
])('%j and %j are one label', (one, other) => {
  expect(plainLabel(one)).toBe(plainLabel(other));
});

test('labels of other words stay apart, and addresses are compared alike', () => {
  expect(plainLabel('Plan')).not.toBe(plainLabel('Plans'));
  expect(plainEmail(' MARIA＠acme.example​')).toBe('maria@acme.example');
});

describe('what went another way than being turned off', () => {
  const three = [trigger({}), trigger({ id: 2, name: 'Close' }), trigger({ id: 3, name: 'Tag' })];
  const look = (...account: Parameters<typeof accountWith>) => triggers.look(accountWith(...account), NOTHING_EXPECTED);

  test('is told apart: deleted, made manual, moved to other inboxes', () => {
    const before = seenFinding(look({ triggers: three }));
    const now = {
      triggers: [trigger({ type: 'manual' }), trigger({ id: 3, name: 'Tag', inboxIds: [36_019] })],
    };
    expect(compareFindings(before, look(now), accountWith(now))).toMatchObject({
      ...{ fixed: [], deleted: [{ trigger: { name: 'Close' } }], manual: [{ trigger: { name: 'Auto-assign VIP' } }] },
      moved: [{ trigger: { name: 'Tag' } }],
    });
  });

  test('in what is to be put back: manual and deleted are named, what was not told is a doubt', () => {
    const first = accountWith({ triggers: three, inboxes: [inbox({ sendsAutoReplies: true })] });
    const now = accountWith({
      triggers: [trigger({ type: 'manual' }), trigger({ id: 2, name: 'Close', state: 'deleted' }), ...three.slice(2)],
      inboxes: [inbox({ sendsAutoReplies: null })],
    });
    expect(readForPutBack(rememberWhatIsOn(first), now)).toMatchObject({
      ...{ notBackYet: [], gone: [], deleted: [{ name: 'Close' }], manual: [{ name: 'Auto-assign VIP' }] },
      doubts: [{ kind: 'inconclusive', section: 'inboxes', names: ['Support'] }],
    });
  });
});

test('871 triggers for everywhere in 60 inboxes are remembered in a few bytes each', () => {
  const many = accountWith({
    inboxes: Array.from({ length: 60 }, (_, id) => inbox({ id, name: `A team inbox with a name, number ${id}` })),
    triggers: Array.from({ length: 871 }, (_, id) => trigger({ id, name: `Trigger ${id}`, isEverywhere: true })),
  });
  const finding = triggers.look(many, NOTHING_EXPECTED);
  const kept = JSON.stringify([seenFinding(finding), rememberWhatIsOn(many)]);
  expect(JSON.stringify(finding).length).toBeGreaterThan(2_000_000);
  expect(kept.length).toBeLessThan(871 * 200);
});

test('a key that hides the rest leads to the guide about keys, a finding of its own to its own guide', () => {
  const refused = { kind: 'failed', why: { kind: 'refused' } } as const;
  expect(
    triggers.look(accountWith({}, { me: refused, inboxes: refused, triggers: refused }), NOTHING_EXPECTED),
  ).toMatchObject({
    kind: 'unknown',
    remedy: 'api-key',
  });
  expect(triggers.look(accountWith({ me: { ...READY.me, isAdmin: false } }), NOTHING_EXPECTED).remedy).toBe('api-key');
  expect(triggers.look(accountWith({ triggers: [trigger({})] }), NOTHING_EXPECTED).remedy).toBe('triggers');
});
