import type { Activity } from 'botbuilder';
import { bothEnds } from '../knowledge/understanding/text/both-ends.js';
import { readableText } from './secrets/readable-text.js';

/** No channel lets people type more, HTML entities included, in UTF-16 units; what stands in the middle of more is left out. */
const LONGEST_TEXT = 20_000;
/** More mentions of one bot in one message are nobody's sentence. */
const MOST_MENTIONS = 50;

/**
 * What Teams puts into a text for what stands elsewhere in the message: the message that is replied to, a file, a card.
 */
const MARKER = /<\/?(?:quoted|attachment)(?:\s[^<>]{0,500})?>/gi;
/** The message that is replied to, drawn in the text itself by older clients. */
const QUOTE = /<blockquote\s[^<>]{0,500}schema\.skype\.com\/Reply[^<>]{0,500}>/i;
const QUOTE_END = '</blockquote>';

/** Tags of mentions; what is left of a tag in which another one stood is no tag any more. */
const MENTION_TAG = /<\/?at(?:\s[^<>]{0,200})?>/gi;
const BROKEN_TAG = /(?<![</])[</]+(?=at[\s>])/gi;

/**
 * The words of a message without what a channel puts around them: mentions of the assistant, the message that is
 * replied to, HTML entities, odd spaces, control characters. Never throws, whatever the activity holds; linear. What it gives is to be scrubbed of
 * secrets (`cutSecrets`) before anybody judges or keeps it: a tag in the middle of a key hides it until here.
 */
export function plainText(activity: Partial<Activity>): string {
  let text = typeof activity.text === 'string' ? bothEnds(activity.text, LONGEST_TEXT) : '';
  for (const mention of mentionsOfUs(activity)) text = text.replaceAll(mention, ' ');
  if (text.includes('<')) text = withoutQuote(text).replace(MARKER, ' ');
  return visibleWords(text)
    .replace(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, (blank) => (blank.includes('\n') ? '\n' : ' '))
    .trim();
}

/** A text as its reader sees it, without tags of mentions, its spaces and lines as they were typed. */
export function visibleWords(text: string): string {
  return withoutTags(readableText(withoutTags(text)));
}

/** A client quotes one message, before the words of the reply. */
function withoutQuote(text: string): string {
  const start = text.search(QUOTE);
  const end = start < 0 ? -1 : text.indexOf(QUOTE_END, start);
  return end < 0 ? text : `${text.slice(0, start)} ${text.slice(end + QUOTE_END.length)}`;
}

/** Mentions of others keep their names. */
function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  const left = text.replace(MENTION_TAG, '');
  return left.search(MENTION_TAG) < 0 ? left : left.replace(BROKEN_TAG, '');
}

/** Every way in which Teams may have written our name: the entity's text, or the tag without it. */
function mentionsOfUs({ entities, recipient }: Partial<Activity>): ReadonlySet<string> {
  const found = new Set<string>();
  if (!Array.isArray(entities) || !recipient?.id) return found;
  for (const entity of entities) {
    if (entity?.type !== 'mention' || entity.mentioned?.id !== recipient.id) continue;
    if (found.size >= MOST_MENTIONS) break;
    if (typeof entity.text === 'string' && entity.text) found.add(entity.text);
    if (typeof entity.mentioned.name === 'string') found.add(`<at>${entity.mentioned.name}</at>`);
  }
  return found;
}
