import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector';
import { proveIdentity } from '../../../src/bot/connector/prove-identity';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-identity-'));
const CertificateKeyFile = join(folder, 'key.pem');
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
writeFileSync(CertificateKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
afterAll(() => rmSync(folder, { recursive: true }));

const app = { MicrosoftAppId: 'app', MicrosoftAppTenantId: 'tenant', MicrosoftAppType: 'SingleTenant' };
const government = { ChannelService: GovernmentConstants.ChannelService };
const PUBLIC = [AuthenticationConstants.ToChannelFromBotOAuthScope, AuthenticationConstants.ToChannelFromBotLoginUrl];
const OTHER = [GovernmentConstants.ToChannelFromBotOAuthScope, GovernmentConstants.ToChannelFromBotLoginUrl];

test.each([
  ['a secret', { MicrosoftAppPassword: 'x' }],
  ['a certificate', { CertificateThumbprint: 'a'.repeat(40), CertificateKeyFile }],
])('tokens for %s come from the tenant, in the cloud that is set', async (_, proof) => {
  const [scope = '', login = ''] = PUBLIC;
  const ours = await proveIdentity({ ...app, ...proof }).createCredentials('app', scope, login, true);
  expect(ours).toMatchObject({ oAuthEndpoint: 'https://login.microsoftonline.com/tenant', oAuthScope: scope });
  const [theirScope = '', theirLogin = ''] = OTHER;
  const factory = proveIdentity({ ...app, ...proof, ...government });
  expect(await factory.createCredentials('app', theirScope, theirLogin, true)).toMatchObject({
    oAuthEndpoint: 'https://login.microsoftonline.us/tenant',
    oAuthScope: theirScope,
  });
});

test('a federated identity is ours alone, and always asked to sign in', async () => {
  const factory = proveIdentity({ ...app, FederatedClientId: 'managed' });
  expect(await factory.isValidAppId('app')).toBe(true);
  expect(await factory.isValidAppId('other')).toBe(false);
  expect(await factory.isAuthenticationDisabled()).toBe(false);
});

test('a key that cannot be read is named at the start, not at the first message', () => {
  const settings = { ...app, CertificateThumbprint: 'a'.repeat(40), CertificateKeyFile: join(folder, 'gone.pem') };
  expect(() => proveIdentity(settings)).toThrow(/CertificateKeyFile .*gone\.pem.*cannot be read: ENOENT/);
});
