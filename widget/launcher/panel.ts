import { type FromChat, sealed, type ToChat, unsealed } from '../shared/frame-message';
import { lookToFragment } from '../shared/look';
import { readColour, textColourOn } from '../shared/text-colour-on';
import { LAUNCHER_STYLE } from './launcher-style';
import { launcherWords } from './launcher-words';
import type { Settings } from './settings';

const BUBBLE =
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path d="M4 5h16v11H11l-5 4v-4H4z"/></svg>';

export interface Panel {
  readonly isOpen: () => boolean;
  /** Without `focus` the page keeps it: a chat that opens again by itself takes nothing from anybody. */
  open(focus?: boolean): void;
  close(): void;
  /** Kept until the chat is there to hear it. */
  tell(message: ToChat): void;
  remove(): void;
}

/** Draws the button; the chat comes in an iframe from our server, on first use only. */
export function createPanel(
  server: string,
  language: string,
  settings: Settings,
  hear: (message: FromChat | { readonly kind: 'opened' | 'closed' }) => void,
): Panel {
  const words = launcherWords(language);
  const label = settings.label ?? words.open;
  const host = document.createElement('div');
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
  const button = document.createElement('button');
  button.type = 'button';
  button.innerHTML = `${BUBBLE}<span></span><b aria-hidden="true"></b><i></i>`;
  const [caption, badge, count] = button.querySelectorAll<HTMLElement>('span,b,i');
  box.append(button);
  root.append(box);
  document.body.append(host);

  let frame: HTMLIFrameElement | undefined;
  let isReady = false;
  let isOpen = false;
  let wantsFocus = false;
  const waiting: ToChat[] = [];

  function draw(unread = 0): void {
    if (caption) caption.textContent = isOpen ? words.close : label;
    if (badge) badge.textContent = unread > 0 ? String(Math.min(unread, 99)) : '';
    if (count) count.textContent = unread > 0 ? `, ${words.unread.replace('{{count}}', String(unread))}` : '';
    button.setAttribute('aria-expanded', String(isOpen));
    box.classList.toggle('open', isOpen);
  }

  const tell = (message: ToChat) => {
    if (isReady) frame?.contentWindow?.postMessage(sealed(message), server);
    else waiting.push(message);
  };

  function open(focus = true): void {
    if (isOpen) return;
    isOpen = true;
    wantsFocus = focus;
    frame ??= load();
    frame.hidden = false;
    draw();
    tell({ kind: 'shown', focus });
    if (focus) frame.focus();
    hear({ kind: 'opened' });
  }

  function close(): void {
    if (!isOpen || !frame) return;
    isOpen = false;
    frame.hidden = true;
    draw();
    tell({ kind: 'hidden' });
    button.focus();
    hear({ kind: 'closed' });
  }

  function load(): HTMLIFrameElement {
    const made = document.createElement('iframe');
    const { theme, title, avatar } = settings;
    const look = lookToFragment({ accent, title, avatar, theme: theme === 'auto' ? undefined : theme });
    // Our origin and no more, whatever the page's own policy: the chat shows pictures of it.
    made.referrerPolicy = 'origin';
    made.src = `${server}/widget/chat?lng=${language}${look}`;
    made.title = settings.title ?? words.frame;
    made.allow = 'clipboard-write';
    // Before the button: Tab leads from the page into the chat, then to the button that closes it.
    box.prepend(made);
    return made;
  }

  function onMessage({ source, origin, data }: MessageEvent): void {
    if (!frame || source !== frame.contentWindow || origin !== server) return;
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

  button.addEventListener('click', () => (isOpen ? close() : open()));
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  addEventListener('message', onMessage);
  draw();
  return {
    isOpen: () => isOpen,
    open,
    close,
    tell,
    remove: () => {
      removeEventListener('message', onMessage);
      host.remove();
    },
  };
}
