import { z } from 'zod';
import { highestRole, type Operator } from '../role.js';

export interface OpenIdSettings {
  /** `https://login.microsoftonline.com/<tenant>/v2.0`, `https://sso.example/realms/acme` */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the roles stand in the ID token, with dots between: `roles`, `realm_access.roles`. */
  readonly rolesClaim: string;
}

/** What stays with the browser between the two halves of a sign-in. */
export interface SignInMemo {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type SignedIn =
  | { readonly kind: 'signed-in'; readonly operator: Operator }
  /** Known, but with none of our roles. */
  | { readonly kind: 'no-role' }
  /** `why`: for the log. */
  | { readonly kind: 'failed'; readonly why: string };

export interface OpenId {
  begin(): Promise<
    | { readonly kind: 'begun'; readonly address: string; readonly memo: SignInMemo }
    | Extract<SignedIn, { kind: 'failed' }>
  >;
  /** @param query what the provider sent the browser back with */
  finish(query: string, memo: SignInMemo): Promise<SignedIn>;
}

const names = z.looseObject({
  sub: z.string(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
});
const LONGEST_NAME = 80;

/**
 * Signs operators in with OpenID Connect: code flow with PKCE, state and nonce; the signature of the ID token is proved with
 * the provider's keys as they are then.
 * @param redirectUri where the provider sends the browser back to
 * @param isPlain whether http is allowed: for a provider on this machine
 */
export function openOpenId(settings: OpenIdSettings, redirectUri: string, isPlain: boolean): OpenId {
  const { issuer, clientId, clientSecret, rolesClaim } = settings;
  const discover = async () => {
    const client = await import('openid-client');
    const execute = [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])];
    const config = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });
    return { client, config };
  };
  let known: ReturnType<typeof discover> | undefined;
  const provider = () => {
    known ??= discover();
    // Asked again at the next sign-in: it may be up by then.
    known.catch(() => {
      known = undefined;
    });
    return known;
  };
  return {
    async begin() {
      try {
        const { client, config } = await provider();
        const memo = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier: client.randomPKCECodeVerifier(),
        };
        const address = client.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: 'openid profile email',
          code_challenge: await client.calculatePKCECodeChallenge(memo.verifier),
          code_challenge_method: 'S256',
          state: memo.state,
          nonce: memo.nonce,
        });
        return { kind: 'begun', address: address.href, memo };
      } catch (error) {
        return { kind: 'failed', why: reasonOf(error) };
      }
    },
    async finish(query, { state, nonce, verifier }) {
      try {
        const { client, config } = await provider();
        const tokens = await client.authorizationCodeGrant(config, new URL(`${redirectUri}?${query}`), {
          ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
        });
        const claims = tokens.claims();
        const read = names.safeParse(claims);
        if (!read.success) return { kind: 'failed', why: 'the ID token says not who it is' };
        const role = highestRole(rolesIn(claims, rolesClaim));
        if (!role) return { kind: 'no-role' };
        const { sub, name, preferred_username, email } = read.data;
        const shown = name ?? preferred_username ?? email ?? sub;
        return { kind: 'signed-in', operator: { name: shown.slice(0, LONGEST_NAME), role } };
      } catch (error) {
        return { kind: 'failed', why: reasonOf(error) };
      }
    },
  };
}

/** Roles that are given out for us: `passerelle-editor`, `passerelle.editor`. The `admin` of something else is none of ours. */
function rolesIn(claims: unknown, path: string): readonly string[] {
  const found = path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
      claims,
    );
  const all: readonly unknown[] = Array.isArray(found) ? found : [found];
  return all.flatMap((role) => {
    const ours = typeof role === 'string' ? /^passerelle[.:_-](\w+)$/i.exec(role)?.[1] : undefined;
    return ours ? [ours.toLowerCase()] : [];
  });
}

/** What the library says, and what lies behind it; never a token. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { message, cause } = error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
