import type { Attachment } from 'botbuilder';
import { z } from 'zod';

/** The page of a guide, as the button of a card that the search puts into a message names it. */
const PAGE = /^https?:\/\/[^\s?#]{1,1000}\/articles\/[a-z-]{2,10}\/([\w-]{1,100})$/i;
/** A card of ours has some kilobytes, in UTF-16 units. */
const LONGEST_CARD = 30_000;

const card = z.object({ actions: z.array(z.object({ url: z.string() })).min(1) });

/** The guide that somebody has put into a message without words: a card of our own search, sent to us. */
export function readSharedGuide(attachments: readonly Partial<Attachment>[]): string | undefined {
  for (const { contentType, content } of attachments) {
    if (contentType !== 'application/vnd.microsoft.card.adaptive') continue;
    const url = card.safeParse(parsed(content)).data?.actions[0]?.url;
    const page = url === undefined ? undefined : PAGE.exec(url);
    if (page?.[1]) return page[1];
  }
  return undefined;
}

/** Some clients send a card as text. */
function parsed(content: unknown): unknown {
  if (typeof content !== 'string' || content.length > LONGEST_CARD) return content;
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
