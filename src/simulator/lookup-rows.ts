import type { DeskLists } from './desk-account.js';

/** Lists that are the same on every site (docs/teamwork-desk-api.md 2.8). */
export const LOOKUPS: Pick<
  DeskLists,
  'ticketstatuses' | 'ticketpriorities' | 'tickettypes' | 'ticketsources' | 'tags'
> = {
  ticketstatuses: [
    [1, 'Active', 'active'],
    [3, 'Waiting on customer', 'waiting'],
    [4, 'On-hold', 'on-hold'],
    [5, 'Solved', 'solved'],
    [6, 'Closed', 'closed'],
    [7, 'Spam', 'spam'],
  ].map(([id, name, code], displayOrder) => ({
    ...{ id: Number(id), name: String(name), code: String(code) },
    ...{ color: '#4a90d9', icon: '', displayOrder, isCustom: false },
  })),
  ticketpriorities: ['Low', 'Medium', 'High', 'Urgent'].map((name, at) => ({
    ...{ id: at + 1, name, color: '#4a90d9', icon: '', displayOrder: at },
  })),
  tickettypes: [
    { id: 143_616, name: 'Question', displayOrder: 0, default: true, enabledForFutureInboxes: true, inboxes: [] },
  ],
  ticketsources: ['Email', 'Email (Manual)', 'Phone', 'Docs'].map((name, at) => ({
    ...{ id: at + 1, name, icon: '', displayOrder: at, isCustom: false },
  })),
  tags: [{ id: 900, name: 'chatbot', color: '#4a90d9' }],
};
