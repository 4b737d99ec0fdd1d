import { imageSize } from 'image-size';

/** What pictures of one import may come to. */
export interface PictureLimits {
  /** Bytes of one: the help centre's pages show none that is larger (`picture-files.ts`). */
  readonly largest: number;
  /** Width times height: a browser unpacks four bytes for each, whatever the file weighs. A camera's pictures have 12 to 48 million. */
  readonly pixels: number;
  readonly count: number;
  /** Bytes of all. */
  readonly total: number;
}

export const PICTURE_LIMITS: PictureLimits = {
  largest: 10 * 1024 * 1024,
  pixels: 50_000_000,
  count: 10_000,
  total: 1024 * 1024 * 1024,
};

/** Why a file is not taken for a picture, read from its first bytes; it is never unpacked. */
export function pictureProblem(bytes: Uint8Array, { largest, pixels }: PictureLimits): string | undefined {
  if (bytes.length > largest) return tooLarge(largest);
  const size = sizeOf(bytes);
  if (size === undefined) return 'no picture in a form that browsers show';
  const { width, height } = size;
  return width * height > pixels
    ? `${width} × ${height} pixels, at most ${pixels / 1_000_000} million are taken`
    : undefined;
}

export const tooLarge = (bytes: number) => `larger than ${bytes / 1024 / 1024} MB`;

const SHOWN = new Set(['png', 'jpg', 'gif', 'webp', 'svg', 'avif']);
function sizeOf(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  try {
    const { width, height, type = '' } = imageSize(bytes);
    return SHOWN.has(type) && (type !== 'svg' || isDrawing(bytes)) ? { width, height } : undefined;
  } catch {
    // The library throws at what it does not know. A drawing may leave its size to the page that shows it.
    return isDrawing(bytes) ? { width: 0, height: 0 } : undefined;
  }
}

/** How far comments and declarations before a drawing are read, in bytes. */
const BEGINNING = 64 * 1024;

function isDrawing(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, BEGINNING));
  // Names that stand for names unfold to any length.
  if (/<!ENTITY[^>]{0,200}["'][^"'>]{0,1000}&\w+;/.test(text)) return false;
  const at = text.search(/<svg[\s>]/);
  // A page that says "not found" has drawings on it, too.
  return at >= 0 && !/<html/i.test(text.slice(0, at));
}
