import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { cutSecrets } from '../secrets/cut-secrets.js';

/**
 * What Teams lets people react with that says something of an article, by the names that it gives to its faces; the others
 * may mean anything. Skin tones (`yes-tone3`) and the code in front of newer names (`1f44e_thumbsdown`) are left out before.
 */
const HELPFUL = /^(?:like|yes|thumbsup|heart(?!broken|break)[a-z]{0,20}|\u{1F44D}|\u2764)$/u;
const NOT_HELPFUL =
  /^(?:dislike|no|thumbsdown|sad|sadface|cry|crying|loudlycrying|loudlycryingface|cryingface|angry|angryface|brokenheart|heartbroken|\u{1F44E}|\u{1F622}|\u{1F62D}|\u{1F620}|\u{1F621}|\u{1F494})$/u;

/** The buttons that Teams itself puts under a message. */
const feedback = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.string(), feedback: z.string().optional() }),
});
/** What was typed into their form. */
const form = z.object({ feedbackText: z.string().trim().min(1) });
/** The longest comment that is kept, in UTF-16 units. */
const LONGEST_COMMENT = 1000;
/** The form around it, in UTF-16 units. */
const LONGEST_FORM = 20_000;

export interface ReadRating {
  readonly helpful: boolean;
  /** The message that it is about, when the channel tells. */
  readonly message?: string | undefined;
  /** What the customer added in words, secrets removed. */
  readonly words?: string | undefined;
}

/** A reaction to a message, if it rates it. What is taken back is not unsaid. */
export function readReaction({ reactionsAdded, replyToId }: Activity): ReadRating | undefined {
  const helpful = (reactionsAdded ?? []).flatMap(({ type }) => worthOf(type) ?? [])[0];
  return helpful === undefined || !replyToId ? undefined : { helpful, message: replyToId };
}

function worthOf(reaction: string): boolean | undefined {
  const name = reaction
    .toLowerCase()
    .replace(/^[\da-f]{4,6}_/, '')
    .replace(/-?tone[1-5]$|[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu, '');
  return HELPFUL.test(name) ? true : NOT_HELPFUL.test(name) ? false : undefined;
}

/** The like or dislike of Teams' own feedback buttons. */
export function readFeedback({ value, replyToId }: Activity): ReadRating | undefined {
  const read = feedback.safeParse(value);
  if (!read.success) return undefined;
  const { reaction, feedback: typed } = read.data.actionValue;
  if (reaction !== 'like' && reaction !== 'dislike') return undefined;
  return { helpful: reaction === 'like', message: replyToId, words: comment(typed) };
}

function comment(typed = ''): string | undefined {
  if (typed.length > LONGEST_FORM) return undefined;
  try {
    const words = form.safeParse(JSON.parse(typed)).data?.feedbackText;
    return words === undefined ? undefined : cutSecrets(words).text.slice(0, LONGEST_COMMENT);
  } catch {
    return undefined;
  }
}
