import type { DeskRequest } from './authorise.js';
import { type DeskAccount, isAdmin } from './desk-account.js';
import { jsonAnswer, notFound, type SimulatedResponse } from './desk-response.js';
import { createField } from './desk-writes.js';

/** The view "My Tickets", which v1 lists among the inboxes (docs/teamwork-desk-api.md 2.4). */
const MY_TICKETS = { id: 9_999_999_999, name: 'My Tickets', email: '', users: [] };

/** The few routes of v1 that a client meets. */
export function legacyAnswer(request: DeskRequest, account: DeskAccount, now: string): SimulatedResponse {
  const { users, inboxes } = account.lists;
  switch (`${request.method} ${request.path}`) {
    case 'GET /desk/v1/me.json': {
      const me = users.find(({ id }) => id === account.keyOwnerId);
      const secrets = { authToken: { token: 'practice-auth-token' }, csrfToken: 'practice-csrf-token' };
      return jsonAnswer(200, {
        user: {
          ...{
            id: account.keyOwnerId,
            email: me?.email ?? '',
            firstName: me?.firstName ?? '',
            lastName: me?.lastName ?? '',
          },
          ...{ role: me?.role ?? '', isAdmin: isAdmin(account), isDeskAdmin: isAdmin(account), isPartTime: false },
          ...{ status: 'active', isAPIKeySession: true, language: 'en', ...secrets },
        },
      });
    }
    case 'GET /desk/v1/inboxes.json':
      return jsonAnswer(200, {
        inboxes: [MY_TICKETS, ...inboxes.map(({ id, name = '', email = '' }) => ({ id, name, email }))],
        maxPages: 1,
      });
    case 'GET /desk/v1/users.json':
      return jsonAnswer(200, {
        users: users.map(({ id, firstName = '', lastName = '' }) => ({ id, firstName, lastName })),
        maxPages: 1,
      });
    case 'POST /desk/v1/customfields.json':
      return createField(account, request.body, now);
    default:
      return notFound();
  }
}
