import { findBy } from './found-secret.js';

/**
 * Prefixes that products give their keys so that they can be found, and the least that follows. The shapes are facts
 * that the products and the rule sets of secret scanners (gitleaks, detect-secrets) publish.
 */
const PREFIXED = [
  // Payments.
  '(?:sk|rk|pk)_(?:live|test|prod)_[\\w.-]{10,}|whsec_[A-Za-z0-9+/=_-]{16,}|sq0(?:atp|csp|idp)-[\\w-]{20,}',
  'access_token\\$(?:production|sandbox)\\$[a-z0-9$]{20,}|FLWSECK(?:_TEST)?-[\\w-]{12,}',
  // Clouds.
  'AIza[\\w-]{35}(?![\\w-])|ya29\\.[\\w.-]{16,}|GOCSPX-[\\w-]{20,}|1//0[\\w-]{20,}|(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![\\w-])',
  'LTAI[A-Za-z0-9]{16,}|d(?:op|oo|or)_v1_[a-f0-9]{20,}|dapi[a-f0-9]{32}|HRKU-[\\w-]{20,}|nfp_[\\w-]{20,}|hv[sbr]\\.[\\w-]{20,}',
  '[\\w~.]{3}\\dQ~[\\w~.-]{31,34}(?![\\w~-])|tskey-[\\w-]{16,}|pul-[a-f0-9]{40}|sbp_[a-f0-9]{20,}|LS0tLS1CRUdJTi[\\w+/=]{40,}',
  // Code and packages.
  'gh[pousr]_[\\w.-]{16,}|github_pat_[\\w.-]{16,}|gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt|oas)-[\\w.-]{16,}|npm_[\\w.-]{16,}|pypi-[\\w-]{16,}|rubygems_[a-f0-9]{20,}',
  'dckr_(?:pat|oat)_[\\w-]{16,}|AT[AC]TT3[\\w=-]{20,}|ATBB[\\w=-]{20,}|sntr(?:ys|yu)_[\\w+/=-]{20,}|glsa_[\\w-]{20,}|PMAK-[\\w-]{20,}|CCI(?:PAT|PRJ)_[\\w-]{16,}|AKCp[A-Za-z0-9]{40,}',
  // Talk and mail.
  'xox[a-z](?:\\.xox[a-z])?-[\\w.-]{10,}|xapp-[\\w-]{10,}|xwfp-[\\w-]{10,}|SG\\.[\\w.-]{16,}|xkeysib-[a-f0-9]{20,}[\\w-]*|xsmtpsib-[\\w-]{20,}|(?:pub)?key-[a-f0-9]{32}|SK[a-f0-9]{32}',
  '[MNO][\\w-]{22,28}\\.[\\w-]{6,7}\\.[\\w-]{27,}|\\d{5,16}:A[\\w-]{33,36}(?![\\w-])|[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}(?![\\w-])',
  // Desks, shops, boards, models.
  'twp_[\\w.-]{16,}|shp(?:at|ss|ca|pa)_[\\w.-]{16,}|pat-[a-z]{2,4}\\d?-[\\w.-]{16,}|pat[A-Za-z0-9]{14}\\.[a-f0-9]{40,}|lin_(?:api|oauth)_[\\w-]{16,}|fig[du]_[\\w-]{20,}|ntn_[\\w-]{20,}|secret_[A-Za-z0-9]{40,}|tfp_[\\w.-]{20,}',
  'hf_[\\w.-]{16,}|sk-(?:proj-|ant-|or-|svcacct-)?(?=[\\w-]{0,60}\\d)[\\w.-]{16,}|gsk_[\\w-]{20,}|xai-[\\w-]{20,}|r8_[\\w-]{20,}|pplx-[\\w-]{20,}|nvapi-[\\w-]{20,}|re_[A-Za-z0-9]{6,}_[A-Za-z0-9]{16,}',
  'AGE-SECRET-KEY-1[A-Z0-9]{40,}|A3-[A-Z0-9]{6}-[A-Z0-9-]{20,}|ops_eyJ[\\w+/=-]{20,}|eyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]*){0,3}|[\\w-]{14}\\.atlasv1\\.[\\w=-]{40,}',
].join('|');

/** Keys of well-known products, wherever they stand. */
export const prefixedKeys = findBy('token', new RegExp(`(?<![\\w-])(?:${PREFIXED})`, 'g'));

/** Blocks of PEM, PGP and PuTTY, to their end or, cut off, to the end of the text. */
export const keyBlocks = findBy(
  'token',
  /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}-----|$)|PuTTY-User-Key-File-\d[\s\S]*?(?:Private-MAC: ?\S{1,80}|$)/g,
);

/** Addresses to which anybody may post who knows them. */
export const hookAddresses = findBy(
  'token',
  /https?:\/\/(?:hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)|(?:[a-z]{2,10}\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks|[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2|hooks\.zapier\.com\/hooks\/catch|hook(?:\.[a-z0-9]{2,6})?\.(?:make|integromat)\.com|chat\.googleapis\.com\/v1\/spaces|api\.telegram\.org\/bot)(?<secret>[^\s"'<>]{6,})/gi,
);

/** What Azure writes into its connection strings. */
export const azureKeys = findBy('token', /\b(?:Account|SharedAccess|Shared)Key=(?<secret>[A-Za-z0-9+/=%]{20,})/gi);

/** The other half of an AWS key: 40 signs of base64, which need not be letters and digits alone. */
export const awsSecrets = findBy(
  'token',
  /https?:\/\/\S+|(?<![\w+/=.-])(?<secret>[A-Za-z0-9+/]{40})(?![\w+/=.-])/g,
  (value) =>
    /[A-Z]/.test(value) &&
    /[a-z]/.test(value) &&
    /(?:\d[^\d]*){3}/.test(value) &&
    !/(?:^|\/)[A-Z]?[a-z]{4,}(?:\/|$)/.test(value),
);
