import { render } from 'preact';
import { textColourOn } from '../shared/text-colour-on';
import { Chat } from './chat';
import { configOfPage, directionOf, fetchConfig } from './config';
import { forgetAll } from './forget-all';
import { openHost } from './host';
import { lookOfPage } from './look-of-page';
import { sessionShelf } from './session';

/** Between two attempts to reach the server before anything can be drawn, in milliseconds. */
const AGAIN = 3_000;

const page = document.documentElement;
const look = lookOfPage(window);
const asked = new URLSearchParams(location.search).get('lng') ?? page.lang ?? 'en';
if (look.theme) page.dataset.theme = look.theme;
if (look.accent) {
  page.style.setProperty('--accent', look.accent);
  page.style.setProperty('--on-accent', textColourOn(look.accent));
}
const root = document.getElementById('chat') ?? document.body.appendChild(document.createElement('div'));
root.id = 'chat';
const shelf = sessionShelf(() => localStorage);
const host = openHost();

async function begin(): Promise<void> {
  // The customer's own choice of a language in an earlier visit goes before the page's.
  const language = (sessionLanguage() ?? asked).slice(0, 2);
  try {
    const config = configOfPage(page, root, language) ?? (await fetchConfig(language));
    page.lang = config.language;
    page.dir = directionOf(config.language);
    render(<Chat first={config} look={look} shelf={shelf} host={host} />, root);
  } catch {
    setTimeout(() => void begin(), AGAIN);
  }
}

function sessionLanguage(): string | undefined {
  try {
    return sessionStorage.getItem('passerelle:language') ?? undefined;
  } catch {
    return undefined;
  }
}

// A page that takes the launcher away may want nothing kept: it then opens us for this alone.
if (host.isFramed && location.hash === '#forget') {
  forgetAll();
  host.forgotten();
} else void begin();
