import type { SecretKind } from '../../channels/cut-secrets.js';
import type { Reply } from '../../channels/reply.js';
import type { Words } from '../words.js';
import { person, topics } from './choices.js';

/** Tells the customer what was removed, that it is kept nowhere, and how to make it worthless (rule 22). */
export function removedSecrets(found: readonly SecretKind[], t: Words): readonly Reply[] {
  const what = [...new Set(found.map((kind) => t(`secret.${kind}`)))].join(', ');
  const advice = new Set(
    found.map((kind) => {
      if (kind === 'card') return t('secret.revokeCard');
      return kind === 'password' || kind === 'url-login' ? t('secret.revokePassword') : t('secret.revokeKey');
    }),
  );
  const text = [t('secret.removed', { what }), ...advice].join('\n\n');
  return [{ kind: 'text', text, choices: [topics(t), person(t)] }];
}
