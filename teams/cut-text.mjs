/** A text of at most so many UTF-16 units, as the manifest's schema counts them; a longer one is cut behind a word. */
export function cutText(text, most) {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const end = text[most - 1] === ' ' ? room.length : room.lastIndexOf(' ');
  const kept = end >= most / 2 ? room.slice(0, end) : room;
  return `${kept.replace(/[\s,;:.–-]+$/, '')}…`;
}
