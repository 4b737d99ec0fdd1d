import { readColour } from '../shared/text-colour-on';

/** What a team may set: `data-…` on the script tag, or `Passerelle.init({…})`. */
export interface Settings {
  /** Else the page's `lang`, else the browser's. */
  readonly language?: string;
  /** `#rrggbb`; the colour of the words on it is worked out. */
  readonly accent?: string;
  /** The corner: `right` by default. */
  readonly position?: 'left' | 'right';
  readonly theme?: 'auto' | 'light' | 'dark';
  /** What the button says. */
  readonly label?: string;
  /** What stands at the head of the chat. */
  readonly title?: string;
  /** The address of a square picture, on the page's own site or the server's. */
  readonly avatar?: string;
  /** The id of the article that the chat opens with, and what the customer is shown to have asked. */
  readonly article?: string;
  readonly articleTitle?: string;
}

export function settingsOf({ dataset }: HTMLElement): Settings {
  const { language, accent, position, theme, label, title, avatar, article, articleTitle } = dataset;
  const given = { language, accent: readColour(accent), label, title, avatar, article, articleTitle };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)),
    ...(position === 'left' ? { position } : {}),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
  };
}
