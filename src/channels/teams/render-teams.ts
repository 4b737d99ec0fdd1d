import type { Activity, Attachment } from 'botbuilder';
import {
  adaptiveCard,
  reportElements,
  signInAction,
  signInElements,
  submitActions,
  textBlocks,
} from '../adaptive-card.js';
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
  if (reply.kind === 'sign-in')
    return adaptiveCard(signInElements(reply), [signInAction(reply), ...submitActions(choices)]);
  const body = reply.kind === 'report' ? reportElements(reply) : textBlocks(textOf(reply));
  return adaptiveCard(body, submitActions(choices));
}

const firstLine = (text: string) => text.replace(/[*_`]/g, '').split('\n')[0] ?? '';
