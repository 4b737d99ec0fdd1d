import type { IncomingHttpHeaders } from 'node:http';

/** A request as the website's door reads it, whatever server took it. */
export interface WebRequest {
  readonly method: string;
  /** Without the query; parts are still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Who calls, as far as the network tells. */
  readonly address: string;
  /** Whether the page that calls is ours or stands on a trusted site; false when no page is named. */
  readonly isTrustedOrigin: boolean;
  /** Where sockets of this server are reached from where the caller stands: `wss://host`, and the folder under which it is. */
  readonly socketBase: string;
  /** The JSON that was sent; nothing when there was no body. @throws BodyError */
  readonly body: () => Promise<unknown>;
}

/** A response before it is written to a socket. */
export interface WebResponse {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal with the body that Direct Line gives: clients go by the status and the code. */
export function errorResponse(
  status: number,
  code: string,
  message: string,
  headers: WebResponse['headers'] = {},
): WebResponse {
  return { status, body: { error: { code, message } }, headers };
}

/** A 429 with the time after which another try is worth it, in seconds. */
export function tooMany(seconds: number): WebResponse {
  return errorResponse(429, 'TooManyRequests', 'Too many requests. Try again later.', {
    'retry-after': String(seconds),
  });
}
