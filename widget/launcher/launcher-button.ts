import type { LauncherWords } from './launcher-words';

/** The button in the page's corner. Made without markup: a page may forbid that (Trusted Types). */
export interface LauncherButton {
  readonly element: HTMLButtonElement;
  draw(isOpen: boolean, unread: number): void;
}

const SVG = 'http://www.w3.org/2000/svg';

export function launcherButton(words: LauncherWords, label: string): LauncherButton {
  const element = document.createElement('button');
  element.type = 'button';
  const caption = document.createElement('span');
  const badge = document.createElement('b');
  const count = document.createElement('i');
  badge.setAttribute('aria-hidden', 'true');
  element.append(bubble(), caption, badge, count);
  return {
    element,
    draw(isOpen, unread) {
      caption.textContent = isOpen ? words.close : label;
      badge.textContent = unread > 0 ? String(Math.min(unread, 99)) : '';
      count.textContent = unread > 0 ? `, ${words.unread.replace('{{count}}', String(unread))}` : '';
      element.setAttribute('aria-expanded', String(isOpen));
    },
  };
}

function bubble(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  const look = {
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(look)) svg.setAttribute(name, value);
  path.setAttribute('stroke-linejoin', 'round');
  path.setAttribute('d', 'M4 5h16v11H11l-5 4v-4H4z');
  svg.append(path);
  return svg;
}
