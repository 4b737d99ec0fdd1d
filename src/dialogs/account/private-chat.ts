import type { Link } from '../../channels/reply.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Words } from '../phrases/words.js';

/** Out of a group into a private chat, with these words typed already; nothing where no link leads there. */
export function privateChat({ elsewhere }: Pick<DialogDeps, 'elsewhere'>, words: string, t: Words): readonly Link[] {
  if (!elsewhere.teamsChat) return [];
  return [{ label: t('look.private'), url: elsewhere.teamsChat(words) }];
}
