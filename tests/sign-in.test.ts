import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SignOptions, sign } from 'jsonwebtoken';
import type { App } from '../src/bot/compose';
import type { Config } from '../src/bot/config';
import { createServer, type PasserelleServer } from '../src/bot/server';
import { openTestApp } from './converse';

const APP = '11111111-2222-3333-4444-555555555555';
const ISSUER = 'https://api.botframework.com';
const SERVICE = 'https://smba.example/emea/';
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });

const warnings: object[] = [];
beforeEach(() => void warnings.splice(0));
let issuer: Server;
let app: App;
let server: PasserelleServer;
let address: string;

beforeAll(async () => {
  // The SDK reports every refused token on the console.
  jest.spyOn(console, 'error').mockImplementation(() => {});
  const key = {
    ...ours.publicKey.export({ format: 'jwk' }),
    kid: 'k1',
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams'],
  };
  issuer = createHttpServer((request, response) => {
    const base = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
    const metadata = { issuer: ISSUER, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [key] } : metadata));
  });
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  const metadata = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/openidconfiguration`;
  const quiet = () => {};
  const log = { debug: quiet, info: quiet, error: quiet, warn: (fields: object) => void warnings.push(fields) };
  const identity: Partial<Config> = {
    credentials: {
      MicrosoftAppId: APP,
      MicrosoftAppPassword: 'not-a-secret',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: 'tenant',
      ValidateAuthority: 'false',
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/tenant',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: 'https://token.botframework.com/',
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      CallerId: '',
    },
  };
  app = await openTestApp(identity, {}, log);
  server = createServer(app);
  address = `http://127.0.0.1:${await server.listen(0)}/api/messages`;
});
afterAll(async () => {
  await server?.stop();
  issuer.closeAllConnections();
  issuer.close();
  jest.restoreAllMocks();
});

const token = (options: SignOptions = {}, key = ours.privateKey, serviceurl = SERVICE) =>
  sign({ serviceurl }, key, {
    algorithm: 'RS256',
    keyid: 'k1',
    issuer: ISSUER,
    audience: APP,
    expiresIn: 3600,
    ...options,
  });

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const claims = { iss: ISSUER, aud: APP, exp: 4102444800, serviceurl: SERVICE };

/** A token signed with our public key as if it were a shared secret. */
function confused(): string {
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT', kid: 'k1' })}.${encoded(claims)}`;
  const secret = ours.publicKey.export({ type: 'spki', format: 'pem' });
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

async function ask(authorization: string | undefined, more: object = {}): Promise<{ status: number; body: string }> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      text: 'comment désactiver les déclencheurs ?',
      channelId: 'msteams',
      serviceUrl: SERVICE,
      deliveryMode: 'expectReplies',
      from: { id: '29:customer' },
      recipient: { id: '28:bot' },
      conversation: { id: 'a:1' },
      ...more,
    }),
  });
  return { status: response.status, body: await response.text() };
}

it('lets in who the channel vouches for', async () => {
  const { status, body } = await ask(`Bearer ${token()}`);
  expect(status).toBe(200);
  expect(body).toContain('clencheurs');
});

it.each([
  ['no token', undefined],
  ['something that is no token', 'Bearer not.a.token'],
  ['a wrong signature', `Bearer ${token({}, theirs.privateKey)}`],
  ['an unknown key', `Bearer ${token({ keyid: 'k9' })}`],
  ['an expired token', `Bearer ${token({ expiresIn: -600 })}`],
  ['a token that is not valid yet', `Bearer ${token({ notBefore: 3600 })}`],
  ['another audience', `Bearer ${token({ audience: 'another-app' })}`],
  ['another issuer', `Bearer ${token({ issuer: 'https://evil.example' })}`],
  ['a token for another service', `Bearer ${token({}, ours.privateKey, 'https://evil.example/')}`],
  ['a token signed with the public key', `Bearer ${confused()}`],
  ['no algorithm', `Bearer ${encoded({ alg: 'none', kid: 'k1' })}.${encoded(claims)}.`],
])('answers 401 to %s, and nothing is processed', async (_, authorization) => {
  const judged = jest.spyOn(app.knowledgeService.index, 'judge');
  const { status, body } = await ask(authorization);
  expect(status).toBe(401);
  expect(body).not.toContain('http');
  expect(judged).not.toHaveBeenCalled();
  judged.mockRestore();
});

it('answers 401 when the activity names no service, so that the token cannot vouch for it', async () => {
  expect((await ask(`Bearer ${token()}`, { serviceUrl: undefined })).status).toBe(401);
});

it('answers 400 to a malformed activity even with a good token', async () => {
  expect((await ask(`Bearer ${token()}`, { type: 5 })).status).toBe(400);
});

it.each([
  ['no token', undefined, {}],
  ['the token has expired', `Bearer ${token({ expiresIn: -3600 })}`, {}],
  ['the token is for another app than MicrosoftAppId', `Bearer ${token({ audience: 'another' })}`, {}],
  ['the token is for another service address', `Bearer ${token()}`, { serviceUrl: 'https://evil.example/' }],
  ['the token is not valid', `Bearer ${token({}, theirs.privateKey)}`, {}],
  ['the token is for another channel', `Bearer ${token()}`, { channelId: 'slack' }],
  ['no service address that may be called', `Bearer ${token()}`, { serviceUrl: undefined }],
])('tells the operator in one line why a request was refused: %s', async (why, authorization, more) => {
  await ask(authorization, more);
  expect(warnings).toEqual([{ event: 'request refused', status: 401, why }]);
});
