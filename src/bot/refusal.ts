import { z } from 'zod';

/** Why a channel did not take what we said. */
export interface Refusal {
  /** HTTP's, when there was an answer. */
  readonly status?: number | undefined;
  /** The service's own word, `AADSTS7000215` when no token was to be had, or the network's, as `ECONNREFUSED`. */
  readonly code?: string | undefined;
}

/** As the connector's client, the library that asks for tokens, and Node's network throw it. */
const thrown = z.looseObject({
  name: z.string().catch(''),
  message: z.string().catch(''),
  statusCode: z.number().optional().catch(undefined),
  status: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  errorCode: z.string().optional().catch(undefined),
  cause: z.unknown(),
  details: z
    .looseObject({ error: z.looseObject({ code: z.string() }) })
    .optional()
    .catch(undefined),
});

/** Of the connector's client, of the library for tokens, of what fetches. */
const NAMES =
  /^(?:RestError|AuthError|ServerError|ClientAuthError|ClientConfigurationError|NetworkError|InteractionRequiredAuthError|FetchError)$/;
const NETWORK = /^E[A-Z]{3,20}$|^(?:UND_ERR|CERT|ERR_TLS|DEPTH|UNABLE|SELF_SIGNED)_[A-Z_]{1,60}$/;

/** What an error of sending tells, when it is the world's and no bug. The service's sentences are not repeated: they may name people. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { name, message, cause, details, ...told } = thrown.parse(read(error));
  const status = told.statusCode ?? told.status;
  const entra = /\bAADSTS\d{3,10}\b/.exec(message)?.[0];
  const code = entra ?? details?.error.code ?? told.errorCode ?? told.code;
  if (entra !== undefined || NAMES.test(name) || (code !== undefined && NETWORK.test(code)))
    return { status, code: short(code) };
  return cause === error ? undefined : refusalOf(cause);
}

/** Members of errors may be inherited. */
const read = (error: object) =>
  Object.fromEntries(Object.keys(thrown.shape).map((key) => [key, Reflect.get(error, key)]));

const short = (code: string | undefined) => (code !== undefined && /^[\w.-]{1,80}$/.test(code) ? code : undefined);
