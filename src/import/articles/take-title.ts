import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

interface Titled {
  readonly title: string;
  /** Another title that the page gives itself. */
  readonly other?: string | undefined;
  readonly body: readonly RootContent[];
}

/**
 * The title of a page, taken off its body: what the reader sees as its heading, else what its fields say, else its name.
 * @param name the last part of its path
 */
export function takeTitle(given: string | undefined, body: readonly RootContent[], name: string): Titled {
  const at = body.findIndex((node) => node.type !== 'html' && node.type !== 'thematicBreak');
  const first = body[at];
  const isHeading =
    first?.type === 'heading' && (first.depth === 1 || given === undefined || same(textOf(first), given));
  const heading = isHeading ? oneLine(textOf(first)) : '';
  if (heading === '') return { title: given ?? humanName(name), body };
  const rest = body.filter((_, index) => index !== at);
  return given === undefined || same(given, heading) || FRONT_DOOR.test(bare(given))
    ? { title: heading, body: rest }
    : { title: heading, other: given, body: rest };
}

/** What first pages are called everywhere: nobody asks for the page by it, and "home" asks for the start. */
const FRONT_DOOR = /^(?:home|home page|index|start|startseite|accueil|inicio|welcome|bienvenue|willkommen|bienvenido)$/;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const same = (a: string, b: string) => bare(a) === bare(b);

/** `catch-all` → `Catch all`. */
export function humanName(name: string): string {
  const words =
    name
      .replace(/\.\w+$/, '')
      .replace(/^\d+[-_. ]+/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
