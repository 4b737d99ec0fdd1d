import { type FromChat, sealed, type ToChat, unsealed } from '../shared/frame-message';
import { lookToFragment } from '../shared/look';
import { readColour, textColourOn } from '../shared/text-colour-on';
import { fillScreen } from './fill-screen';
import { keepInPage } from './keep-in-page';
import { launcherButton } from './launcher-button';
import { LAUNCHER_STYLE } from './launcher-style';
import { launcherWords } from './launcher-words';
import type { Settings } from './settings';

export interface Panel {
  /** Who does not take the focus leaves it to the page: a chat that opens again by itself takes nothing from anybody. */
  open(how?: { readonly takesFocus?: boolean; readonly byHand?: boolean }): void;
  close(how?: { readonly takesFocus?: boolean }): void;
  /** Kept until the chat is there to hear it. */
  tell(message: ToChat): void;
  remove(): void;
}

export type PanelEvent =
  | { readonly kind: 'opened' /** The customer's own doing. */; readonly byHand: boolean }
  | { readonly kind: 'closed' };

/** Draws the button; the chat comes in an iframe from our server, on first use only. */
export function createPanel(
  server: string,
  language: string,
  settings: Settings,
  hear: (message: FromChat | PanelEvent) => void,
): Panel {
  const words = launcherWords(language);
  const { origin: serverOrigin } = new URL(server);
  const host = document.createElement('passerelle-launcher');
  host.lang = language;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LAUNCHER_STYLE);
  root.adoptedStyleSheets = [sheet];

  const box = document.createElement('div');
  box.className = settings.position === 'left' ? 'left' : '';
  const accent = readColour(settings.accent);
  if (accent) {
    box.style.setProperty('--passerelle-accent', accent);
    box.style.setProperty('--passerelle-on-accent', textColourOn(accent));
  }
  const button = launcherButton(words, settings.label ?? words.open);
  box.append(button.element);
  root.append(box);

  let frame: HTMLIFrameElement | undefined;
  let isReady = false;
  let isOpen = false;
  let wantsFocus = false;
  const waiting: ToChat[] = [];
  const screen = fillScreen(() => isOpen);

  function draw(unread = 0): void {
    button.draw(isOpen, unread);
    box.classList.toggle('open', isOpen);
    screen.update();
  }

  const tell = (message: ToChat) => {
    if (isReady) frame?.contentWindow?.postMessage(sealed(message), serverOrigin);
    else waiting.push(message);
  };
  const tellShown = () => tell({ kind: 'shown', focus: wantsFocus, fillsScreen: screen.isFull() });

  const open: Panel['open'] = ({ takesFocus = false, byHand = false } = {}) => {
    if (isOpen) return;
    isOpen = true;
    wantsFocus = takesFocus;
    frame ??= load();
    frame.hidden = false;
    draw();
    tellShown();
    if (takesFocus) frame.focus();
    hear({ kind: 'opened', byHand });
  };

  const close: Panel['close'] = ({ takesFocus = true } = {}) => {
    if (!isOpen || !frame) return;
    isOpen = false;
    frame.hidden = true;
    draw();
    tell({ kind: 'hidden' });
    if (takesFocus) button.element.focus();
    hear({ kind: 'closed' });
  };

  function load(): HTMLIFrameElement {
    const made = document.createElement('iframe');
    const { theme, title, avatar } = settings;
    const look = lookToFragment({ accent, title, avatar, theme: theme === 'auto' ? undefined : theme });
    // Our origin and no more, whatever the page's own policy: the chat shows pictures of it.
    made.referrerPolicy = 'origin';
    // Where a page is isolated, Chrome is content with what the chat says anyway; Safari is not.
    const isolated = window.crossOriginIsolated && !('credentialless' in made) ? '&isolated' : '';
    made.src = `${server}/widget/chat?lng=${language}${isolated}${look}`;
    made.title = settings.title ?? words.frame;
    made.allow = 'clipboard-write';
    // Before the button: Tab leads from the page into the chat, then to the button that closes it.
    box.prepend(made);
    return made;
  }

  function onMessage({ source, origin, data }: MessageEvent): void {
    if (!frame || source !== frame.contentWindow || origin !== serverOrigin) return;
    const message = unsealed<FromChat>(data);
    if (!message) return;
    if (message.kind === 'ready') {
      isReady = true;
      // Focused before its page came, a frame may have lost it again.
      if (isOpen && wantsFocus) frame.focus();
      for (const kept of waiting.splice(0)) tell(kept);
    }
    if (message.kind === 'close') close();
    if (message.kind === 'unread') draw(message.count);
    hear(message);
  }

  // The second click of a double click is no wish of its own.
  button.element.addEventListener('click', ({ detail }) => {
    if (detail > 1) return;
    if (isOpen) close();
    else open({ takesFocus: true, byHand: true });
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  addEventListener('message', onMessage);
  draw();
  const takeOut = keepInPage(host, {
    onSwap: screen.update,
    onReturn() {
      if (!frame) return;
      isReady = false;
      wantsFocus = false;
      if (isOpen) tellShown();
    },
  });
  return {
    open,
    close,
    tell,
    remove: () => {
      removeEventListener('message', onMessage);
      screen.stop();
      takeOut();
    },
  };
}
