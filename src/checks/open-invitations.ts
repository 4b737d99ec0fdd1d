import type { Agent, Invitation } from './account.js';
import { plainEmail } from './plain-writing.js';

/**
 * The invitations that still stand, one a person: the last one sent. An address that did not come along is taken from the
 * list of agents. An invitation of someone who was deleted contradicts that: whether it stands is inconclusive.
 */
export function openInvitations(told: readonly Invitation[], agents: readonly Agent[]): readonly Invitation[] {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const alive = new Set(agents.filter(({ state }) => state !== 'deleted').map(({ email }) => plainEmail(email ?? '')));
  const last = new Map<string, Invitation>();
  for (const one of told) {
    if (one.state === 'deleted') continue;
    const agent = one.agentId === null ? undefined : byId.get(one.agentId);
    const email = one.email ?? agent?.email ?? null;
    const isGone = agent?.state === 'deleted' || (agent === undefined && wasDeleted(email, agents, alive));
    const invitation: Invitation = { ...one, email, state: isGone ? 'inconclusive' : one.state };
    const person = email === null ? `#${one.id}` : plainEmail(email);
    const earlier = last.get(person);
    if (earlier === undefined || isLater(invitation, earlier)) last.set(person, invitation);
  }
  return [...last.values()];
}

function wasDeleted(email: string | null, agents: readonly Agent[], alive: ReadonlySet<string>): boolean {
  if (email === null || alive.has(plainEmail(email))) return false;
  return agents.some((agent) => agent.email !== null && plainEmail(agent.email) === plainEmail(email));
}

function isLater({ sentAt }: Invitation, { sentAt: earlier }: Invitation): boolean {
  return (sentAt ?? '') >= (earlier ?? '');
}
