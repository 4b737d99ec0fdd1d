import { cardNumbers } from './card-numbers.js';
import { commandLineSecrets } from './command-line-secrets.js';
import { type FoundSecret, findBy, type SecretKind } from './found-secret.js';
import { awsSecrets, azureKeys, hookAddresses, keyBlocks, prefixedKeys } from './known-keys.js';
import { logInPairs } from './log-in-pairs.js';
import { oneTimeCodes } from './one-time-codes.js';
import { passwordColumns } from './password-columns.js';
import { readableText } from './readable-text.js';
import { sameLength } from './same-length.js';
import { KEY_WORD, PASSWORD_WORD } from './telling-words.js';
import { toldSecrets } from './told-secrets.js';

/** A text that may be kept, and what was cut out of it. */
export interface CutText {
  /** The text with every secret replaced by {@link SECRET_MARK}. */
  readonly text: string;
  readonly found: readonly SecretKind[];
}

/** Shorter than every key, with nothing in it that could tell of one: most of what a button carries. */
const NAME = /^[\w.-]{0,12}$/;
const SHORTEST = 6;

/** What stands in an utterance, a transcript or a log where a secret was. */
export const SECRET_MARK = '•••';

/** Names under which addresses carry secrets: `?api_key=…`, `&access_token=…`, `#id_token=…`, `?sig=…`. */
const PARAMETER =
  '(?:(?:access|refresh|id|auth|api|user|bot)[_-]?)?(?:token|key|secret|password|passwd|pwd)|sig|signature';

/**
 * Everything that is a secret by its shape alone. Where two finders see the same place, the first names its kind.
 * Every pattern starts at a border that it cannot cross again, so that the time stays linear in the text.
 */
const FINDERS: readonly ((text: string) => readonly FoundSecret[])[] = [
  // The two shapes of Teamwork Desk keys, as seen in the wild (reference, section 1.2): `tkn.v1_` and base64, some 80
  // characters, which a mail program may have wrapped …
  findBy('desk-key', /\btkn\.v\d{1,3}_[A-Za-z0-9+/=_-]{8,}(?:\s(?=\S*\d)(?=\S*[A-Z])[A-Za-z0-9+/=_-]{16,})*/g),
  // … and about 50 letters and digits. A 40 or 64 digit hexadecimal number may be a commit or a key: it is taken for a
  // key unless a word says otherwise, because cutting a hash costs the customer nothing and a leaked key costs a lot.
  // Long ids in an address stay.
  findBy(
    'legacy-key',
    /https?:\/\/\S+|\b(?:commit|sha-?\d{0,3}|hash|checksum|revision|révision)[\s:#]{1,3}[0-9a-f]{7,64}\b|(?<![A-Za-z0-9])(?=[A-Za-z0-9]{0,64}\d)(?=[A-Za-z0-9]{0,64}[A-Za-z])(?<secret>[A-Za-z0-9]{40,64})(?![A-Za-z0-9])/gi,
  ),
  findBy('url-login', /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?<secret>[^\s/?#@:]{0,200}:[^\s/?#]{1,400})@/gi),
  hookAddresses,
  findBy(
    'token',
    new RegExp(`[?&#;](?:${PARAMETER})=(?<secret>(?:(?!;[a-z][\\w ]{1,30}=)[^\\s&#"'<>]){4,})`, 'gi'),
    looksMade,
  ),
  findBy('token', /\b(?:bearer|basic)\s{1,20}(?<secret>[A-Za-z0-9._~+/=-]{12,})/gi, looksMade),
  findBy(
    'token',
    /\bauthorization["']?\s{0,20}[:=]\s{0,20}["']?(?:[a-z]{3,10}\s{1,20})?(?<secret>[A-Za-z0-9._~+/=-]{6,})/gi,
    looksMade,
  ),
  findBy('token', /(?<![\w-])(?:set-)?cookie:\s{0,20}(?<secret>[^\s;=]{1,100}=[^\n]{6,})/gi, looksMade),
  // Sessions, as a browser keeps them.
  findBy(
    'token',
    /(?<![\w-])(?:phpsessid|jsessionid|asp\.net_sessionid|connect\.sid|session(?:[_-]?id)?|sid|[cx]srf[_-]?token)=(?<secret>[^\s;&"']{8,})/gi,
    looksMade,
  ),
  prefixedKeys,
  keyBlocks,
  azureKeys,
  awsSecrets,
  commandLineSecrets,
  toldSecrets,
  passwordColumns,
  logInPairs,
  oneTimeCodes,
  cardNumbers,
];

/**
 * Cuts secrets out of what a customer typed, before anything else sees it: keys of the known shapes, passwords and keys
 * after a telling word, headers, log-ins and tokens inside addresses, one-time codes, card numbers. Ticket, order and
 * telephone numbers, e-mail and web addresses, dates and ids stay. What was encoded or masked is made readable first
 * ({@link readableText}), and comes out so. Never throws; linear in the length of the text; cutting twice changes
 * nothing.
 */
export function cutSecrets(raw: string): CutText {
  const typed = readableText(raw);
  if (typed.length < SHORTEST || NAME.test(typed)) return { text: typed, found: [] };
  const plain = sameLength(typed);
  const all = FINDERS.flatMap((find, rank) => find(plain).map((found) => ({ ...found, rank })));
  if (all.length === 0) return { text: typed, found: [] };
  all.sort((a, b) => a.start - b.start || a.rank - b.rank);
  const pieces: string[] = [];
  const kinds = new Set<SecretKind>();
  let open = all[0];
  let kept = 0;
  const close = () => {
    if (!open) return;
    pieces.push(typed.slice(kept, open.start), SECRET_MARK);
    kinds.add(open.kind);
    kept = open.end;
  };
  for (const next of all.slice(1)) {
    if (open && next.start < open.end) {
      const kind = next.rank < open.rank ? next : open;
      open = { ...kind, start: open.start, end: Math.max(open.end, next.end) };
    } else {
      close();
      open = next;
    }
  }
  close();
  return { text: pieces.join('') + typed.slice(kept), found: [...kinds] };
}

/** `password`, `apiKey`, `user_token`: the end of a field's name that tells what its value is. */
const TELLING_NAME = new RegExp(`(?:${PASSWORD_WORD}|${KEY_WORD})$`, 'iu');
const LONGEST_NAME = 40;

/** As {@link cutSecrets}, of a field whose name may tell what it holds: `{"apiKey": "8f3k29dkq"}`. */
export function cutField(name: string, value: string): CutText {
  const named = `${name.slice(-LONGEST_NAME)}: `;
  if (TELLING_NAME.test(named.slice(0, -2))) {
    const { text, found } = cutSecrets(named + value);
    if (text.startsWith(named)) return { text: text.slice(named.length), found };
  }
  return cutSecrets(value);
}

/** Made by a machine, not a word of a sentence: "basic authentication" is none. */
function looksMade(value: string): boolean {
  return /\d/.test(value) || /[a-z][A-Z]/.test(value) || /[=+~]/.test(value);
}
