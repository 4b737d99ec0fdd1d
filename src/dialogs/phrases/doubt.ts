import type { Failure, Section } from '../../checks/account.js';
import type { Doubt } from '../../checks/finding.js';
import { dateAndTime, waitingTime } from './moment.js';
import { listed, quoted } from './names.js';
import type { Words } from './words.js';

/** Why a check cannot say more, and what the customer can do about it. */
export function doubtText(doubt: Doubt, t: Words, language: string, timeZone: string): string {
  switch (doubt.kind) {
    case 'could-not-read':
      return failureText(doubt.why, doubt.section, t, language);
    case 'not-admin':
    case 'nothing-seen':
      return t(`finding.doubt.${doubt.kind}`, { what: t(`finding.section.${doubt.section}`) });
    case 'role-inconclusive':
    case 'nothing-expected':
      return t(`finding.doubt.${doubt.kind}`);
    case 'inconclusive': {
      const names = doubt.names.map((name) => quoted(name, t));
      const what = t(`finding.section.${doubt.section}`);
      return t('finding.doubt.inconclusive', { what, names: listed(names, t, language) });
    }
    case 'only-by-hand': {
      const date = doubt.confirmedAt === null ? '' : dateAndTime(doubt.confirmedAt, language, timeZone);
      return date === '' ? t('finding.doubt.only-by-hand') : t('finding.doubt.confirmed', { date });
    }
  }
}

function failureText(why: Failure, section: Section, t: Words, language: string): string {
  const what = t(`finding.section.${section}`);
  switch (why.kind) {
    case 'refused':
    case 'wrong-product':
      return t(`finding.failure.${why.kind}`);
    case 'forbidden':
    case 'not-found':
    case 'timeout':
    case 'unreadable':
      return t(`finding.failure.${why.kind}`, { what });
    case 'rate-limited':
      return t('finding.failure.rate-limited', { what, wait: waitingTime(why.retryAfterSeconds, language) });
    case 'unreachable':
      if (why.status === undefined) return t('finding.failure.unreachable', { what });
      return t('finding.failure.server-error', { what, status: why.status });
  }
}
