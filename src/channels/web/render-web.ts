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
    text: withLinks(textOf(reply), reply.links),
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

/** The words of a reply, provenance included. */
export function textOf(reply: Reply): string {
  return reply.kind === 'article' ? `${reply.text}\n\n_${reply.provenance.line}_` : reply.text;
}

/** Links as words: every client draws those, also the terminal. */
function withLinks(text: string, links: readonly Link[] = []): string {
  return [text, ...links.map(({ label, url }) => `[${label}](${url})`)].join('\n\n');
}

/** A click says the label in the customer's name and carries the action. */
function button({ label, action }: Choice): CardAction {
  return { type: 'messageBack', title: label, displayText: label, text: label, value: { passerelle: action } };
}
