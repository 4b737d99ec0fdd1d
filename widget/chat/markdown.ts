import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import { originOf } from '../shared/look';

/** What a reply may hold. No form, no style. */
const ALLOWED = {
  ALLOWED_TAGS: 'a b blockquote br code del em hr i img li ol p pre strong table tbody td th thead tr ul'.split(' '),
  ALLOWED_ATTR: ['href', 'src', 'alt', 'start', 'align'],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:)/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    // A heading in a message would break the outline of the chat.
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
    },
    // Markdown only: a tag is shown as it was written.
    html({ text }) {
      return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    },
  },
});

/** The signs of a state, which not every device can draw. They stay in the text, for copies and for screen readers. */
const SIGNS: Readonly<Record<string, string>> = { '✅': 'ok', '⚠️': 'problem', '❔': 'unknown' };
const SIGN = new RegExp(`(${Object.keys(SIGNS).join('|')})`);

/** More of a bare address says nothing to a person, in characters. */
const LONGEST_ADDRESS = 34;

/**
 * Markdown as sanitised elements, whatever it holds; links open a tab of their own and say so.
 * @param pictures origins whose pictures are shown; of others the alternative text stays
 */
export const openMarkdown =
  (pictures: readonly string[]) =>
  (text: string, newTab: string): DocumentFragment => {
    const html = marked.parse(text, { async: false });
    const fragment = DOMPurify.sanitize(html, { ...ALLOWED, RETURN_DOM_FRAGMENT: true });
    for (const link of fragment.querySelectorAll('a')) {
      if (!link.hasAttribute('href')) {
        link.replaceWith(...link.childNodes);
        continue;
      }
      if (!/^https?:/i.test(link.getAttribute('href') ?? '')) continue;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      if (link.textContent === link.getAttribute('href')) shorten(link);
      const note = document.createElement('span');
      note.className = 'unseen';
      note.textContent = ` (${newTab})`;
      link.append(note);
    }
    for (const picture of fragment.querySelectorAll('img')) {
      if (pictures.includes(originOf(picture.getAttribute('src') ?? ''))) picture.loading = 'lazy';
      else picture.replaceWith(picture.alt);
    }
    drawSigns(fragment);
    return fragment;
  };

function shorten(link: HTMLAnchorElement): void {
  link.title = link.href;
  const address = link.href.replace(/^https?:\/\//, '');
  link.textContent = address.length > LONGEST_ADDRESS ? `${address.slice(0, LONGEST_ADDRESS - 1)}…` : address;
}

function drawSigns(fragment: DocumentFragment): void {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  for (const text of texts) {
    const parts = text.data.split(SIGN);
    if (parts.length > 1) text.replaceWith(...parts.map(drawSign));
  }
}

function drawSign(part: string): string | HTMLElement {
  const state = SIGNS[part];
  if (state === undefined) return part;
  const sign = document.createElement('span');
  sign.className = `sign ${state}`;
  sign.textContent = part;
  return sign;
}
