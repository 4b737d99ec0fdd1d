import type { Json } from './desk-account.js';

/** An answer of the simulator before it goes out. */
export interface SimulatedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export function jsonAnswer(
  status: number,
  body: Json,
  headers: Readonly<Record<string, string>> = {},
): SimulatedResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

export function textAnswer(status: number, body: string, type = 'text/plain'): SimulatedResponse {
  return { status, headers: { 'content-type': `${type}; charset=utf-8` }, body };
}

/** The error items of v2 (docs/teamwork-desk-api.md 1.4, E1): an array, or one object behind a switch. */
export function errorAnswer(status: number, title: string, detail: string, asObject = false): SimulatedResponse {
  const item = { id: '0b9f1c7e-5a3d-4b21-9c61-3f1f6a2f7d10', title, code: `G${status}`, detail };
  return jsonAnswer(status, { errors: asObject ? item : [item] });
}

/** The validator's map of field → messages (E2). */
export function invalidAnswer(field: string, message: string): SimulatedResponse {
  return jsonAnswer(400, { errors: { [field]: [message] } });
}

export const refused = (asObject = false): SimulatedResponse =>
  errorAnswer(401, 'Failed To Validate Token', 'failed to validate token', asObject);
export const forbidden = (): SimulatedResponse => errorAnswer(403, 'Forbidden', 'permission denied');
export const notFound = (): SimulatedResponse => errorAnswer(404, 'Not Found', 'not found');
