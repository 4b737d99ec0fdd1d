import type { Section } from '../../checks/account.js';
import type { Doubt } from '../../checks/finding.js';
import { dateAndTime, waitingTime } from './moment.js';
import { listed, quoted } from './names.js';
import type { Words } from './words.js';

type Unread = Extract<Doubt, { kind: 'could-not-read' }>;

/** Why a check cannot say more, and what the customer can do about it: one sentence each, what failed alike in one. */
export function doubtTexts(
  doubts: readonly Doubt[],
  t: Words,
  language: string,
  timeZone: string,
  told?: number,
): readonly string[] {
  const texts = doubts.map((doubt) => {
    if (doubt.kind !== 'could-not-read') return doubtText(doubt, t, language, timeZone, told);
    const alike = doubts.flatMap((other) => (other.kind === 'could-not-read' && areAlike(doubt, other) ? [other] : []));
    return failureText(doubt, [...new Set(alike.map(({ section }) => section))], t, language);
  });
  return [...new Set(texts)];
}

/** One of them alone. */
export function doubtText(doubt: Doubt, t: Words, language: string, timeZone: string, told?: number): string {
  switch (doubt.kind) {
    case 'could-not-read':
      return failureText(doubt, [doubt.section], t, language);
    case 'not-admin':
    case 'nothing-seen':
    case 'contradiction':
      return t(`finding.doubt.${doubt.kind}`, { what: t(`finding.section.${doubt.section}`) });
    case 'role-inconclusive':
    case 'nothing-expected':
      return t(`finding.doubt.${doubt.kind}`);
    case 'list-in-part': {
      const parts = doubt.parts.map((part) => quoted(part, t));
      return t('finding.doubt.list-in-part', { parts: listed(parts, t, language, told) });
    }
    case 'maybe-sample': {
      const names = doubt.names.map((name) => quoted(name, t));
      return t('finding.doubt.maybe-sample', { count: names.length, names: listed(names, t, language, told) });
    }
    case 'inconclusive': {
      const names = doubt.names.map((name) => quoted(name, t));
      const what = t(`finding.section.${doubt.section}`);
      return t('finding.doubt.inconclusive', { what, names: listed(names, t, language, told) });
    }
    case 'only-by-hand': {
      const date = doubt.confirmedAt === null ? '' : dateAndTime(doubt.confirmedAt, language, timeZone);
      return date === '' ? t('finding.doubt.only-by-hand') : t('finding.doubt.confirmed', { date });
    }
  }
}

function failureText(doubt: Unread, sections: readonly Section[], t: Words, language: string): string {
  const { why } = doubt;
  const whats = sections.map((section) => t(`finding.section.${section}`));
  const what = listed(whats, t, language);
  const reason = reasonOf(doubt);
  switch (reason) {
    case 'refused':
    case 'wrong-product':
      return t(`finding.failure.${reason}`);
    case 'rate-limited': {
      const seconds = why.kind === 'rate-limited' ? why.retryAfterSeconds : 0;
      return t('finding.failure.rate-limited', { what, wait: waitingTime(seconds, language) });
    }
    case 'server-error':
      return t('finding.failure.server-error', { what, status: why.kind === 'unreachable' ? (why.status ?? 0) : 0 });
    default:
      return t(`finding.failure.${reason}`, { what });
  }
}

function areAlike(one: Unread, other: Unread): boolean {
  return reasonOf(one) === reasonOf(other) && JSON.stringify(one.why) === JSON.stringify(other.why);
}

/** Once the key's owner was read, neither the address nor the key is to blame for a list that does not come. */
function reasonOf({ section, why, isAdmin }: Unread) {
  switch (why.kind) {
    case 'forbidden':
      return isAdmin === true ? 'forbidden-admin' : 'forbidden';
    case 'not-found':
      return section === 'me' ? 'not-found' : 'not-offered';
    case 'unreachable':
      if (why.status !== undefined) return 'server-error';
      return section === 'me' ? 'unreachable' : 'unreachable-now';
    default:
      return why.kind;
  }
}
