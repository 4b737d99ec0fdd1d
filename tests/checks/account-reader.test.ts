import type { Failure, Section } from '../../src/checks/account.js';
import { sealKey } from '../../src/checks/sealed-key.js';
import type { Fault } from '../../src/simulator/faults.js';
import { practiceKey } from '../../src/simulator/practice-keys.js';
import { behavesLikeAnAccountReader } from '../contracts/account-reader.contract.js';
import { openPracticeDesk } from '../simulator/open-practice-desk.js';
import { maria, NOT_READY, READ_AT, READY } from './example-accounts.js';
import { fakeAccountReader } from './fake-account-reader.js';

const RESOURCE: Readonly<Partial<Record<Section, string>>> = {
  ...{ me: 'me', agents: 'users', invitations: 'agentinvites', inboxes: 'inboxes', triggers: 'triggers' },
  customFields: 'customfields',
};
const FAULT: Readonly<Record<Failure['kind'], Fault>> = {
  ...{ refused: 'refused', 'wrong-product': 'other-product', forbidden: 'forbidden', 'not-found': 'not-found' },
  ...{ 'rate-limited': 'rate-limited', timeout: 'slow', unreachable: 'server-error', unreadable: 'cut-off' },
  // A list that is changed all the time is in tests of its own.
  changing: 'cut-off',
} as const;

behavesLikeAnAccountReader('the client of Teamwork Desk', async () => {
  const opened = await openPracticeDesk();
  return {
    reader: opened.reader,
    credentials: (id) => opened.credentials(id),
    fail(section, why) {
      if (why === 'timeout') opened.makeImpatient();
      opened.desk.faults.set({ fault: FAULT[why], resource: RESOURCE[section] });
    },
    close: () => opened.close(),
  };
});

behavesLikeAnAccountReader('the fake', async () => {
  const me = { id: maria.id, email: maria.email, isAdmin: false, isActive: true };
  const forbidden = { kind: 'failed', why: { kind: 'forbidden' } } as const;
  const reader = fakeAccountReader(
    {
      [practiceKey('ready')]: { sections: READY },
      [practiceKey('not-ready')]: { sections: NOT_READY },
      [practiceKey('non-admin')]: { sections: { ...NOT_READY, me, triggers: [] }, denied: { invitations: forbidden } },
      [practiceKey('legacy-key')]: { why: { kind: 'wrong-product' } },
      [practiceKey('new')]: { sections: { ...READY, triggers: [], inboxes: NOT_READY.inboxes } },
    },
    () => Date.parse(READ_AT),
  );
  return {
    reader,
    credentials: (id) => ({ site: 'http://127.0.0.1:3978/practice', key: sealKey(practiceKey(id)) }),
    fail: (section, kind) => reader.fail(section, kind === 'rate-limited' ? { kind, retryAfterSeconds: 60 } : { kind }),
    close: async () => {},
  };
});
