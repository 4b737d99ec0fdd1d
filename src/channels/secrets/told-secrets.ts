import type { SecretKind } from '../cut-secrets.js';
import type { FoundSecret } from './found-secret.js';
import { isKeyLike, isPasswordLike, type Link, SAID_OF_IT } from './secret-value.js';

/** White space, as a channel's HTML copy writes it too. */
const S = '(?:\\s|&nbsp;)';
const E_ACUTE = '(?:é|e\\u0301?|&eacute;)';
const U_UMLAUT = '(?:ü|ue|u\\u0308?|&uuml;)';
const N_TILDE = '(?:ñ|n\\u0303?|&ntilde;)';

/** Words after which stands what somebody logs in with, in our four languages. */
const PASSWORD_WORD = [
  `mots?(?:${S}|-)?de(?:${S}|-)?pass?e?s?|mdp|code${S}(?:secret|pin|d['’]acc[eè]s)`,
  'pass?words?|pass(?=\\s?[=:])|passwd|pswd|pwd|passcode|passphrase|pin(?:[ -]?code)?',
  'passw(?:o|ö|oe)rt(?:er)?',
  'kennwort|zugangscode',
  `contrase${N_TILDE}as?|clave(?!${S}(?:de${S})?api)`,
].join('|');

/** Words after which stands what a program logs in with. */
const KEY_WORD = [
  `cl(?:${E_ACUTE}s?|efs?)(?:${S}(?:d['’])?api)?|jetons?`,
  'api[ _-]?(?:keys?|tokens?)|(?:access|secret|private)[ _-]?keys?|keys?|tokens?|secrets?',
  `(?:api|zugangs)?[ -]?schl${U_UMLAUT}ssel|clave${S}(?:de${S})?api`,
].join('|');

/** "mot-clé" and "palabra clave" are search words; `AppPassword=` is a setting. */
const TELLING = new RegExp(
  `(?:(?<![\\p{L}\\d]|mots?[ -]|palabras?[ -])|(?<=[\\p{L}_])(?=(?:password|secret|token|key)["']?\\s?[=:]))(?:(?<password>${PASSWORD_WORD})|(?<key>${KEY_WORD}))(?!\\p{L})`,
  'dgiu',
);

/** A few words between the telling word and its link: "mot de passe de ana@acme.fr :", "password for my account is". */
const between = (most: number) => `(?:${S}+[^\\s:=?!,;]{0,40}[^\\s:=?!,;.]){0,${most}}?`;
const QUOTE = '["\'`*_»”’)]{0,3}';

/** How a value follows its telling word, the clearest first. */
const LINKS: readonly { readonly link: Link; readonly pattern: RegExp }[] = [
  { link: 'sign', pattern: new RegExp(`^${between(5)}${QUOTE}${S}*(?:[:：=]+>?|-+>|→)(?:${S}|[*_])*`, 'iu') },
  {
    link: 'verb',
    pattern: new RegExp(
      `^(?:${between(5)}${S}+(?:est|is|ist|es|lautet|sera|c['’]est|hei(?:ß|ss)t)|['’]s)${S}+(?:(?:bien|toujours|still|now|jetzt|ahora)${S}+)?`,
      'iu',
    ),
  },
  { link: 'none', pattern: new RegExp(`^${S}+`, 'iu') },
  { link: 'far', pattern: new RegExp(`^(?:${S}+\\p{L}+){1,3}${S}+`, 'iu') },
];

/** "Azerty123 est mon mot de passe": the value comes first. */
const REVERSED = new RegExp(
  `(?<!\\S)(?<secret>\\S{4,64})\\s{1,5}(?:est|is|ist|es|c['’]est)\\s{1,5}(?:mon|ma|le|la|notre|my|the|our|mein|das|unser|mi|el|nuestra)\\s{1,5}(?:\\p{L}{1,15}\\s)?(?:${PASSWORD_WORD})(?!\\p{L})`,
  'dgiu',
);
/** "ana@acme.fr / Azerty123!", as log-ins are written down. */
const BESIDE_ADDRESS = /(?<!\S)[^\s@]{1,64}@[^\s@/|:]{3,80}\s?[/|:]\s?(?<secret>\S{8,})/dgu;

/** How far behind its telling word a value may begin, in UTF-16 units: keeps the time linear. */
const WINDOW = 300;
const POSSESSIVE = /(?<!\p{L})(?:mon|ma|mes|notre|nos|my|our|mein|meine|unser|mi|mis|nuestra)\s$/iu;
const QUOTED = /^["'`«“„‘]\s?(?<value>[^"'`»”“’\n]{4,100}?)\s?["'`»”“’]/;

/** Passwords and keys that a telling word announces. */
export function toldSecrets(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { indices, groups } of text.matchAll(TELLING)) {
    const [start, end] = indices?.[0] ?? [0, 0];
    // A telling word inside what is cut already tells nothing more.
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const isKey = groups?.key !== undefined;
    const kind: SecretKind = !isKey
      ? 'password'
      : /cl[eé&]|key|schl|clave/iu.test(groups.key ?? '')
        ? 'legacy-key'
        : 'token';
    const isOurs = POSSESSIVE.test(text.slice(Math.max(0, start - 10), start));
    // A key holds no "&", nor does a value inside an address.
    const run = isKey || /[?&]/.test(text.charAt(start - 1)) ? /^[^\s&]+/ : /^\S+/;
    const place = valueAfter(text, end, isOurs, isKey, run);
    if (place) found.push({ kind, ...place });
  }
  for (const pattern of [REVERSED, BESIDE_ADDRESS]) {
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = indices?.groups?.secret ?? [0, 0];
      if (isPasswordLike(text.slice(start, end), 'none', pattern === REVERSED))
        found.push({ kind: 'password', start, end });
    }
  }
  return found;
}

function valueAfter(
  text: string,
  from: number,
  isOurs: boolean,
  isKey: boolean,
  run: RegExp,
): Pick<FoundSecret, 'start' | 'end'> | undefined {
  const rest = text.slice(from, from + WINDOW);
  for (const { link, pattern } of LINKS) {
    const lead = pattern.exec(rest)?.[0];
    if (lead === undefined) continue;
    const behind = rest.slice(lead.length);
    const quoted = QUOTED.exec(behind)?.groups?.value;
    const start = from + lead.length + (quoted === undefined ? 0 : behind.indexOf(quoted));
    const value = quoted ?? (run.exec(behind)?.[0] ?? '').replace(/[.,;:)\]»”"'`]+$/u, '');
    const isLast = !lead.includes('\n') && !isForgotten(lead) && endsLine(text, start + value.length);
    const isSecret = isKey ? isKeyLike(value, link) : isPasswordLike(value, link, isOurs, isLast, quoted !== undefined);
    if (!isSecret) continue;
    const end = start + value.length;
    // A value longer than the window ends where its white space is.
    return { start, end: end === from + WINDOW ? end + (run.exec(text.slice(end))?.[0].length ?? 0) : end };
  }
  return undefined;
}

/** "Mot de passe oublié :" announces no password. */
const isForgotten = (lead: string) => lead.split(/\s+/).some((word) => SAID_OF_IT.test(word));

/** Whether nothing but marks follows on the line. */
const endsLine = (text: string, at: number) => /^[.,;:!)\]»”"'` ]{0,4}(?:\r?\n|$)/u.test(text.slice(at, at + 6));
