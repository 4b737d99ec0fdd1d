import type { FromChat } from '../shared/frame-message';
import { forgetConversation } from './forget-conversation';
import { pickLanguage } from './launcher-words';
import { createPanel, type Panel, type PanelEvent } from './panel';
import type { Settings } from './settings';
import { tabMemory } from './tab-memory';

/** Whether the chat was open, for this tab: `1`, or empty once it was closed. Nothing before the customer has opened it. */
const OPEN = 'open';
/** `1` while the conversation is still to be forgotten: the page was left before it could be. */
const FORGET = 'forget';

/** `window.Passerelle`. */
export interface PasserelleApi {
  /** Draws the launcher; what is drawn already as wished stays as it is. */
  init(settings?: Settings): void;
  open(): void;
  close(): void;
  /** Opens the chat and asks, in the customer's name. */
  ask(question: string): void;
  /** Hears of what happens; returns what takes the listener away. Events carry names and ids, never words. */
  on(name: string, listener: (detail: object) => void): () => void;
  /** Takes the launcher away; with `forget` the browser forgets the conversation, too, and the promise is kept once it has. */
  remove(options?: { readonly forget?: boolean }): Promise<void>;
}

declare global {
  interface Window {
    /** A page may have put something of its own there. */
    Passerelle?: Partial<PasserelleApi>;
  }
}

/** @param server where the chat is: the address of the script's folder, without a slash at the end */
export function launch(server: string): PasserelleApi {
  const { recall, remember } = tabMemory(() => sessionStorage);
  let panel: Panel | undefined;
  let drawn = '';
  let page: Pick<Settings, 'article' | 'articleTitle'> = {};

  function announce(name: string, detail: object = {}): void {
    dispatchEvent(new CustomEvent(`passerelle:${name}`, { detail }));
  }

  const hear = (message: FromChat | PanelEvent) => {
    switch (message.kind) {
      case 'opened': {
        // Only a first opening by hand asks: what goes on in the tab is not interrupted in the customer's name.
        const asks = message.byHand && recall(OPEN) === undefined;
        remember(OPEN, '1');
        const { article, articleTitle } = page;
        if (asks && article) panel?.tell({ kind: 'article', article, label: articleTitle ?? document.title });
        return announce('open');
      }
      case 'closed':
        remember(OPEN, '');
        return announce('close');
      case 'ready':
        return announce('ready');
      case 'unread':
        return announce('unread', { count: message.count });
      case 'event':
        return announce(message.name, message.detail);
    }
  };

  function init({ article, articleTitle, ...look }: Settings = {}): void {
    page = { ...(article ? { article } : {}), ...(articleTitle ? { articleTitle } : {}) };
    const language = pickLanguage([look.language, document.documentElement.lang, ...navigator.languages]);
    const wished = JSON.stringify([language, look]);
    if (panel && drawn === wished) return;
    panel?.remove();
    drawn = wished;
    panel = createPanel(server, language, look, hear);
    if (recall(OPEN) === '1') panel.open();
  }

  function ask(question: string): void {
    const words = String(question).trim().slice(0, 1000);
    panel?.open({ takesFocus: true });
    if (words) panel?.tell({ kind: 'ask', question: words });
  }

  async function forget(): Promise<void> {
    remember(OPEN, '');
    remember(FORGET, '1');
    if (await forgetConversation(server)) remember(FORGET, '');
  }

  document.addEventListener('click', (event) => {
    // The path leads into shadow roots; the target stops before them.
    const asking = event
      .composedPath()
      .find((each): each is Element => each instanceof Element && each.hasAttribute('data-passerelle-ask'));
    if (!asking || !panel) return;
    event.preventDefault();
    ask(asking.getAttribute('data-passerelle-ask') || asking.textContent || '');
  });
  // The page is back as it was left, but the chat may have been opened or closed on another one since.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    if (recall(OPEN) === '1') panel?.open();
    else panel?.close({ takesFocus: false });
  });
  if (recall(FORGET) === '1') void forget();

  return {
    init,
    ask,
    open: () => panel?.open({ takesFocus: true, byHand: navigator.userActivation?.isActive ?? false }),
    close: () => panel?.close(),
    on: (name, listener) => {
      const heard = (event: Event) => listener(event instanceof CustomEvent ? event.detail : {});
      addEventListener(`passerelle:${name}`, heard);
      return () => removeEventListener(`passerelle:${name}`, heard);
    },
    async remove(options) {
      panel?.remove();
      panel = undefined;
      if (options?.forget) await forget();
    },
  };
}
