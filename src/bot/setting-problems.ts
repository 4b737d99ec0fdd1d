import type { HandoffSettings } from '../handoff/handoff-settings.js';

type Given = Readonly<Record<string, string | undefined>>;

/**
 * What is wrong with settings that are right one by one.
 * @param given the variables that are set
 * @param read what the form made of them; nothing when one is wrong
 * @param handoff what the file says that HANDOFF_FILE names
 */
export function settingProblems(
  given: Given,
  read: SignInSettings | undefined,
  handoff: HandoffSettings | undefined,
): readonly string[] {
  return [
    ...signInProblems({ ...given, ...read }),
    ...sharingProblems(given),
    ...openIdProblems(given),
    ...(handoff ? teamsProblems(handoff, given.MicrosoftAppId) : []),
  ];
}

/** A channel of Teams is written to by the bot itself, which must be one. */
function teamsProblems({ destinations }: HandoffSettings, appId: string | undefined): readonly string[] {
  return destinations
    .filter(({ kind }) => kind === 'teams' && !appId)
    .map(({ id }) => `HANDOFF_FILE: ${id}: a Teams channel needs the bot's identity: MicrosoftAppId is missing`);
}

interface SignInSettings {
  readonly MicrosoftAppId?: string | undefined;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
  readonly MicrosoftAppType?: string | undefined;
  readonly CertificateThumbprint?: string | undefined;
  readonly CertificateKeyFile?: string | undefined;
  readonly FederatedClientId?: string | undefined;
}

/** Half a sign-in fails at the first message instead of at the start: it is refused here. */
function signInProblems(s: SignInSettings): readonly string[] {
  if (!s.MicrosoftAppId) {
    const set = s.MicrosoftAppPassword ? 'MicrosoftAppPassword' : s.MicrosoftAppTenantId ? 'MicrosoftAppTenantId' : '';
    return set ? [`MicrosoftAppId is missing while ${set} is set`] : [];
  }
  const problems: string[] = [];
  const type = s.MicrosoftAppType ?? 'SingleTenant';
  const managed = type === 'UserAssignedMsi';
  if (type !== 'MultiTenant' && !s.MicrosoftAppTenantId)
    problems.push(`MicrosoftAppTenantId is missing: ${type} needs it`);
  const { CertificateThumbprint, CertificateKeyFile } = s;
  if (Boolean(CertificateThumbprint) !== Boolean(CertificateKeyFile))
    problems.push(
      `${CertificateKeyFile ? 'CertificateThumbprint' : 'CertificateKeyFile'} is missing: a certificate needs both`,
    );
  const proofs = [
    ...(s.MicrosoftAppPassword ? ['MicrosoftAppPassword'] : []),
    ...(CertificateThumbprint || CertificateKeyFile ? ['CertificateThumbprint'] : []),
    ...(s.FederatedClientId ? ['FederatedClientId'] : []),
  ];
  if (managed && proofs.length > 0)
    problems.push(`${proofs[0]} must not be set with UserAssignedMsi: the managed identity needs no other proof`);
  else if (proofs.length > 1) problems.push(`${proofs.join(' and ')} are set: one proof of the identity is enough`);
  else if (!managed && proofs.length === 0)
    problems.push(`MicrosoftAppPassword is missing: ${type} needs it (or a certificate, or FederatedClientId)`);
  return problems;
}

/** Whoever gives a key to one process would be asked for it again by the next. */
function sharingProblems({ DATABASE_URL, KEY_SECRET }: Given): readonly string[] {
  const isAlone = DATABASE_URL === undefined || KEY_SECRET !== undefined;
  return isAlone ? [] : ['KEY_SECRET is missing: processes on one DATABASE_URL share the keys that customers lend'];
}

const OPENID = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** Half a sign-in would be found out by the first operator. */
function openIdProblems(given: Given): readonly string[] {
  const missing = OPENID.filter((name) => given[name] === undefined);
  if (missing.length === 0 || missing.length === OPENID.length) return [];
  return missing.map((name) => `${name} is missing: a sign-in by OpenID Connect needs ${OPENID.join(', ')}`);
}
