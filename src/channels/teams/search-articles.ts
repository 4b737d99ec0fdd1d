import type { Attachment } from 'botbuilder';
import { z } from 'zod';
import { adaptiveCard, textBlocks } from '../adaptive-card.js';
import { cutSecrets } from '../secrets/cut-secrets.js';

/** The one command of the search extension, and its one parameter, as the app's manifest names them. */
const COMMAND = 'searchArticles';
const PARAMETER = 'query';

/** Teams asks for 25 at a time; more would not fit its box. */
const MOST_AT_ONCE = 25;
/** Beyond it nobody scrolls. */
const DEEPEST = 500;
/** The longest query that is read, in UTF-16 units. */
const LONGEST_QUERY = 300;
/** What is looked at of it: a secret at the border is cut whole. */
const LONGEST_TYPED = 1000;
/** The newest version of a card that Teams shows below a link (its page "Link unfurling"); ours need no more. */
const LINK_CARD_VERSION = '1.3';
/** The preview has two lines. */
const LONGEST_PREVIEW = 150;

const searched = z.looseObject({
  commandId: z.literal(COMMAND),
  parameters: z.array(z.looseObject({ name: z.string(), value: z.string().catch('') })).catch([]),
  queryOptions: z
    .looseObject({
      skip: z.number().int().min(0).max(DEEPEST).catch(0),
      count: z.number().int().min(1).catch(MOST_AT_ONCE),
    })
    .catch({ skip: 0, count: MOST_AT_ONCE }),
});

/** What was typed into the search box, and which part of the list is shown. */
export interface Search {
  /** Empty when the box has just been opened. */
  readonly query: string;
  readonly skip: number;
  readonly count: number;
}

/** An article as the search box shows it and puts it into a message. */
export interface FoundArticle {
  readonly title: string;
  /** Markdown: its first paragraph. */
  readonly text: string;
  /** The same without marks, for the list. */
  readonly preview: string;
  /** "7 steps", when there are any. */
  readonly steps?: string | undefined;
  /** Source and day of the last change. */
  readonly line: string;
  /** Its page, and what the button that leads there says. */
  readonly link: { readonly label: string; readonly url: string };
}

/** Reads the value of a `composeExtension/query`; nothing when it is not for the search of articles. */
export function readSearch(value: unknown): Search | undefined {
  const read = searched.safeParse(value);
  if (!read.success) return undefined;
  const { parameters, queryOptions } = read.data;
  const typed = parameters.find(({ name }) => name === PARAMETER)?.value ?? '';
  return {
    query: cutSecrets(typed.slice(0, LONGEST_TYPED)).text.slice(0, LONGEST_QUERY).trim(),
    skip: queryOptions.skip,
    count: Math.min(queryOptions.count, MOST_AT_ONCE),
  };
}

/** The answer to a search: a list of cards with previews, or the words given when nothing was found. */
export function searchAnswer(found: readonly FoundArticle[], nothing: string): object {
  if (found.length === 0) return { composeExtension: { type: 'message', text: nothing } };
  return resultAnswer(found);
}

/** The answer to a link in a message: the guide's card below it; none where it leads to no guide. */
export function linkAnswer(article: FoundArticle | undefined): object {
  return article ? resultAnswer([article], LINK_CARD_VERSION) : {};
}

function resultAnswer(found: readonly FoundArticle[], version?: string): object {
  return {
    composeExtension: {
      type: 'result',
      attachmentLayout: 'list',
      attachments: found.map((article) => ({ ...card(article, version), preview: preview(article) })),
    },
  };
}

function card({ title, text, steps, line, link }: FoundArticle, version?: string): Attachment {
  const quiet = [steps, line].filter(Boolean).join(' · ');
  return adaptiveCard(
    [
      { type: 'TextBlock', text: title, weight: 'Bolder', size: 'Medium', wrap: true },
      ...textBlocks(text),
      { type: 'TextBlock', text: quiet, isSubtle: true, size: 'Small', wrap: true },
    ],
    [{ type: 'Action.OpenUrl', title: link.label, url: link.url }],
    version,
  );
}

function preview({ title, preview: words, steps }: FoundArticle): Attachment {
  const short = words.length > LONGEST_PREVIEW ? `${words.slice(0, LONGEST_PREVIEW - 1).trimEnd()}…` : words;
  const text = [steps, short].filter(Boolean).join(' · ');
  return { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } };
}
