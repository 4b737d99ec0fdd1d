import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { cutSecrets, SECRET_MARK } from '../../../src/channels/secrets/cut-secrets';
import type { SecretKind } from '../../../src/channels/secrets/found-secret';

/** The two shapes of Teamwork Desk keys (docs/teamwork-desk-api.md 1.2), made up. */
const DESK = 'tkn.v1_NmE0ZjM5YjItODc3Yy00Y2E1LTk0YjMtYzA2ZDQ3ZTc3MWM0LTExMTEyMi4zMzM0NDQ=';
const LEGACY = 'q8Zt2mWcX4vLb7RnKy1sHd9gJf5pTa3eUo6iQwErTyUiOpAsDf';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
const SHA1 = '3f786850e387550fdab836ed7e6dc881de23001b';

/** What is typed, with the secret between ⟦ and ⟧; what is cut is replaced by the mark. */
const SECRETS: readonly (readonly [SecretKind, string])[] = [
  // Keys, by their shape alone.
  ['desk-key', `voici ma clé : ⟦${DESK}⟧ merci`],
  ['desk-key', `⟦${DESK}⟧`],
  ['desk-key', `est-ce que "⟦${DESK}⟧" est la bonne ?`],
  ['desk-key', `key=⟦${DESK}⟧&site=acme`],
  ['desk-key', `https://acme.teamwork.com/desk?x=⟦${DESK}⟧`],
  ['desk-key', `⟦${DESK.slice(0, 40)}\n${DESK.slice(40)}⟧ est coupée en deux`],
  ['desk-key', `Mein Schlüssel lautet ⟦${DESK}⟧.`],
  ['desk-key', `el token es ⟦${DESK}⟧`],
  ['legacy-key', `⟦${LEGACY}⟧`],
  ['legacy-key', `is ⟦${LEGACY}⟧ the right one?`],
  ['legacy-key', `curl with ⟦${LEGACY}⟧:x`],
  ['legacy-key', `⟦${SHA1}⟧`],
  // Passwords after a telling word: signs.
  ['password', 'mot de passe : ⟦Azerty123!⟧'],
  ['password', 'mon mot de passe:⟦soleil2024⟧, ça ne marche pas'],
  ['password', 'mdp=⟦hunter2⟧'],
  ['password', 'MDP -> ⟦hunter2⟧'],
  ['password', 'mdp : ⟦soleil⟧'],
  ['password', 'login: ana@acme.fr mdp: ⟦Tournesol#9⟧'],
  ['password', 'Mot de passe de ana@acme.fr : ⟦Tournesol#9⟧'],
  ['password', '**Mot de passe** : `⟦Tournesol#9⟧`'],
  ['password', 'mot\u00a0de\u00a0passe\u00a0: ⟦Azerty123⟧'],
  ['password', 'mot de passe :\n⟦Azerty123⟧\nmerci'],
  ['password', 'password: "⟦correct horse 7 staple⟧"'],
  ['password', '{"user":"ana","password":"⟦hunter2⟧"}'],
  ['password', 'MicrosoftAppPassword=⟦Ab8~xY7Z.qq⟧'],
  ['password', 'DB_PASSWORD: ⟦s3cret⟧'],
  ['password', 'pwd: ⟦Tr0ub4dor&3⟧'],
  ['password', 'user: bob pass: ⟦hunter2⟧'],
  ['password', 'Passwort: ⟦Sommer2024⟧'],
  ['password', 'Mein Kennwort = ⟦Blume!77⟧'],
  ['password', 'Contraseña: ⟦Verano2024⟧'],
  ['password', 'contrasena=⟦verano_1⟧'],
  ['password', 'contrasen\u0303a: ⟦verano_1⟧'],
  ['password', 'mot de passe : ⟦123456⟧'],
  ['password', 'code PIN : ⟦4821⟧'],
  // Passwords after a telling word: verbs.
  ['password', 'mon mot de passe est ⟦Azerty123!⟧'],
  ['password', 'mon mot de passe Desk est bien ⟦Azerty123⟧'],
  ['password', "le mdp c'est ⟦azerty12⟧"],
  ['password', 'my password is ⟦hunter2⟧ and it fails'],
  ['password', 'the password for my Teamwork account is ⟦hunter2⟧.'],
  ['password', "my password's ⟦hunter2⟧"],
  ['password', "mon mot de passe est '⟦soleil⟧'"],
  ['password', 'Mein Passwort ist ⟦Sommer2024⟧'],
  ['password', 'Das Kennwort lautet ⟦Sommer2024⟧, bitte helfen'],
  ['password', 'mi contraseña es ⟦Verano2024⟧'],
  ['password', 'la clave es ⟦verano77⟧'],
  // Without a linking word, where it is clear; or the other way round.
  ['password', 'mon mdp ⟦Azerty123!⟧'],
  ['password', 'mon mot de passe ⟦azerty123⟧ ne marche pas'],
  ['password', 'my password ⟦hunter22⟧'],
  ['password', 'mein Passwort ⟦sommer2024⟧'],
  ['password', 'mi contraseña ⟦verano2024⟧'],
  ['password', 'password ⟦Azerty123⟧'],
  ['password', '⟦Azerty123⟧ est mon mot de passe'],
  ['password', '⟦hunter2x⟧ is my password'],
  ['password', '⟦sommer24⟧ ist mein Passwort'],
  ['password', 'ana@acme.fr / ⟦Azerty123!⟧'],
  ['password', 'ana@acme.fr:⟦Azerty123!⟧'],
  ['password', "curl -u ⟦ana:hunter2⟧ 'https://acme.teamwork.com'"],
  // Keys and tokens after a telling word.
  ['legacy-key', 'clé API : ⟦8f3k29dkq⟧'],
  ['legacy-key', "la clé d'API est ⟦8f3k29dkq1⟧"],
  ['legacy-key', 'ma clé API ⟦8f3k29dkq18f3k29dkq1⟧'],
  ['legacy-key', 'api_key=⟦8f3k29dkq⟧'],
  ['legacy-key', 'API-Schlüssel: ⟦8f3k29dkq⟧'],
  ['legacy-key', 'Der API-Schluessel lautet ⟦8f3k29dkq1⟧'],
  ['legacy-key', 'clave de API: ⟦8f3k29dkq⟧'],
  ['legacy-key', 'ma clé est ⟦550e8400-e29b-41d4-a716-446655440000⟧'],
  ['token', 'token: ⟦abc123def⟧'],
  ['token', 'mon jeton est ⟦abc123def456⟧'],
  ['token', 'client_secret=⟦abc123def456⟧'],
  // Headers, addresses, tokens by shape.
  ['token', 'Authorization: Bearer ⟦abcdef123456ghijkl⟧'],
  ['token', 'authorization: basic ⟦YW5hOmh1bnRlcjI=⟧'],
  ['token', 'Authorization: ⟦8f3k29dkq18f3k29dkq1⟧'],
  ['token', 'bearer ⟦abcdef123456ghijkl⟧'],
  ['token', `le jeton ⟦${JWT}⟧ est refusé`],
  ['token', 'https://acme.teamwork.com/reset?token=⟦abc123def⟧&lang=fr'],
  ['token', 'https://acme.blob.core.windows.net/x?sv=2022&sig=⟦aB3%2Fxyz⟧'],
  ['token', `⟦ghp_${'a1B2'.repeat(9)}⟧`],
  ['token', `⟦sk_live_${'a1B2'.repeat(6)}⟧`],
  ['token', '⟦AKIAIOSFODNN7EXAMPLE⟧'],
  ['token', `⟦twp_${'a1B2'.repeat(6)}_eur⟧`],
  [
    'token',
    '⟦-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX\n-----END RSA PRIVATE KEY-----⟧ merci',
  ],
  ['url-login', 'https://⟦ana:hunter2⟧@acme.teamwork.com/desk'],
  ['url-login', 'https://⟦ana:p@ss⟧@acme.teamwork.com'],
  ['url-login', 'postgres://⟦bot:s3cret⟧@db:5432/desk'],
  ['url-login', 'redis://⟦:s3cret⟧@cache'],
  // Cards.
  ['card', 'ma carte ⟦4111 1111 1111 1111⟧'],
  ['card', '⟦4111111111111111⟧'],
  ['card', '⟦5500-0000-0000-0004⟧ expire 12/27'],
  ['card', 'Amex ⟦3782 822463 10005⟧, danke'],
  ['card', '⟦4111\u00a01111\u00a01111\u00a01111⟧'],
  ['card', 'commande 12 ⟦4111 1111 1111 1111⟧ merci'],
  ['card', 'tarjeta ⟦6011000990139424⟧'],
  ['card', 'cryptogramme : ⟦123⟧'],
];

/** What a customer may well type, and must keep. */
const HARMLESS: readonly string[] = [
  // Forgotten, wanted, looked for.
  'mot de passe oublié',
  'Mot de passe oublié : comment faire ?',
  'mot de passe oublié sur Desk : erreur 500',
  'mot de passe : où le changer ?',
  'mot de passe : pourquoi ?',
  'mot de passe : oublié',
  'Mot de passe : 8 à 20 caractères',
  'Mot de passe :\nE-mail :\nBonjour',
  'mon mot de passe est expiré depuis hier',
  'mon mot de passe est 100% correct',
  'mon mot de passe Office365 ne marche plus',
  'le mot de passe doit avoir 12 caractères',
  'Mot de passe : ********',
  'password: <password>',
  'password: ana@acme.fr',
  'my password is 12-character long',
  'my password is wrong!',
  'password reset link expired after 24h',
  'I forgot my password',
  'Passwort vergessen',
  'Mein Passwort ist seit gestern gesperrt.',
  'Passwort: vergessen!',
  'olvidé mi contraseña',
  'mi contraseña es incorrecta',
  'la palabra clave: etiqueta2024',
  'mot-clé : export2024',
  'la clé est là où je la cherche ?',
  'clé API où',
  'clé API où ?',
  'où trouver ma clé API : menu Profil ?',
  'Clé API : **Profil** > **Clés API** > Créer',
  'clé API: Paramètres/API',
  'clé API créée le : 22/11/2026',
  'ma clé API v2 ne marche pas',
  'ma clé API est refusée : erreur 401',
  'API key: https://help-desk-migration.com/fr/help',
  'api key: YOUR_API_KEY',
  'what is an API key?',
  'the key is in step2 of the guide',
  'Wo ist mein API-Schlüssel?',
  '¿dónde está la clave de API?',
  'token: expired',
  'jeton : 12 jours',
  'le token OAuth2 ne passe pas',
  'basic authentication',
  'HTTP Basic Authentifizierung',
  'the bearer responsibility',
  'Authorization: required',
  'tkn.v1_…',
  // Numbers.
  'ticket 4815162342',
  'ticket #12345 et TICKET-2026-1234',
  'commande n° 2026-00012345',
  'order 100200300400500',
  'Bestellung 4711081547110815',
  'le 22/11/2026 à 14:30',
  '2026-11-22T07:00:00.000Z',
  '1732260000000',
  '+33 6 12 34 56 78',
  '0033612345678',
  '01 23 45 67 89, 06 12 34 56 78, 07 98 76 54 32',
  '+49 151 23456789',
  '(+34) 612 345 678',
  'SIRET 380 129 866 00014',
  'SIRET : 38012986600014',
  'IBAN DE43 5001 0517 5407 3249 31',
  'IMEI 352099001761481',
  'j’ai 250 agents, 40 boîtes, 1 200 000 tickets',
  // Addresses and ids.
  'ana.martin+desk@acme.fr',
  'ana@acme.fr / support@acme.fr',
  'https://acme.teamwork.com/desk/tickets/123456789',
  'https://acme.eu.teamwork.com:443/desk?tab=keys&page=2',
  'https://docs.google.com/document/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit',
  'https://shop.example/orders/4111111111111111',
  'https://acme.teamwork.com/reset?token=help',
  `https://github.com/acme/desk/commit/${SHA1}`,
  `commit ${SHA1}`,
  '550e8400-e29b-41d4-a716-446655440000',
  'd41d8cd98f00b204e9800998ecf8427e',
  'v2.0.1-beta.3',
  'fonctionnalités_de_gestion_des_automatisations_2026',
  'skandinavische-Kunden-importieren-2026',
  'Donaudampfschifffahrtsgesellschaftskapitaensmuetze',
  '',
  ' \n ',
];

const split = (marked: string) => {
  const typed = marked.replace(/[⟦⟧]/g, '');
  const [before = '', , ...after] = marked.split(/[⟦⟧]/);
  return { typed, expected: before + SECRET_MARK + after.join('') };
};

test.each(SECRETS)('%s: %s is cut out, and nothing else', (kind, marked) => {
  const { typed, expected } = split(marked);
  expect(cutSecrets(typed)).toEqual({ text: expected, found: [kind] });
});

test.each(HARMLESS)('%j stays as it is', (typed) => {
  expect(cutSecrets(typed)).toEqual({ text: typed, found: [] });
});

test('no line of the knowledge base, which is how customers write, loses a word', () => {
  const lines = ['locales', 'deployments'].flatMap((name) => {
    const folder = join(__dirname, '..', '..', '..', name);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:md|json)$|intents\.yml$/.test(file),
    );
    return files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  });
  expect(lines.length).toBeGreaterThan(1000);
  expect(lines.filter((line) => cutSecrets(line).found.length > 0)).toEqual([]);
});

test('several secrets in one message are all cut, and each kind is told once', () => {
  const typed = `mdp: Azerty123! et mdp: Azerty456! clé ${DESK} carte 4111 1111 1111 1111`;
  const { text, found } = cutSecrets(typed);
  expect(text).toBe(`mdp: ${SECRET_MARK} et mdp: ${SECRET_MARK} clé ${SECRET_MARK} carte ${SECRET_MARK}`);
  expect(new Set(found)).toEqual(new Set(['password', 'desk-key', 'card']));
});

test('a secret that two rules see is cut whole and has the nearest name', () => {
  expect(cutSecrets(`mot de passe : ${DESK}!!`)).toEqual({
    text: `mot de passe : ${SECRET_MARK}`,
    found: ['desk-key'],
  });
  expect(cutSecrets(`mot de passe : clé : Abc123def`)).toEqual({
    text: `mot de passe : clé : ${SECRET_MARK}`,
    found: ['legacy-key'],
  });
});

test('a card number with a wrong check digit, or of no issuer, stays', () => {
  expect(cutSecrets('4111 1111 1111 1112').found).toEqual([]);
  expect(cutSecrets('9111 1111 1111 1111').found).toEqual([]);
  expect(cutSecrets('1234 5678 9012 3452').found).toEqual([]);
});

test('a secret longer than any window is cut to its end', () => {
  expect(cutSecrets(`mdp: ${'aB3!'.repeat(500)} merci`).text).toBe(`mdp: ${SECRET_MARK} merci`);
});

test('whatever surrounds it, a Desk key never gets through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      expect(cutSecrets(`${before} ${DESK} ${after}`).text).not.toContain(DESK.slice(8, 40));
    }),
  );
});

test('cutting twice changes nothing more', () => {
  for (const [, marked] of SECRETS) {
    const once = cutSecrets(split(marked).typed).text;
    expect(cutSecrets(once)).toEqual({ text: once, found: [] });
  }
});

/** Beginnings of what the rules look for, which never become it. */
const HOSTILE: readonly string[] = [
  'a',
  ' ',
  '1',
  '1 ',
  '4111 ',
  '-',
  '.',
  'mdp ',
  'mdp:',
  'mot de passe est ',
  'clé=',
  'clé ',
  'tkn.v1_',
  'tkn.v1_aaaaaaaa ',
  'eyJ',
  '-eyJ',
  'eyJaaaaaaaa.',
  'http://',
  'http://a:',
  'a://a:b',
  'a@',
  'a@a:',
  'bearer ',
  'Basic a',
  '?key=',
  '&token=a',
  'sk-',
  'SG.',
  'aA1',
  'authorization:',
  '-----BEGIN PRIVATE KEY-----',
  '-u a:',
  '"',
  "password's ",
  '&nbsp;',
  'mdp&nbsp;',
  'GB82 WEST ',
  'siret ',
  'cvv ',
  'commit ',
  '\u00e9',
  '\u{1F600}',
  '\ud800',
  '\0',
];

// A finder that goes back over what it has read needs minutes for one of these, not milliseconds.
test.each(HOSTILE)('100 kB of %j neither hide a key behind them nor hold the bot up', (beginning) => {
  const hostile = beginning.repeat(Math.ceil(100_000 / beginning.length));
  expect(cutSecrets(`${hostile}\n${DESK}`).text.endsWith(SECRET_MARK)).toBe(true);
});
