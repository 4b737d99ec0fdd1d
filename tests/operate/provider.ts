import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sign } from 'jsonwebtoken';

export const CLIENT = { clientId: 'passerelle', clientSecret: 'a-secret-of-the-tests' };

export interface Provider {
  readonly issuer: string;
  /** What the next ID token says of who signs in, and how long it holds, in seconds from now. */
  claims: Record<string, unknown>;
  holds: number;
  /** Signs with another key from now on; `published`: whether the provider tells it. */
  changeKey(published: boolean): void;
  /** The browser at the provider: agrees, and is sent back. @returns the address that it is sent to */
  agree(address: string): Promise<string>;
  close(): Promise<void>;
}

interface Key {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}
const newKey = (): Key => ({
  kid: randomBytes(6).toString('hex'),
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }),
});

/** An OpenID Connect provider on this machine: discovery, keys, code flow with PKCE. Whoever comes agrees at once. */
export async function openProvider(): Promise<Provider> {
  let [key, told] = [newKey(), true];
  let published = [key];
  const codes = new Map<string, { readonly nonce: string; readonly challenge: string }>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer());
    const json = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json({
          ...{ issuer: issuer(), authorization_endpoint: `${issuer()}/authorize`, token_endpoint: `${issuer()}/token` },
          ...{ jwks_uri: `${issuer()}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'] },
          ...{ id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'] },
        });
      case '/keys':
        return json({
          keys: published.map(({ kid, publicKey }) => ({
            ...publicKey.export({ format: 'jwk' }),
            kid,
            alg: 'RS256',
            use: 'sig',
          })),
        });
      case '/authorize': {
        const code = randomBytes(12).toString('hex');
        codes.set(code, {
          nonce: url.searchParams.get('nonce') ?? '',
          challenge: url.searchParams.get('code_challenge') ?? '',
        });
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.searchParams.set('code', code);
        back.searchParams.set('state', url.searchParams.get('state') ?? '');
        response.writeHead(302, { location: back.href });
        return response.end();
      }
      case '/token': {
        let body = '';
        request.on('data', (part) => {
          body += part;
        });
        return request.on('end', () => {
          const fields = new URLSearchParams(body);
          const known = codes.get(fields.get('code') ?? '');
          codes.delete(fields.get('code') ?? '');
          if (!known) return json({ error: 'invalid_grant' }, 400);
          const now = Math.floor(Date.now() / 1000);
          const token = {
            iss: issuer(),
            aud: CLIENT.clientId,
            iat: now + Math.min(0, provider.holds) - 1,
            exp: now + provider.holds,
            nonce: known.nonce,
          };
          const options = { algorithm: 'RS256', keyid: key.kid } as const;
          json({
            access_token: 'x',
            token_type: 'Bearer',
            id_token: sign({ ...token, ...provider.claims }, key.privateKey, options),
          });
        });
      }
      default:
        return json({ error: 'not_found' }, 404);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: Provider = {
    issuer: issuer(),
    claims: { sub: '1', name: 'Ana Ruiz', roles: ['passerelle-editor'] },
    holds: 300,
    changeKey(isPublished) {
      key = newKey();
      told = isPublished;
      if (told) published = [key];
    },
    async agree(address) {
      const { headers } = await fetch(address, { redirect: 'manual' });
      return headers.get('location') ?? '';
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return provider;
}
