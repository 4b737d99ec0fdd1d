import type { Activity, Middleware, TurnContext } from 'botbuilder';
import { plainText } from '../../channels/plain-text.js';
import { cutField } from '../../channels/secrets/cut-secrets.js';
import type { SecretKind } from '../../channels/secrets/found-secret.js';
import { untimed } from '../phases.js';
import { recordOf } from '../turn/turn-record.js';

/**
 * Reads the words of an activity as people see them and cuts the secrets out of them, and out of everything else in it
 * that repeats them (HTML attachments, values, speech, mentions, the channel's own data). It stands before whatever
 * judges, keeps or logs: nobody behind sees anything raw.
 */
export function scrubSecrets(timed = untimed): Middleware {
  return {
    async onTurn(context, next) {
      await timed('redact', () => scrubActivity(context));
      await next();
    },
  };
}

function scrubActivity(context: TurnContext): void {
  const { activity } = context;
  const found = new Set<SecretKind>();
  const cut = (words: string, name = '') => {
    const { text, found: kinds } = cutField(name, words);
    for (const kind of kinds) found.add(kind);
    return text;
  };
  if (typeof activity.text === 'string' && activity.text !== '') {
    // Marks that nobody sees are a message all the same, which is answered.
    activity.text = cut(plainText(activity)) || ' ';
  }
  let room = MOST_BESIDE;
  const takes = (length: number) => {
    room -= length + PER_STRING;
    return room >= 0;
  };
  const cutInRoom = (words: string, name?: string) => (takes(words.length) ? cut(words, name) : '');
  for (const field of TEXTUAL) {
    const value: unknown = activity[field];
    if (value === undefined) continue;
    const how = { cut: cutInRoom, takes, keepsIds: WITH_IDS.has(field), seen: new WeakMap<object, object>() };
    Reflect.set(activity, field, scrub(value, field, how));
  }
  recordOf(context).secrets = [...found];
}

/**
 * How much beside the text is read, in UTF-16 units: Teams' messages have some 28 kB, and a copy of their words. What is
 * beyond it is dropped, so that no body holds the bot up and nothing in it is kept unread.
 */
const MOST_BESIDE = 100_000;
/** What a string, a field and a list weigh beside their length: many small ones take as long as a large one. */
const PER_STRING = 60;
/** What may hold words beside the text. */
const TEXTUAL = [
  'speak',
  'summary',
  'value',
  'attachments',
  'suggestedActions',
  'entities',
  'channelData',
] as const satisfies readonly (keyof Activity)[];
/** Where ids stay as they are, because the channel needs them unchanged: of people, teams, tenants. */
const WITH_IDS: ReadonlySet<string> = new Set(['entities', 'channelData']);
const ID = /^(?:id|\w{1,40}I[dD])$/;
/** Ids of Teams' conversations have some 100 characters. */
const LONGEST_ID = 300;
const MOST_DEPTH = 20;
/** The longest JSON in a string that is read as such, in UTF-16 units. */
const LONGEST_FORM = 20_000;

interface Scrubbing {
  /** @param name of the field, which may tell what the words are */
  readonly cut: (words: string, name?: string) => string;
  /** Whether there is room for so many characters more. */
  readonly takes: (length: number) => boolean;
  readonly keepsIds: boolean;
  /** What became of what was met before. */
  readonly seen: WeakMap<object, object>;
}

/** Cuts in place; an array's members are called as the array is. */
function scrub(given: unknown, name: string, how: Scrubbing, depth = 0): unknown {
  if (typeof given === 'string') {
    const isId = how.keepsIds && given.length <= LONGEST_ID && ID.test(name);
    return isId ? given : scrubString(given, name, how, depth);
  }
  if (typeof given === 'number') {
    const written = String(given);
    const cut = how.cut(written, name);
    return cut === written ? given : cut;
  }
  if (typeof given !== 'object' || given === null) return given;
  const met = how.seen.get(given);
  if (met) return met;
  // Nothing that we read is as deep as this.
  if (depth > MOST_DEPTH) return null;
  const value = withFewFields(given);
  how.seen.set(given, value).set(value, value);
  const contentType: unknown = Reflect.get(value, 'contentType');
  const isHtml = typeof contentType === 'string' && /\bhtml\b/i.test(contentType.slice(0, 100));
  const keys = Object.keys(value);
  for (const [at, key] of keys.entries()) {
    if (!how.takes(0)) {
      dropFrom(value, keys, at);
      break;
    }
    const inner: unknown = Reflect.get(value, key);
    const field = Array.isArray(value) ? key : how.cut(key);
    if (field !== key) Reflect.deleteProperty(value, key);
    const words = isHtml && key === 'content' && typeof inner === 'string' ? wordsOfHtml(inner) : inner;
    Reflect.set(value, field, scrub(words, Array.isArray(value) ? name : field, how, depth + 1));
  }
  return value;
}

/** As many fields as there may be room for; taking thousands out of an object one by one takes long. */
function withFewFields(value: object): object {
  const most = MOST_BESIDE / PER_STRING;
  if (Array.isArray(value)) return value.length > most ? value.slice(0, most) : value;
  const entries = Object.entries(value);
  return entries.length > most ? Object.fromEntries(entries.slice(0, most)) : value;
}

/** What there is no room for is gone, its names with it. */
function dropFrom(value: object, keys: readonly string[], at: number): void {
  if (Array.isArray(value)) value.length = at;
  else for (const key of keys.slice(at).reverse()) Reflect.deleteProperty(value, key);
}

/** A form inside a form travels as JSON in a string, whose escapes would hide what it says. */
function scrubString(words: string, name: string, how: Scrubbing, depth: number): string {
  if (!/^\s{0,20}[[{]/.test(words) || words.length > LONGEST_FORM) return how.cut(words, name);
  try {
    return JSON.stringify(scrub(JSON.parse(words), name, how, depth + 1));
  } catch {
    return how.cut(words, name);
  }
}

/** The words of a copy in HTML: a tag in the middle of a key would hide it. */
function wordsOfHtml(html: string): string {
  return html.replace(/<(?:br|\/?(?:p|div|li|tr|td|h\d))\b[^<>]{0,500}>/gi, '\n').replace(/<[^<>]{0,500}>/g, '');
}
