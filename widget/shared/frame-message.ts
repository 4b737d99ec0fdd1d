/** What the page around the chat tells it. */
export type ToChat =
  | { readonly kind: 'shown'; readonly focus: boolean; readonly fillsScreen: boolean }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'article'; readonly article: string; readonly label: string };

/** What the chat tells the page around it. Never a word of the conversation. */
export type FromChat =
  | { readonly kind: 'ready' }
  | { readonly kind: 'close' }
  /** The browser knows no conversation any more. */
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'unread'; readonly count: number }
  | { readonly kind: 'event'; readonly name: ChatEvent; readonly detail: Readonly<Record<string, string>> };

export type ChatEvent = 'sent' | 'received' | 'answer' | 'start-over' | 'language';

/** Marks our messages among everybody's. */
const MARK = 'passerelle';

export const sealed = (message: ToChat | FromChat) => ({ [MARK]: message });

/** Reads a message of the other side; `undefined` when it is somebody else's. */
export function unsealed<Message extends ToChat | FromChat>(data: unknown): Message | undefined {
  if (typeof data !== 'object' || data === null || !(MARK in data)) return undefined;
  const message = data[MARK];
  return typeof message === 'object' && message !== null && 'kind' in message ? (message as Message) : undefined;
}
