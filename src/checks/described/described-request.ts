import { z } from 'zod';
import type { EnteredField } from './entered-field.js';
import { whyRefused } from './host-pattern.js';
import type { FileFault } from './missing-sentence.js';
import { type Paging, paging } from './paging.js';
import { placesIn } from './template.js';

/** One GET of JSON. Texts hold `{site}` and `{key}`, which are filled in with what the customer entered. */
export interface DescribedRequest {
  readonly get: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** HTTP Basic (RFC 7617): encoded when it is filled in. */
  readonly basic?: { readonly user: string; readonly password: string } | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  readonly paging?: Paging | undefined;
}

/** What the sign-in card asks for; without fields nothing is asked for. */
export interface SignInFields {
  readonly site?: EnteredField | undefined;
  readonly key?: (EnteredField & { readonly masked: boolean }) | undefined;
}

/** Those that say how an answer is transferred are not for a file to set. */
const HEADER =
  /^(?!(?:host|connection|content-length|transfer-encoding|keep-alive|upgrade|expect|te|trailer)$)[a-z0-9-]{1,60}$/i;
/** Seconds that a file may let a request take. */
export const LONGEST_TIMEOUT = 20;

/**
 * A request as a checks file writes it.
 * @param text fills the settings of the environment in
 */
export function describedRequest(text: z.ZodType<string, string>): z.ZodType<DescribedRequest> {
  return z.strictObject({
    get: text,
    query: z.record(z.string(), text).default({}),
    headers: z.record(z.string().regex(HEADER, 'no header that may be set'), text).default({}),
    basic: z.strictObject({ user: text, password: text.default('') }).optional(),
    timeout: z
      .number()
      .min(1)
      .max(LONGEST_TIMEOUT)
      .default(10)
      .transform((seconds) => seconds * 1000),
    paging: paging.optional(),
  });
}

/** What would make a request fail later: fields that nobody is asked for, hosts that are not in the list. */
export function requestFaults(
  request: DescribedRequest,
  hosts: readonly string[],
  signIn: SignInFields,
): readonly FileFault[] {
  const faults: FileFault[] = [];
  const fault = (message: string) => faults.push([['get'], message]);
  const inHost = placesIn(startOf(request.get));
  if (inHost.length > 0 && (inHost.join() !== 'site' || signIn.site?.as !== 'host'))
    fault('in the name of a host only {site} may stand, which sign-in: asks for with as: host');
  for (const place of new Set(textsOf(request).flatMap(placesIn))) {
    if (place !== 'site' && place !== 'key') fault(`{${place}}: {site} or {key} expected`);
    else if (!signIn[place]) fault(`{${place}}: sign-in: does not ask for it`);
  }
  const refused = whyRefused(asIfFilled(request.get, hosts), hosts);
  if (refused) fault(refused);
  return faults;
}

/** All of it in which something may still have to be filled in. */
export function textsOf({ get, query, headers, basic }: DescribedRequest): readonly string[] {
  return [get, ...Object.values(query), ...Object.values(headers), ...(basic ? [basic.user, basic.password] : [])];
}

/** The scheme and the host of an address in which something may still have to be filled in. */
export const startOf = (get: string): string => /^https?:\/\/[^/?#]*/.exec(get)?.[0] ?? '';

/** A host that the customer enters is held against the list when it is there; till then any host of the list stands for it. */
function asIfFilled(get: string, hosts: readonly string[]): string {
  const start = startOf(get);
  const rest = get.slice(start.length);
  if (placesIn(start).length === 0) return `${start}${rest.replaceAll(/[{}]/g, '')}` || get;
  const [scheme, host = ''] = start.split('://');
  const known = hosts.find(
    (pattern) => host === '{site}' || (pattern.startsWith('*.') && host === `{site}${pattern.slice(1)}`),
  );
  return known ? `${scheme}://${known.replace('*', 'x')}/` : start;
}
