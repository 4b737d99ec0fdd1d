import type { FromChat } from '../shared/frame-message';
import { pickLanguage } from './launcher-words';
import { createPanel, type Panel } from './panel';
import type { Settings } from './settings';

/** Where the page remembers, for this tab, that the chat was open: written only once the customer has opened it. */
const WAS_OPEN = 'passerelle:open';
/** The article that the chat has opened with in this tab: not again after a reload. */
const ARTICLE = 'passerelle:article';

/** `window.Passerelle`. */
export interface PasserelleApi {
  init(settings?: Settings): void;
  open(): void;
  close(): void;
  /** Opens the chat and asks, in the customer's name. */
  ask(question: string): void;
  /** Hears of what happens; returns what takes the listener away. Events carry names and ids, never words. */
  on(name: string, listener: (detail: object) => void): () => void;
  remove(): void;
}

export function launch(server: string): PasserelleApi {
  let panel: Panel | undefined;

  function announce(name: string, detail: object = {}): void {
    dispatchEvent(new CustomEvent(`passerelle:${name}`, { detail }));
  }

  function init(settings: Settings = {}): void {
    panel?.remove();
    const { language, article, articleTitle } = settings;
    const wished = [language, document.documentElement.lang, ...navigator.languages];
    panel = createPanel(server, pickLanguage(wished), settings, (message: FromChat | { kind: 'opened' | 'closed' }) => {
      switch (message.kind) {
        case 'opened':
          remember(WAS_OPEN, '1');
          if (article && recall(ARTICLE) !== article) {
            remember(ARTICLE, article);
            panel?.tell({ kind: 'article', article, label: articleTitle ?? document.title });
          }
          return announce('open');
        case 'closed':
          remember(WAS_OPEN, '');
          return announce('close');
        case 'ready':
          return announce('ready');
        case 'unread':
          return announce('unread', { count: message.count });
        case 'event':
          return announce(message.name, message.detail);
      }
    });
    if (recall(WAS_OPEN) === '1') panel.open(false);
  }

  function ask(question: string): void {
    const words = String(question).trim().slice(0, 1000);
    panel?.open();
    if (words) panel?.tell({ kind: 'ask', question: words });
  }

  document.addEventListener('click', (event) => {
    const asking = event.target instanceof Element ? event.target.closest('[data-passerelle-ask]') : null;
    if (!asking || !panel) return;
    event.preventDefault();
    ask(asking.getAttribute('data-passerelle-ask') || asking.textContent || '');
  });

  return {
    init,
    ask,
    open: () => panel?.open(),
    close: () => panel?.close(),
    on: (name, listener) => {
      const heard = (event: Event) => listener(event instanceof CustomEvent ? event.detail : {});
      addEventListener(`passerelle:${name}`, heard);
      return () => removeEventListener(`passerelle:${name}`, heard);
    },
    remove: () => {
      panel?.remove();
      panel = undefined;
    },
  };
}

// A page may forbid storage altogether: the chat then simply starts closed.
function remember(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {}
}

function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
