import type { Reply } from '../../channels/reply.js';
import type { InvalidAnswer } from '../dialog-start.js';
import type { HandoffDraft } from '../memory.js';
import type { Words } from './words.js';

/** The words that ask for a name or an address, with a form that takes both; in it what we know, else what was typed. */
export function contactForm(
  text: string,
  known: HandoffDraft,
  typed: HandoffDraft | undefined,
  invalid: InvalidAnswer | undefined,
  t: Words,
): Reply {
  const field = (which: 'name' | 'email', label: string) => ({
    label,
    missing: t('form.missing', { field: label }),
    value: known[which] ?? typed?.[which],
    isInvalid: invalid?.field === which,
  });
  return {
    kind: 'contact',
    text,
    name: field('name', t('handoff.nameLabel')),
    email: field('email', t('handoff.emailLabel')),
    submit: t('handoff.submit'),
  };
}
