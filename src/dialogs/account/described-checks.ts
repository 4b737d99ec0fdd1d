import type { Choice, Reply } from '../../channels/reply.js';
import type { CheckFile } from '../../checks/described/check-file.js';
import type { DescribedCheck } from '../../checks/described/described-check.js';
import type { DescribedAccount, DescribedReader } from '../../checks/described/described-reader.js';
import { readEntered } from '../../checks/described/entered-field.js';
import { type DescribedFinding, judgeCheck } from '../../checks/described/judge-check.js';
import { sealKey } from '../../checks/sealed-key.js';
import { checkIntent } from '../parse-intent.js';
import { again, person, resumeChoices } from '../phrases/choices.js';
import { checkedAt, describedDetails, describedHeadline, describedText, type Telling } from '../phrases/described.js';
import { SIGNS, signLine } from '../phrases/finding.js';
import type { Words } from '../phrases/words.js';
import type { Turn } from '../turn.js';
import type { CheckSet, TellDeps } from './check-set.js';
import { openChoices, shareReport } from './share-report.js';

/** A set of checks that a deployment describes in a file of its own. */
export function describedChecks({ checks, signIn }: CheckFile, reader: DescribedReader): CheckSet {
  const { site: siteField, key: keyField } = signIn;
  return {
    ids: checks.map(({ id }) => id),
    fields: { site: siteField !== undefined, key: !keyField ? 'none' : keyField.masked ? 'masked' : 'plain' },
    takesWord: false,
    putsBack: false,
    readKey(typed) {
      const key = keyField ? readEntered(typed, keyField) : '';
      if (key !== null) return { kind: 'key', key: sealKey(key) };
      return { kind: 'invalid', why: typed.trim() === '' ? 'empty' : 'not-a-key' };
    },
    readSignIn({ site: typed, key }, t) {
      const site = siteField ? readEntered(typed, siteField) : '';
      if (site === null) return { fault: invalid('site', t) };
      if (key.kind === 'invalid') return { fault: invalid('key', t) };
      if (reader.refusal({ site, key: key.key.reveal() }) !== null)
        return { fault: invalid(siteField ? 'site' : 'key', t) };
      return { lent: { site, host: site, isPractice: false, key: key.key } };
    },
    async look({ site, key }, wanted, signal) {
      const looked = checks.filter(({ id }) => wanted === 'all' || id === wanted);
      const names = [...new Set(looked.flatMap(({ needs }) => needs))];
      const account = await reader.read(names, { site, key: key.reveal() }, signal);
      return {
        isRefused: account.isRefused,
        tell: async (turn, deps) => [
          wanted === 'all' ? await tellAll(looked, account, turn, deps) : tellOne(looked, account, turn, deps),
        ],
      };
    },
  };

  function tellOne(looked: readonly DescribedCheck[], account: DescribedAccount, turn: Turn, deps: TellDeps): Reply {
    const [check] = looked;
    if (!check) throw new Error('A look at no check');
    const finding = judgeCheck(check, account);
    turn.answered({ topic: check.id, because: undefined });
    return {
      kind: 'text',
      text: describedText(finding, tellingIn(turn)),
      choices: waysOn(finding, check.id, turn, deps),
    };
  }

  /** All checks at a glance, with a page of its own to print or share. */
  async function tellAll(
    looked: readonly DescribedCheck[],
    account: DescribedAccount,
    turn: Turn,
    deps: TellDeps,
  ): Promise<Reply> {
    const { library } = deps;
    const telling = tellingIn(turn);
    const { t, language } = telling;
    turn.answered({});
    const rows = looked.map((check) => {
      const finding = judgeCheck(check, account);
      const detail = describedHeadline(finding, telling);
      const text = [detail, ...describedDetails(finding, telling)].join('\n\n');
      const title = library.titleOf(checkIntent(check.id), language) ?? check.id;
      const { kind: state } = finding;
      return { check: check.id, state, sign: SIGNS[state], word: t(`finding.word.${state}`), title, text, detail };
    });
    const title = t('checked.title');
    const link = await shareReport(deps, { title, intro: '', rows, at: account.readAt }, turn);
    return {
      kind: 'report',
      title,
      verdict: verdictOf(rows, telling),
      text: `${checkedAt(account.readAt, telling)}\n\n${link}`,
      rows: rows.map(({ check: _, text: _text, ...row }) => ({
        ...row,
        line: signLine(row.sign, row.word, `${row.title} (${row.detail})`, t),
      })),
      choices: [...openChoices(rows, library, turn), again('all', t), ...forget(t), person(t)],
    };
  }

  /** From a finding to what mends it, and back to the check. */
  function waysOn(
    { kind, article }: DescribedFinding,
    check: string,
    turn: Turn,
    { library }: TellDeps,
  ): readonly Choice[] {
    const { t, language } = tellingIn(turn);
    const mends = kind === 'ok' || article === undefined ? undefined : library.find(article, language);
    const toIt: readonly Choice[] = !mends
      ? []
      : mends.steps.length > 0
        ? [{ label: t('look.steps', { title: mends.title }), action: { kind: 'steps', article: mends.id, step: 1 } }]
        : [{ label: mends.title, action: { kind: 'article', article: mends.id } }];
    return [...toIt, again(check, t), ...resumeChoices(turn.memory(), library, t, language), ...forget(t), person(t)];
  }

  /** Where nothing was entered there is nothing to forget. */
  function forget(t: Words): readonly Choice[] {
    return siteField || keyField ? [{ label: t('look.forget'), action: { kind: 'forget-key' } }] : [];
  }
}

const tellingIn = (turn: Turn): Telling => ({ t: turn.words(), language: turn.language(), timeZone: turn.timeZone });

function invalid(field: 'site' | 'key', t: Words): string {
  return t('checked.invalid', { field: t(`look.${field}`), hint: t(`look.${field}Hint`) });
}

/** Every problem counts, and whatever is not known is no OK. */
function verdictOf(rows: readonly { readonly state: 'ok' | 'problem' | 'unknown' }[], { t }: Telling): string {
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  const told = { total: rows.length };
  const [state, text] =
    count('problem') > 0
      ? (['problem', t('checked.all.problem', { ...told, count: count('problem') })] as const)
      : count('unknown') > 0
        ? (['unknown', t('checked.all.unknown', { ...told, count: count('unknown') })] as const)
        : (['ok', t('checked.all.ok', told)] as const);
  return signLine(SIGNS[state], t(`finding.word.${state}`), text, t);
}
