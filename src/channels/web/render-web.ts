import type { Activity, CardAction } from 'botbuilder';
import type { Choice, Reply } from '../reply.js';

/**
 * Markdown text with suggested actions, which every Bot Framework client can draw; the reply itself rides along in
 * `channelData.passerelle` for a client that draws it natively.
 */
export function renderWeb(reply: Reply): Partial<Activity> {
  const { choices = [], ...data } = reply;
  return {
    type: 'message',
    text: textOf(reply),
    textFormat: 'markdown',
    inputHint: 'expectingInput',
    channelData: { passerelle: { ...data, choices } },
    ...(choices.length > 0 ? { suggestedActions: { to: [], actions: choices.map(button) } } : {}),
  };
}

/** The words of a reply, provenance included. */
export function textOf(reply: Reply): string {
  return reply.kind === 'article' ? `${reply.text}\n\n_${reply.provenance.line}_` : reply.text;
}

/** A click says the label in the customer's name and carries the action. */
function button({ label, action }: Choice): CardAction {
  return { type: 'messageBack', title: label, displayText: label, text: label, value: { passerelle: action } };
}
