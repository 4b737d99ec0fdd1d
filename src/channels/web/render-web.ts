import type { Activity, Attachment, CardAction } from 'botbuilder';
import {
  adaptiveCard,
  contactAction,
  contactElements,
  reportElements,
  signInAction,
  signInElements,
} from '../adaptive-card.js';
import type { Choice, Link, Reply } from '../reply.js';
import { replyText } from '../reply-text.js';

/** Bot Framework's word for a message after which the answer is still to come. */
export const STILL_BUSY = 'ignoringInput';

/**
 * Markdown text with suggested actions, which every Bot Framework client can draw; the reply itself rides along in
 * `channelData.passerelle` for a client that draws it natively.
 */
export function renderWeb(reply: Reply): Partial<Activity> {
  const { choices = [], ...data } = reply;
  return {
    type: 'message',
    ...wordsOf(reply),
    textFormat: 'markdown',
    inputHint: reply.kind === 'text' && reply.isProgress ? STILL_BUSY : 'expectingInput',
    ...(cardOf(reply) ?? {}),
    channelData: { passerelle: { ...data, choices } },
    ...(choices.length > 0 ? { suggestedActions: { to: [], actions: choices.map(button) } } : {}),
  };
}

/** What text cannot do: fields, and states side by side. */
function cardOf(reply: Reply): { readonly attachments: [Attachment] } | undefined {
  if (reply.kind === 'sign-in') return { attachments: [adaptiveCard(signInElements(reply), [signInAction(reply)])] };
  if (reply.kind === 'contact') return { attachments: [adaptiveCard(contactElements(reply), [contactAction(reply)])] };
  return reply.kind === 'report' ? { attachments: [adaptiveCard(reportElements(reply), [])] } : undefined;
}

/** A card says all of a report: its words beside it are for whoever draws no cards, and are not shown by others. */
function wordsOf(reply: Reply): Partial<Activity> {
  const words = withLinks(replyText(reply), reply.links);
  return reply.kind === 'report' ? { summary: words } : { text: words };
}

/** Links as words: every client draws those, also the terminal. */
function withLinks(text: string, links: readonly Link[] = []): string {
  return [text, ...links.map(({ label, url }) => `[${label}](${url})`)].join('\n\n');
}

/** A click says the label in the customer's name and carries the action. */
function button({ label, action }: Choice): CardAction {
  return { type: 'messageBack', title: label, displayText: label, text: label, value: { passerelle: action } };
}
