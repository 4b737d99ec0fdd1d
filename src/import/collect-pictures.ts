import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { slug } from '../knowledge/articles/slug.js';
import { decodeAddress } from './decode-address.js';
import { PICTURE_LIMITS, type PictureLimits, pictureProblem, tooLarge } from './picture-problem.js';

/** What becomes of a picture of the source. */
export type TakenPicture =
  | { readonly kind: 'taken' /** Where pages find it. */; readonly address: string }
  | { readonly kind: 'refused'; readonly why: string };

export interface PictureCollection {
  /** @param from a file of the source, or the picture itself as a `data:` address */
  take(from: string): TakenPicture;
  /** What is to be written, by path below the folder: a file to copy, or bytes. */
  readonly taken: ReadonlyMap<string, string | Uint8Array>;
}

/** Gathers the pictures of an import, each once, as long as they stay within the limits. */
export function collectPictures(limits: PictureLimits = PICTURE_LIMITS): PictureCollection {
  const seen = new Map<string, TakenPicture>();
  const taken = new Map<string, string | Uint8Array>();
  let total = 0;
  const decide = (from: string): TakenPicture => {
    const refused = (why: string) => ({ kind: 'refused', why }) as const;
    if (taken.size >= limits.count) return refused(`more than ${limits.count} pictures`);
    const inline = from.startsWith('data:') ? readDataAddress(from) : undefined;
    if (from.startsWith('data:') && !inline) return refused('no picture in a form that browsers show');
    // Asked before it is read: it may be a film.
    if (!inline && statSync(from).size > limits.largest) return refused(tooLarge(limits.largest));
    const bytes = inline?.bytes ?? readFileSync(from);
    const problem = pictureProblem(bytes, limits);
    if (problem) return refused(problem);
    if (total + bytes.length > limits.total) return refused(`all pictures together would be ${tooLarge(limits.total)}`);
    total += bytes.length;
    const path = inline ? pictureName(`picture.${inline.ending}`, from) : pictureName(basename(from), from);
    taken.set(path, inline ? bytes : from);
    return { kind: 'taken', address: `/${path}` };
  };
  return {
    take(from) {
      const found = seen.get(from) ?? decide(from);
      seen.set(from, found);
      return found;
    },
    taken,
  };
}

/** Two pictures of one name in different folders stay apart. */
function pictureName(name: string, from: string): string {
  const ending = extname(name).toLowerCase();
  const mark = createHash('sha256').update(from).digest('hex').slice(0, 8);
  return `pictures/${slug(basename(name, extname(name))) || 'picture'}-${mark}${ending}`;
}

const ENDINGS: Readonly<Record<string, string>> = { jpeg: 'jpg', 'svg+xml': 'svg' };

/** A picture that stands in the page itself. */
function readDataAddress(address: string): { readonly bytes: Uint8Array; readonly ending: string } | undefined {
  const [, type = '', packed, content = ''] =
    /^data:image\/(png|jpe?g|gif|webp|avif|svg\+xml)(?:;(?!base64)[^;,]*)*(;base64)?,([\s\S]*)$/i.exec(address) ?? [];
  if (!type) return undefined;
  const ending = ENDINGS[type.toLowerCase()] ?? type.toLowerCase();
  if (packed) return { bytes: Buffer.from(decodeAddress(content), 'base64'), ending };
  return { bytes: Buffer.from(decodeAddress(content)), ending };
}
