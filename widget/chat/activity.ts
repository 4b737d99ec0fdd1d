import type { Choice, Reply } from '../../src/channels/reply';

/** An activity of the Direct Line, as far as the chat reads it. */
export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly timestamp?: string;
  readonly from?: { readonly id?: string; readonly role?: string };
  readonly text?: string;
  readonly textFormat?: string;
  readonly value?: unknown;
  readonly attachments?: readonly Attachment[];
  readonly suggestedActions?: { readonly actions?: readonly CardAction[] };
  readonly channelData?: { readonly clientActivityID?: string; readonly passerelle?: Reply };
}

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly contentUrl?: string;
  readonly name?: string;
}

export interface CardAction {
  readonly type?: string;
  readonly title?: string;
  readonly text?: string;
  readonly value?: unknown;
}

/** What a choice posts: its label in the customer's name, and its action. */
export const choicePost = ({ label, action }: Choice): Post => ({ text: label, value: { passerelle: action } });

/** What the customer sends. */
export interface Post {
  readonly text?: string;
  readonly value?: unknown;
}
