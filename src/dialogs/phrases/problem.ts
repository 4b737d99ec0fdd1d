import type { Defect } from '../../checks/finding.js';
import { dateAndTime } from './moment.js';
import { listed, quoted, shown } from './names.js';
import type { Words } from './words.js';

/**
 * One problem by name, with what to do about it.
 * @param told how many names of a list, where a chat's eight will not do
 */
export function problemText(problem: Defect, t: Words, language: string, timeZone: string, told?: number): string {
  switch (problem.kind) {
    case 'key-refused':
      return t('finding.failure.refused');
    case 'key-of-other-product':
      return t('finding.failure.wrong-product');
    case 'key-not-admin':
    case 'inbox-none':
      return t(`finding.problem.${problem.kind}`);
    case 'site-not-found':
      return t('finding.problem.site-not-found', { site: shown(problem.site) });
    case 'trigger-on':
      return triggerText(problem, t, language, told);
    case 'agent-missing':
    case 'email-on':
      return t(`finding.problem.${problem.kind}`, { email: shown(problem.email) });
    case 'agent-part-time':
      return t('finding.problem.agent-part-time', { who: who(problem, t) });
    case 'invitation-open':
    case 'invitation-expired':
      return invitationText(problem, t, language, timeZone);
    case 'field-missing': {
      const type = t(`finding.fieldType.${problem.type}`);
      return t('finding.problem.field-missing', { label: quoted(problem.label, t), type });
    }
    case 'field-type': {
      const [expected, found] = [t(`finding.fieldType.${problem.expected}`), t(`finding.fieldType.${problem.found}`)];
      return t('finding.problem.field-type', { label: quoted(problem.label, t), expected, found });
    }
    case 'field-options': {
      const label = quoted(problem.label, t);
      if (problem.missing.length === 0) return t('finding.problem.field-without-options', { label });
      const options = quotedList(problem.missing, t, language, told);
      return t('finding.problem.field-options', { label, options });
    }
    case 'field-disabled':
      return t('finding.problem.field-disabled', { label: quoted(problem.label, t) });
    case 'inbox-only-sample':
    case 'inbox-only-personal': {
      const names = quotedList(problem.names, t, language, told);
      return t(`finding.problem.${problem.kind}`, { count: problem.names.length, names });
    }
  }
}

/** What a problem is about, in two or three words: for lists of them. */
export function subjectOf(problem: Defect, t: Words): string {
  switch (problem.kind) {
    case 'key-refused':
    case 'key-of-other-product':
    case 'key-not-admin':
      return t('finding.subject.key');
    case 'site-not-found':
      return t('finding.subject.site');
    case 'trigger-on':
      return quoted(problem.trigger.name, t, problem.trigger.id);
    case 'agent-part-time':
      return shown(problem.email) || shown(problem.name) || t('finding.who.nobody');
    case 'agent-missing':
    case 'invitation-open':
    case 'invitation-expired':
    case 'email-on':
      return shown(problem.email);
    case 'field-missing':
    case 'field-type':
    case 'field-options':
    case 'field-disabled':
      return quoted(problem.label, t);
    case 'inbox-none':
    case 'inbox-only-sample':
    case 'inbox-only-personal':
      return t('finding.subject.inbox');
  }
}

type Of<Kind extends Defect['kind']> = Extract<Defect, { kind: Kind }>;

function triggerText(
  { trigger, everywhere, inboxes }: Of<'trigger-on'>,
  t: Words,
  language: string,
  told?: number,
): string {
  const name = quoted(trigger.name, t, trigger.id);
  if (everywhere) return t('finding.problem.trigger-everywhere', { name });
  if (inboxes.length === 0) return t('finding.problem.trigger-on', { name });
  const names = inboxes.map((inbox) => quoted(inbox.name, t, inbox.id));
  return t('finding.problem.trigger-in', { name, inboxes: listed(names, t, language, told) });
}

function invitationText(
  { kind, email, sentAt }: Of<'invitation-open' | 'invitation-expired'>,
  t: Words,
  language: string,
  timeZone: string,
): string {
  const date = sentAt === null ? '' : dateAndTime(sentAt, language, timeZone);
  if (date === '') return t('finding.problem.invitation-open', { email: shown(email) });
  const key = kind === 'invitation-open' ? 'invitation-open-since' : 'invitation-expired';
  return t(`finding.problem.${key}`, { email: shown(email), date });
}

function who({ name, email }: Of<'agent-part-time'>, t: Words): string {
  const [itsName, address] = [shown(name), shown(email)];
  if (itsName !== '' && address !== '') return t('finding.who.both', { name: itsName, email: address });
  return itsName || address || t('finding.who.nobody');
}

function quotedList(names: readonly string[], t: Words, language: string, told?: number): string {
  return listed(
    names.map((name) => quoted(name, t)),
    t,
    language,
    told,
  );
}
