import type { Activity } from 'botbuilder';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The words of a message without what a channel puts around them: mentions of the assistant, HTML entities, odd
 * spaces, control characters. Never throws, whatever the activity holds.
 */
export function plainText(activity: Partial<Activity>): string {
  let text = typeof activity.text === 'string' ? activity.text : '';
  for (const mention of mentionsOfUs(activity)) text = text.split(mention).join(' ');
  return (
    text
      // Mentions of others keep their names.
      .replace(/<\/?at(?:\s[^<>]{0,200})?>/gi, '')
      .replace(/&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,6})|#x([\da-f]{1,5}));/gi, decode)
      // Marks that turn the direction of writing around would turn our sentence around with it.
      .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
      .replace(/[\p{Cc}\p{Cs}\p{Zs}\u2028\u2029\uFEFF\u200B]+/gu, (blank) => (blank.includes('\n') ? '\n' : ' '))
      .trim()
  );
}

function decode(entity: string, name?: string, decimal?: string, hexadecimal?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity;
  return String.fromCodePoint(decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16));
}

/** Every way in which Teams may have written our name: the entity's text, or the tag without it. */
function mentionsOfUs({ entities, recipient }: Partial<Activity>): readonly string[] {
  if (!Array.isArray(entities) || !recipient?.id) return [];
  const found: string[] = [];
  for (const entity of entities) {
    if (entity?.type !== 'mention' || entity.mentioned?.id !== recipient.id) continue;
    if (typeof entity.text === 'string' && entity.text) found.push(entity.text);
    if (typeof entity.mentioned.name === 'string') found.push(`<at>${entity.mentioned.name}</at>`);
  }
  return found;
}
