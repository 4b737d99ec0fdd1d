import { hasButton } from '../../channels/command.js';
import type { Choice } from '../../channels/reply.js';
import type { ArticleLibrary } from '../article-library.js';
import type { Memory } from '../memory.js';
import { checkIntent, parseIntent } from '../parse-intent.js';
import type { Words } from './words.js';

export const person = (t: Words): Choice => ({ label: t('choice.person'), action: { kind: 'handoff' } });
export const topics = (t: Words): Choice => ({ label: t('choice.topics'), action: { kind: 'help' } });
export const startOver = (t: Words): Choice => ({ label: t('choice.startOver'), action: { kind: 'start-over' } });
export const stop = (t: Words): Choice => ({ label: t('choice.stop'), action: { kind: 'cancel' } });
export const cancel = (t: Words): Choice => ({ label: t('choice.cancel'), action: { kind: 'cancel' } });
export const why = (t: Words): Choice => ({ label: t('choice.why'), action: { kind: 'why' } });

/** Looks at the account once more: a check, all of them (`all`), or what is to be put back (`put-back`). */
export const again = (check: string, t: Words): Choice => ({
  label: t('look.again'),
  action: check === 'put-back' ? { kind: 'put-back' } : { kind: 'check', check },
  inPlace: true,
});

/** The way to an intent: the article, the check or the command's own button. */
export function intentChoice(intent: string, library: ArticleLibrary, language: string): readonly Choice[] {
  const title = library.titleOf(intent, language);
  if (title === undefined) return [];
  const meant = parseIntent(intent);
  switch (meant.kind) {
    case 'check':
      return [{ label: title, action: { kind: 'check', check: meant.target } }];
    case 'article':
      return library.find(meant.id, language) ? [{ label: title, action: { kind: 'article', article: meant.id } }] : [];
    case 'command':
      return hasButton(meant.command) ? [{ label: title, action: { kind: meant.command } }] : [];
  }
}

/** The way back to whatever was begun and not finished. */
export function resumeChoices(
  { unfinished }: Memory,
  library: ArticleLibrary,
  t: Words,
  language: string,
): readonly Choice[] {
  if (unfinished?.handoff) return [{ label: t('choice.resumeHandoff'), action: { kind: 'resume' } }];
  if (unfinished?.check !== undefined)
    return intentChoice(
      unfinished.check === 'put-back' ? 'put-back' : checkIntent(unfinished.check),
      library,
      language,
    );
  if (!unfinished?.steps) return [];
  const { article, step } = unfinished.steps;
  const found = library.find(article, language);
  if (!found) return [];
  const label = t('choice.resume', { title: found.title, step, total: found.steps.length });
  return [{ label, action: { kind: 'resume' } }];
}
