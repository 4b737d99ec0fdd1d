import type { CheckId } from '../../src/checks/finding.js';

/** The answers of Desk by endpoint, as they came; undefined: no JSON. */
export type Answers = Readonly<Record<string, unknown>>;

type Thing = Readonly<Record<string, unknown>>;
const thing = (value: unknown): Thing => (typeof value === 'object' && value !== null ? (value as Thing) : {});
/** A number or its digits; yes, no or the word for it: what came as a string means the same. */
const number = (value: unknown): number | null =>
  Number.isInteger(value) || (typeof value === 'string' && /^\s*\d+\s*$/.test(value)) ? Number(value) : null;
const flag = (value: unknown): unknown => (word(value) === 'true' ? true : word(value) === 'false' ? false : value);
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
      return isRealAmong(rowsOf(answers, 'inboxes') ?? []);
    case 'agents': {
      const users =
        rowsOf(answers, 'users')?.filter(({ id, state }) => number(id) !== 999_999_999 && word(state) !== 'deleted') ??
        null;
      const invitations = rowsOf(answers, 'agentinvites');
      return (
        isAdmin(answers) &&
        (users ?? []).some(({ id }) => number(id) === number(thing(thing(answers.me).user).id)) &&
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
  return number(user.id) !== null && (word(user.role) === 'admin' || flag(user.isAppOwner) === true);
}

/** All rows of a list, or null when the answer does not prove that these are all. */
function rowsOf(answers: Answers, plural: string): readonly Thing[] | null {
  const answer = thing(answers[plural]);
  const rows = answer[plural] === null ? [] : answer[plural];
  if (!Array.isArray(rows) || !rows.every((row) => number(thing(row).id) !== null)) return null;
  const { count, pages, hasMore } = thing(thing(answer.meta).page);
  const { records, pages: otherPages, hasMorePages } = thing(answer.pagination);
  const ids = new Set(rows.map((row) => number(thing(row).id)));
  if ([count, records].some((told) => told !== undefined && number(told) !== ids.size)) return null;
  if (flag(hasMore) === true || flag(hasMorePages) === true) return null;
  const saysEnd =
    flag(hasMore) === false ||
    flag(hasMorePages) === false ||
    [pages, otherPages].some((told) => (number(told) ?? 2) <= 1);
  return saysEnd ? rows.map(thing) : null;
}

function isQuiet({ state, type, isSystem }: Thing): boolean {
  return (
    ['inactive', 'incomplete', 'deleted'].includes(word(state)) || word(type) === 'manual' || flag(isSystem) === true
  );
}

/** A site has one sample: of two team inboxes one is real, and beside the sample itself any. */
function isRealAmong(rows: readonly Thing[]): boolean {
  const named = new Map(rows.map((row) => [number(row.id), row]));
  const isSample = ({ name }: Thing): boolean => /^sample( inbox)?$/.test(word(name));
  const team = [...named.values()].filter(({ name, state, type, user }) => {
    const isTeam = word(type) === 'team' || (word(type) === '' && user === null);
    return word(state) === 'active' && isTeam && (user ?? null) === null && word(name) !== '' && !isSample({ name });
  });
  return team.length > 1 || (team.length === 1 && rows.some(isSample));
}

function isFullTime({ email, state, isPartTime }: Thing): boolean {
  return word(email) !== '' && word(state) === 'active' && flag(isPartTime) === false;
}

function hasField(answers: Answers, label: string, kind: string, options: readonly string[]): boolean {
  const sideloaded = thing(thing(thing(answers.customfields).included)).customfieldoptions;
  const named = new Map(
    (Array.isArray(sideloaded) ? sideloaded : [])
      .filter((each) => word(thing(each).state) !== 'deleted')
      .map((each) => [number(thing(each).id), word(thing(each).name)]),
  );
  return (rowsOf(answers, 'customfields') ?? []).some((row) => {
    const there = Array.isArray(row.options)
      ? row.options.map((each) => word(thing(each).name) || named.get(number(thing(each).id)))
      : [];
    const labels = [row.agentLabel, row.customerLabel].map((each) => word(each).replace(/\s+/g, ' '));
    const isLive = flag(row.enabled) === true && ['', 'active'].includes(word(row.state));
    return (
      labels.includes(label) && word(row.kind) === kind && isLive && options.every((option) => there.includes(option))
    );
  });
}
