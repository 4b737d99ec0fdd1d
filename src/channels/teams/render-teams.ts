import type { Activity, Attachment } from 'botbuilder';
import type { Choice, Reply } from '../reply.js';
import { textOf } from '../web/render-web.js';

/** Teams shows the first three suggested actions and no more. */
const MOST_SUGGESTED = 3;

/** Plain words with at most three choices are a message; all else is an Adaptive Card of the version that Teams draws. */
export function renderTeams(reply: Reply): Partial<Activity> {
  const { choices = [] } = reply;
  const plain = reply.kind === 'text' && choices.length <= MOST_SUGGESTED;
  if (!plain) return { type: 'message', summary: firstLine(reply.text), attachments: [card(reply, choices)] };
  return {
    type: 'message',
    text: reply.text,
    textFormat: 'markdown',
    ...(choices.length > 0
      ? {
          suggestedActions: {
            to: [],
            actions: choices.map(({ label }) => ({ type: 'imBack', title: label, value: label })),
          },
        }
      : {}),
  };
}

function card(reply: Reply, choices: readonly Choice[]): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      body: textOf(reply)
        .split('\n\n')
        .map((text) => ({ type: 'TextBlock', text, wrap: true })),
      actions: choices.map(({ label, action }) => ({
        type: 'Action.Submit',
        title: label,
        data: {
          passerelle: action,
          msteams: { type: 'messageBack', displayText: label, text: label, value: { passerelle: action } },
        },
      })),
    },
  };
}

const firstLine = (text: string) => text.replace(/[*_`]/g, '').split('\n')[0] ?? '';
