/** Black or white, whichever is easier to read on the given `#rrggbb` (WCAG relative luminance). */
export function textColourOn(colour: string): '#000' | '#fff' {
  const channel = (at: number) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return (luminance + 0.05) ** 2 > 1.05 * 0.05 ? '#000' : '#fff';
}

/** A colour in the only notation that we take from outside, or nothing. */
export const readColour = (text: string | undefined): string | undefined =>
  text !== undefined && /^#[\da-f]{6}$/i.test(text) ? text : undefined;
