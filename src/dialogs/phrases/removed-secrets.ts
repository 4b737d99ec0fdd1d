import type { Choice, Reply } from '../../channels/reply.js';
import type { SecretKind } from '../../channels/secrets/found-secret.js';
import { person, topics } from './choices.js';
import type { Words } from './words.js';

interface Situation {
  /** Nothing else is said in this turn: the warning carries the way on. */
  readonly isLast: boolean;
  /** Where a key can be entered instead, if anywhere. */
  readonly keyCheck: string | undefined;
  /** Others read along. */
  readonly inGroup: boolean;
}

/** Tells the customer what was removed, that it is kept nowhere, and how to make it worthless (rule 22). */
export function removedSecrets(
  found: readonly SecretKind[],
  t: Words,
  { isLast, keyCheck, inGroup }: Situation,
): readonly Reply[] {
  const what = [...new Set(found.map((kind) => t(`secret.${kind}`)))].join(', ');
  const advice = new Set(
    found.map((kind) => {
      if (kind === 'card') return t('secret.revokeCard');
      if (kind === 'code') return t('secret.revokeCode');
      return kind === 'password' || kind === 'url-login' ? t('secret.revokePassword') : t('secret.revokeKey');
    }),
  );
  const isKey = found.includes('desk-key') || found.includes('legacy-key');
  const masked: readonly Choice[] =
    isKey && keyCheck !== undefined && !inGroup
      ? [{ label: t('look.masked'), action: { kind: 'check', check: keyCheck } }]
      : [];
  const text = [t('secret.removed', { what }), ...(inGroup ? [t('secret.group')] : []), ...advice].join('\n\n');
  return [{ kind: 'text', text, choices: [...masked, ...(isLast ? [topics(t), person(t)] : [])] }];
}
