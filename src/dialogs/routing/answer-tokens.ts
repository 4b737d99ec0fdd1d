import { foldText } from '../../knowledge/understanding/text/fold-text.js';

/** Pictures that answer, in every language. */
export const ANSWERING_EMOJI = {
  yes: ['👍', '👌', '✅', '✔', '☑', '🆗', '💯'],
  no: ['👎', '❌', '✖', '🚫', '🙅', '❎'],
  next: ['➡', '▶', '⏭', '⏩'],
  previous: ['⬅', '◀', '⏮', '⏪'],
  again: ['🔁', '🔄'],
} as const;

/** What a picture may come with: another colour, another look, a key around a digit. */
const MODIFIERS = /\p{Emoji_Modifier}|\uFE0E|\uFE0F|\u20E3|\u200D|\u2640|\u2642/gu;
const TOKEN = /[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu;

/** Words, numbers and pictures of an answer, folded: "D'accord !" and "d accord" are one, and so are 👍🏽 and 👍. */
export function answerTokens(text: string): readonly string[] {
  return (
    foldText(text.replace(MODIFIERS, '').replaceAll('🔟', '10'))
      .replace(/(\p{L})\1{2,}/gu, '$1')
      .match(TOKEN) ?? []
  );
}

/** Whether a token is a picture, which may stand beside any words. */
export const isPicture = (token: string): boolean => !/[\p{L}\p{N}]/u.test(token);
