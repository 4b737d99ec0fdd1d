import type { Activity, Middleware } from 'botbuilder';
import { plainText } from '../../channels/plain-text.js';
import { cutField } from '../../channels/secrets/cut-secrets.js';
import type { SecretKind } from '../../channels/secrets/found-secret.js';
import { recordOf } from '../turn/turn-record.js';

/**
 * Reads the words of an activity as people see them and cuts the secrets out of them, and out of everything else in it
 * that repeats them (HTML attachments, values, speech, mentions, the channel's own data). It stands before whatever
 * judges, keeps or logs: nobody behind sees anything raw.
 */
export function scrubSecrets(): Middleware {
  return {
    async onTurn(context, next) {
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
      const cutInRoom = (words: string, name?: string) => {
        room -= words.length + PER_STRING;
        return room < 0 ? '' : cut(words, name);
      };
      for (const field of TEXTUAL) {
        const value: unknown = activity[field];
        if (value === undefined) continue;
        const how = { cut: cutInRoom, keepsIds: WITH_IDS.has(field), seen: new WeakSet<object>() };
        Reflect.set(activity, field, scrub(value, field, how));
      }
      recordOf(context).secrets = [...found];
      await next();
    },
  };
}

/**
 * How much beside the text is read, in UTF-16 units: Teams' messages have some 28 kB, and a copy of their words. What is
 * beyond it is dropped, so that no body holds the bot up and nothing in it is kept unread.
 */
const MOST_BESIDE = 100_000;
/** What a string weighs beside its length: many small ones take as long as a large one. */
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
  readonly keepsIds: boolean;
  readonly seen: WeakSet<object>;
}

/** Cuts in place; an array's members are called as the array is. */
function scrub(value: unknown, name: string, how: Scrubbing, depth = 0): unknown {
  if (typeof value === 'string') {
    const isId = how.keepsIds && value.length <= LONGEST_ID && ID.test(name);
    return isId ? value : scrubString(value, name, how, depth);
  }
  if (typeof value === 'number') {
    const written = String(value);
    const cut = how.cut(written, name);
    return cut === written ? value : cut;
  }
  if (typeof value !== 'object' || value === null || how.seen.has(value)) return value;
  // Nothing that we read is as deep as this.
  if (depth > MOST_DEPTH) return null;
  how.seen.add(value);
  const contentType: unknown = Reflect.get(value, 'contentType');
  const isHtml = typeof contentType === 'string' && /\bhtml\b/i.test(contentType.slice(0, 100));
  for (const [key, inner] of Object.entries(value)) {
    const field = Array.isArray(value) ? key : how.cut(key);
    if (field !== key) Reflect.deleteProperty(value, key);
    const words = isHtml && key === 'content' && typeof inner === 'string' ? wordsOfHtml(inner) : inner;
    Reflect.set(value, field, scrub(words, Array.isArray(value) ? name : field, how, depth + 1));
  }
  return value;
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
