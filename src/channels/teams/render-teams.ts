import type { Activity, Attachment } from 'botbuilder';
import { adaptiveCard, contactAction, signInAction } from '../adaptive-card.js';
import type { Choice, Reply } from '../reply.js';
import { cardActions } from './card-actions.js';
import { cardBody } from './card-body.js';

/** Teams shows the first three suggested actions and no more. */
const MOST_SUGGESTED = 3;
/** No notification shows more, in UTF-16 units. */
const LONGEST_SUMMARY = 300;

/** Plain words with at most three choices are a message; all else is an Adaptive Card of the version that Teams draws. */
export function renderTeams(reply: Reply): Partial<Activity> {
  const { choices = [] } = reply;
  if (reply.kind === 'text' && choices.length <= MOST_SUGGESTED && !choices.some(({ inPlace }) => inPlace))
    return plainMessage(reply.text, choices);
  return {
    type: 'message',
    summary: firstLine(reply.text),
    attachments: [wide(adaptiveCard(cardBody(reply), actionsOf(reply, choices)))],
    // Teams' own "like" and "dislike" under an answer.
    ...(reply.kind === 'article' ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
  };
}

/** A form's own button stands first. */
function actionsOf(reply: Reply, choices: readonly Choice[]): ReturnType<typeof cardActions> {
  if (reply.kind === 'sign-in') return [signInAction(reply), ...cardActions(choices, 5)];
  if (reply.kind === 'contact') return [contactAction(reply), ...cardActions(choices, 5)];
  return cardActions(choices);
}

/** As wide as the chat lets it be: our labels are questions and titles, which a narrow card would cut. */
function wide({ content, ...card }: Attachment): Attachment {
  return { ...card, content: { ...content, msteams: { width: 'Full' } } };
}

function plainMessage(text: string, choices: readonly Choice[]): Partial<Activity> {
  const actions = choices.map(({ label }) => ({ type: 'imBack', title: label, value: label }));
  return {
    type: 'message',
    text,
    textFormat: 'markdown',
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
  };
}

/** What a notification shows. */
const firstLine = (text: string) => text.slice(0, LONGEST_SUMMARY).replace(/[*_`]/g, '').split('\n')[0] ?? '';
