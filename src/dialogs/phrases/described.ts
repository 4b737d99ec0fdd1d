import type { Failure } from '../../checks/account.js';
import type { DescribedFinding } from '../../checks/described/judge-check.js';
import type { Told } from '../../checks/described/tell.js';
import { SIGNS, signLine } from './finding.js';
import { clockTime, dateAndTime, dateOf, waitingTime } from './moment.js';
import { bullets, listed, shown } from './names.js';
import { sayBy, type Words } from './words.js';

/** In what words, and at what clock, a finding is told. */
export interface Telling {
  readonly t: Words;
  readonly language: string;
  readonly timeZone: string;
}

/** What a described check found, as Markdown: the verdict with its reasons, and when was looked. */
export function describedText(finding: DescribedFinding, telling: Telling): string {
  const { t } = telling;
  const line = signLine(SIGNS[finding.kind], t(`finding.word.${finding.kind}`), describedHeadline(finding, telling), t);
  return [line, ...describedDetails(finding, telling), checkedAt(finding.at, telling)].join('\n\n');
}

/** The first sentence about it. */
export function describedHeadline(finding: DescribedFinding, telling: Telling): string {
  return sentences(finding, telling)[0] ?? '';
}

/** What else there is to say: further problems, and what stays unknown beside them. */
export function describedDetails(finding: DescribedFinding, telling: Telling): readonly string[] {
  const { t } = telling;
  const [, ...others] = sentences(finding, telling);
  const hidden = finding.kind === 'problem' ? doubtsOf(finding, telling) : [];
  return [
    ...(others.length > 0 ? [bullets(others, t)] : []),
    ...(hidden.length > 0 ? [t('finding.partial'), bullets(hidden, t)] : []),
  ];
}

/**
 * The line that says when an account was read.
 * @param at ISO 8601
 */
export const checkedAt = (at: string, { t, language, timeZone }: Telling): string =>
  t('checked.at', { time: clockTime(at, language, timeZone) });

function sentences(finding: DescribedFinding, telling: Telling): readonly string[] {
  const { check, kind, problems } = finding;
  switch (kind) {
    case 'ok':
      return [say(`checks.${check}.ok`, finding, telling)];
    case 'problem':
      return problems.map((name) => say(`checks.${check}.problem.${name}`, finding, telling));
    case 'unknown': {
      const doubts = doubtsOf(finding, telling);
      return doubts.length > 0 ? doubts : [telling.t('checked.notTold')];
    }
  }
}

function doubtsOf(finding: DescribedFinding, telling: Telling): readonly string[] {
  const { check, doubts, failures } = finding;
  const all = [
    ...failures.map((why) => failureText(why, telling)),
    ...doubts.map((name) => say(`checks.${check}.doubt.${name}`, finding, telling)),
  ];
  return [...new Set(all)];
}

function failureText(why: Failure, { t, language }: Telling): string {
  switch (why.kind) {
    case 'rate-limited':
      return t('checked.rate-limited', { wait: waitingTime(why.retryAfterSeconds, language) });
    case 'wrong-product':
      return t('checked.refused');
    default:
      return t(`checked.${why.kind}`);
  }
}

function say(key: string, { told, tells }: DescribedFinding, telling: Telling): string {
  const nothing = telling.t('checked.nothing');
  const values = tells.map((name) => {
    const value = told[name];
    // i18next chooses the plural by the number that is called count.
    if (name === 'count' && value?.kind === 'number') return [name, value.number];
    return [name, value ? writtenOf(value, telling) : nothing];
  });
  return sayBy(telling.t, key, Object.fromEntries(values));
}

function writtenOf(value: Told, { t, language, timeZone }: Telling): string {
  switch (value.kind) {
    case 'text':
      return shown(value.text);
    case 'number':
      return new Intl.NumberFormat(language).format(value.number);
    case 'day':
      return dateOf(value.iso, language, timeZone);
    case 'time':
      return dateAndTime(value.iso, language, timeZone);
    case 'names':
      return listed(value.names.map(shown), t, language);
  }
}
