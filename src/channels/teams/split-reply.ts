import type { Reply } from '../reply.js';
import { replyText } from '../reply-text.js';
import { renderTeams } from './render-teams.js';

/** What the name of whom a message is for may add (address-to.ts): its words twice, its mention, and the id. */
const NAME_BYTES = 1024;

/**
 * The most that one message may weigh, in bytes of JSON. Teams says 28 KB in its older pages and about 100 KB (of UTF-16)
 * in the newer ones; 28 KB of UTF-8 keep both.
 */
const MOST_BYTES = 28 * 1024 - NAME_BYTES;
/** What a card puts around a paragraph. */
const PARAGRAPH_FRAME = 120;
/** Where a text may be cut, the best place first; the last cuts between any two characters. */
const SEPARATORS = ['\n\n', '\n', ' ', ''];

/** A reply that is too heavy for one message becomes several; the last one carries the buttons and what else it is. */
export function splitReply(reply: Reply): readonly Reply[] {
  if (bytesOf(renderTeams(reply)) <= MOST_BYTES) return [reply];
  const frame = bytesOf(renderTeams({ ...reply, text: '' })) + PARAGRAPH_FRAME;
  // What is heavy beside its text is said as text, in which there is always a place to cut.
  if (frame > MOST_BYTES / 2 && (reply.kind === 'step' || reply.kind === 'report')) return splitReply(asText(reply));
  const parts = fitted(reply.text, MOST_BYTES - frame, SEPARATORS);
  const last = parts.at(-1) ?? '';
  return [...parts.slice(0, -1).map((text): Reply => ({ kind: 'text', text })), { ...reply, text: last }];
}

function asText(reply: Reply): Reply {
  const { choices, links } = reply;
  return { kind: 'text', text: replyText(reply), ...(choices && { choices }), ...(links && { links }) };
}

/** Pieces of at most so many bytes, cut where it hurts least. */
function fitted(text: string, most: number, [separator = '', ...finer]: readonly string[]): readonly string[] {
  if (weigh(text) <= most) return [text];
  const whole = separator === '' ? [...text] : text.split(separator);
  const parts = finer.length === 0 ? whole : whole.flatMap((part) => fitted(part, most, finer));
  const pieces: string[] = [];
  let room = 0;
  for (const part of parts) {
    const weight = weigh(part) + weigh(separator);
    const last = pieces.length - 1;
    if (last >= 0 && weight <= room) {
      pieces[last] += separator + part;
      room -= weight;
    } else {
      pieces.push(part);
      room = most - weight;
    }
  }
  return pieces;
}

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** As a part of a card; each paragraph has its frame. */
const weigh = (text: string) => bytesOf(text) - 2 + (text.split('\n\n').length - 1) * PARAGRAPH_FRAME;
