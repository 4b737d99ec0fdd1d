import type { CheckId } from '../../src/checks/finding.js';

/** The answers of Desk by endpoint, as they came; undefined: no JSON. */
export type Answers = Readonly<Record<string, unknown>>;

type Thing = Readonly<Record<string, unknown>>;
const thing = (value: unknown): Thing => (typeof value === 'object' && value !== null ? (value as Thing) : {});
const word = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '');

/**
 * Do these answers prove that the check is OK? Written without the code under test, from docs/teamwork-desk-api.md only, so that
 * it may be stricter or slower, but never shares a mistake with it.
 */
export function provesOk(check: CheckId, answers: Answers): boolean {
  switch (check) {
    case 'api-key':
      return isAdmin(answers);
    case 'triggers':
      return isAdmin(answers) && rowsOf(answers, 'inboxes') !== null && all(rowsOf(answers, 'triggers'), isQuiet);
    case 'inbox':
      return (rowsOf(answers, 'inboxes') ?? []).some(isRealInbox);
    case 'agents': {
      const users =
        rowsOf(answers, 'users')?.filter(({ id, state }) => id !== 999_999_999 && word(state) !== 'deleted') ?? null;
      const invitations = rowsOf(answers, 'agentinvites');
      return (
        isAdmin(answers) &&
        users?.length !== 0 &&
        all(users, isFullTime) &&
        all(invitations, ({ state }) => word(state) === 'deleted')
      );
    }
    case 'custom-fields':
      return hasField(answers, 'order number', 'text', []) && hasField(answers, 'plan', 'dropdown', ['gold', 'silver']);
    case 'email-notifications':
      return false;
  }
}

function all(rows: readonly Thing[] | null, test: (row: Thing) => boolean): boolean {
  return rows?.every(test) ?? false;
}

function isAdmin({ me }: Answers): boolean {
  const user = thing(thing(me).user);
  return Number.isInteger(user.id) && (word(user.role) === 'admin' || user.isAppOwner === true);
}

/** All rows of a list, or null when the answer does not prove that these are all. */
function rowsOf(answers: Answers, plural: string): readonly Thing[] | null {
  const answer = thing(answers[plural]);
  const rows = answer[plural] === null ? [] : answer[plural];
  if (!Array.isArray(rows) || !rows.every((row) => Number.isInteger(thing(row).id))) return null;
  const { count, pages, hasMore } = thing(thing(answer.meta).page);
  const { records, pages: otherPages, hasMorePages } = thing(answer.pagination);
  const ids = new Set(rows.map((row) => thing(row).id));
  if ([count, records].some((told) => Number(told) > ids.size)) return null;
  if (hasMore === true || hasMorePages === true) return null;
  const saysEnd =
    hasMore === false ||
    hasMorePages === false ||
    [pages, otherPages].some((told) => typeof told === 'number' && told <= 1);
  return saysEnd ? rows.map(thing) : null;
}

function isQuiet({ state, type, isSystem }: Thing): boolean {
  return ['inactive', 'incomplete', 'deleted'].includes(word(state)) || word(type) === 'manual' || isSystem === true;
}

function isRealInbox({ name, state, type, user }: Thing): boolean {
  const isTeam = word(type) === 'team' || (word(type) === '' && user === null);
  return (
    word(state) === 'active' && isTeam && (user ?? null) === null && word(name) !== '' && !word(name).includes('sample')
  );
}

function isFullTime({ email, state, isPartTime }: Thing): boolean {
  return word(email) !== '' && word(state) === 'active' && isPartTime === false;
}

function hasField(answers: Answers, label: string, kind: string, options: readonly string[]): boolean {
  const sideloaded = thing(thing(thing(answers.customfields).included)).customfieldoptions;
  const named = new Map(
    (Array.isArray(sideloaded) ? sideloaded : []).map((each) => [thing(each).id, word(thing(each).name)]),
  );
  return (rowsOf(answers, 'customfields') ?? []).some((row) => {
    const there = Array.isArray(row.options)
      ? row.options.map((each) => word(thing(each).name) || named.get(thing(each).id))
      : [];
    const labels = [row.agentLabel, row.customerLabel].map((each) => word(each).replace(/\s+/g, ' '));
    const isLive = row.enabled !== false && ['', 'active'].includes(word(row.state));
    return (
      labels.includes(label) && word(row.kind) === kind && isLive && options.every((option) => there.includes(option))
    );
  });
}
