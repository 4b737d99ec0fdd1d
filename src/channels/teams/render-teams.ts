import type { Activity, Attachment } from 'botbuilder';
import { adaptiveCard, type CardAction, contactAction, linkActions, signInAction } from '../adaptive-card.js';
import { unescapeMarkdown } from '../escape-markdown.js';
import type { Choice, Reply } from '../reply.js';
import { replyText } from '../reply-text.js';
import { cardActions, MOST_SHOWN } from './card-actions.js';
import { cardBody } from './card-body.js';
import { shortLabel } from './short-label.js';
import { withoutAutolinks } from './without-autolinks.js';

/** Teams shows the first three suggested actions and no more. */
const MOST_SUGGESTED = 3;
/** No notification shows more, in UTF-16 units. */
const LONGEST_SUMMARY = 300;

/** How a reply stands in its turn: see `Drawing` in render.ts. */
interface TeamsDrawing {
  readonly onCard?: boolean;
  readonly language?: string;
}

/**
 * Plain words with at most three choices and no link are a message; all else is an Adaptive Card of the version that Teams draws.
 * Suggestions stand under the last message of a turn alone: what another one follows has its buttons on a card.
 */
export function renderTeams(given: Reply, { onCard = false, language }: TeamsDrawing = {}): Partial<Activity> {
  const reply = withoutAutolinks(given);
  const { choices = [], links = [] } = reply;
  const isInPlace = choices.some(({ inPlace }) => inPlace);
  const fits = choices.length <= (onCard ? 0 : MOST_SUGGESTED);
  if (reply.kind === 'text' && links.length === 0 && fits && !isInPlace) return plainMessage(reply.text, choices);
  const summary = firstLine(replyText(reply));
  const card = adaptiveCard(cardBody(reply), actionsOf(reply, choices));
  // A client that cannot draw the card shows its first words; one that reads it aloud knows how.
  const more = { fallbackText: summary, ...(language === undefined ? {} : { lang: language }) };
  return {
    type: 'message',
    summary,
    attachments: [wide({ ...card, content: { ...card.content, ...more } })],
    // Teams' own "like" and "dislike" under an answer.
    ...(reply.kind === 'article' ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
  };
}

/** A form's own button stands first, then what opens an address. */
function actionsOf(reply: Reply, choices: readonly Choice[]): readonly CardAction[] {
  const own = reply.kind === 'sign-in' ? [signInAction(reply)] : reply.kind === 'contact' ? [contactAction(reply)] : [];
  const links = linkActions(reply.links ?? []).map((action) => ({ ...action, ...shortLabel(action.title) }));
  const first = [...own, ...links];
  return [...first, ...cardActions(choices, MOST_SHOWN - first.length)];
}

/** As wide as the chat lets it be: our labels are questions and titles, which a narrow card would cut. */
function wide({ content, ...card }: Attachment): Attachment {
  return { ...card, content: { ...content, msteams: { width: 'Full' } } };
}

function plainMessage(text: string, choices: readonly Choice[]): Partial<Activity> {
  const actions = choices.map(({ label }) => ({ type: 'imBack', title: shortLabel(label).title, value: label }));
  return {
    type: 'message',
    text,
    textFormat: 'markdown',
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
  };
}

/** What a notification shows. */
const firstLine = (text: string) =>
  unescapeMarkdown(
    text
      .slice(0, LONGEST_SUMMARY)
      .replace(/(?<!\\)[*_`]/g, '')
      .split('\n')[0] ?? '',
  );
