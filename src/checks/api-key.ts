import { type Account, type Failure, sectionOf } from './account.js';
import type { Check } from './check.js';
import { type Facts, judgeFacts } from './finding.js';

/** Is the key valid, of Teamwork Desk, and an admin's? */
export const apiKey: Check = {
  id: 'api-key',
  needs: ['me'],
  look: (account) => judgeFacts('api-key', account.readAt, factsOf(account)),
};

function factsOf(account: Account): Facts {
  const me = sectionOf(account, 'me');
  if (me.kind === 'failed') return factsOfFailure(account.site, me.why);
  if (!me.value.isActive) return { doubts: [{ kind: 'contradiction', section: 'me' }] };
  if (me.value.isAdmin === null) return { doubts: [{ kind: 'role-inconclusive' }] };
  return me.value.isAdmin ? {} : { problems: [{ kind: 'key-not-admin' }] };
}

function factsOfFailure(site: string, why: Failure): Facts {
  switch (why.kind) {
    case 'refused':
      return { problems: [{ kind: 'key-refused' }] };
    case 'wrong-product':
      return { problems: [{ kind: 'key-of-other-product' }] };
    case 'not-found':
      return { problems: [{ kind: 'site-not-found', site }] };
    case 'forbidden':
    case 'rate-limited':
    case 'timeout':
    case 'unreachable':
    case 'unreadable':
    case 'changing':
      return { doubts: [{ kind: 'could-not-read', section: 'me', why }] };
  }
}
