import { readFileSync } from 'node:fs';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  AppCredentials,
  FederatedAppCredentials,
  GovernmentConstants,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { OperatorError } from '../operator-error.js';

type Settings = Readonly<Record<string, string>>;
type Asked = Parameters<ServiceClientCredentialsFactory['createCredentials']>;
type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/**
 * How we prove to Microsoft who we are: by a secret, a certificate, a managed identity, or a managed identity that Entra
 * trusts in the app's place (federated).
 * @throws OperatorError when the certificate's key cannot be read
 */
export function proveIdentity(settings: Settings): ServiceClientCredentialsFactory {
  if (settings.FederatedClientId) return new Federated(settings);
  const made = new ConfigurationServiceClientCredentialFactory({ ...settings, ...certificate(settings) });
  return settings.CertificateKeyFile ? new ByCertificate(made, settings) : made;
}

function certificate({ CertificateKeyFile: file }: Settings): Settings {
  if (!file) return {};
  try {
    return { CertificatePrivateKey: readFileSync(file, 'utf8') };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new OperatorError(`CertificateKeyFile (now "${file}") cannot be read: ${code ?? message}. See .env.example.`);
  }
}

/** A call with the SDK's credentials; the SDK's own factories differ in what they leave out. */
abstract class Wrapped extends ServiceClientCredentialsFactory {
  constructor(protected readonly settings: Settings) {
    super();
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.settings.MicrosoftAppId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }
}

/**
 * The SDK asks the managed identity for its word once and goes on showing it when it is no longer valid: each call has
 * credentials of its own. The libraries behind them keep both tokens until they expire.
 */
class Federated extends Wrapped {
  override async createCredentials(...[appId, audience]: Asked): Promise<Credentials> {
    const { FederatedClientId = '', MicrosoftAppTenantId } = this.settings;
    const fresh = () =>
      atHome(new FederatedAppCredentials(appId, FederatedClientId, MicrosoftAppTenantId, audience), this.settings);
    return { signRequest: (request) => fresh().signRequest(request) };
  }
}

class ByCertificate extends Wrapped {
  constructor(
    private readonly made: ServiceClientCredentialsFactory,
    settings: Settings,
  ) {
    super(settings);
  }

  override async createCredentials(...asked: Asked): Promise<Credentials> {
    const credentials = await this.made.createCredentials(...asked);
    return credentials instanceof AppCredentials ? atHome(credentials, this.settings) : credentials;
  }
}

/** The SDK asks the public cloud for tokens by certificate or federation, in the government's clouds too. */
function atHome(credentials: AppCredentials, { ChannelService, MicrosoftAppTenantId }: Settings): AppCredentials {
  if (ChannelService === GovernmentConstants.ChannelService && MicrosoftAppTenantId) {
    const { origin } = new URL(GovernmentConstants.ToChannelFromBotLoginUrl);
    credentials.oAuthEndpoint = `${origin}/${MicrosoftAppTenantId}`;
  }
  return credentials;
}
