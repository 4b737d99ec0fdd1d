import type { SimulatedResponse } from './desk-response.js';

/**
 * Answers that are whole and that the reference does not promise: what a Desk may tell, and what it may leave untold. None
 * of them is a failure; a reader says what they prove, and no more.
 */
export const ODDITIES = [
  'deleted',
  'archived',
  'state-untold',
  'false-untold',
  'little-told',
  'told-as-text',
  'owner-role',
  'role-untold',
  'options-deleted',
  'options-archived',
] as const;
export type Oddity = (typeof ODDITIES)[number];

type Fields = Readonly<Record<string, unknown>>;

/** What becomes of one row of the list that was asked for. */
const ROWS: Readonly<Partial<Record<Oddity, (row: Fields) => Fields>>> = {
  deleted: (row) => ({ ...row, state: 'deleted', deletedAt: row.updatedAt }),
  // The reference names no such state.
  archived: (row) => ({ ...row, state: 'archived' }),
  'state-untold': ({ state: _state, ...row }) => row,
  // As Go leaves out what is empty.
  'false-untold': (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== false)),
  'little-told': (row) => Object.fromEntries(Object.entries(row).filter(([name]) => LITTLE.has(name))),
  'told-as-text': (row) => asText(row) as Fields,
  'owner-role': ({ isAppOwner: _isAppOwner, ...row }) => ('role' in row ? { ...row, role: 'Owner' } : row),
  'role-untold': ({ role: _role, isAppOwner: _isAppOwner, ...row }) => row,
};
/** Who it is, and nothing of how it is. */
const LITTLE = new Set(['id', 'name', 'email', 'agentLabel', 'kind', 'user']);

/** What becomes of one option that comes along with the fields. */
const OPTIONS: Readonly<Partial<Record<Oddity, (option: Fields) => Fields>>> = {
  'options-deleted': (option) => ({ ...option, state: 'deleted' }),
  'options-archived': (option) => ({ ...option, state: 'archived' }),
};

/** Turns a good answer into an odd one; what has no rows of the kind stays as it is. */
export function oddAnswer(answer: SimulatedResponse, oddity: Oddity, resource: string): SimulatedResponse {
  const body = parsed(String(answer.body));
  if (answer.status !== 200 || body === undefined) return answer;
  const own = resource === 'me' ? 'user' : resource;
  const odd = {
    ...body,
    ...changed(body, own, ROWS[oddity]),
    ...(isFields(body.included)
      ? { included: { ...body.included, ...changed(body.included, 'customfieldoptions', OPTIONS[oddity]) } }
      : {}),
  };
  return { ...answer, body: JSON.stringify(odd) };
}

function changed(from: Fields, name: string, change: ((row: Fields) => Fields) | undefined): Fields {
  const value = from[name];
  if (change === undefined || value === undefined) return {};
  return { [name]: Array.isArray(value) ? value.map(change) : isFields(value) ? change(value) : value };
}

/** Numbers and yes or no as strings, however deep they stand. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asText(each)]));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

function parsed(text: string): Fields | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isFields(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
