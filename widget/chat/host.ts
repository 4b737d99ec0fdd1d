import { type ChatEvent, type FromChat, sealed, type ToChat, unsealed } from '../shared/frame-message';

export type Host = ReturnType<typeof openHost>;

/** The page around the chat. Only pages that our policy lets frame us can be there; alone, there is none. */
export function openHost() {
  const isFramed = window.parent !== window;
  const listeners = new Set<(message: ToChat) => void>();
  const kept: ToChat[] = [];
  addEventListener('message', ({ source, data }) => {
    const message = source === window.parent && isFramed ? unsealed<ToChat>(data) : undefined;
    if (!message) return;
    if (listeners.size === 0) kept.push(message);
    for (const listener of listeners) listener(message);
  });
  // Nothing of the conversation is in what we tell: any page that may frame us may hear it.
  const tell = (message: FromChat) => isFramed && window.parent.postMessage(sealed(message), '*');
  return {
    isFramed,
    ready: () => tell({ kind: 'ready' }),
    close: () => tell({ kind: 'close' }),
    forgotten: () => tell({ kind: 'forgotten' }),
    unread: (count: number) => tell({ kind: 'unread', count }),
    event: (name: ChatEvent, detail: Readonly<Record<string, string>> = {}) => tell({ kind: 'event', name, detail }),
    listen(listener: (message: ToChat) => void): () => void {
      listeners.add(listener);
      for (const message of kept.splice(0)) listener(message);
      return () => listeners.delete(listener);
    },
  };
}
