/**
 * The longest label of a button, in characters: what a card of full width shows in one line at Teams' size of 14 pixels.
 * Teams names no number; it cuts what has no room, wherever that is.
 */
const LONGEST_LABEL = 60;
/** A word that is longer than what would be left of the label is cut itself. */
const LEAST_LEFT = LONGEST_LABEL / 2;

/** A label as a button has room for it, cut behind a word; the whole of it, where something was cut, for whoever points at it. */
export function shortLabel(label: string): { readonly title: string; readonly tooltip?: string } {
  const letters = [...label.slice(0, 2 * LONGEST_LABEL + 2)];
  if (letters.length <= LONGEST_LABEL) return { title: label };
  const room = letters.slice(0, LONGEST_LABEL - 1).join('');
  const end = letters[LONGEST_LABEL - 1] === ' ' ? room.length : room.lastIndexOf(' ');
  const kept = end >= LEAST_LEFT ? room.slice(0, end) : room;
  return { title: `${kept.replace(/[\s,;:.–-]{1,9}$/, '')}…`, tooltip: label };
}
