import type { Choice, Reply } from '../../channels/reply.js';
import type { Account } from '../../checks/account.js';
import type { AccountReader } from '../../checks/account-reader.js';
import { compareFindings } from '../../checks/compare.js';
import { CHECK_IDS, type CheckId, type Finding } from '../../checks/finding.js';
import type { Lent } from '../../checks/key-ring.js';
import { isSomethingOff, PUT_BACK_SECTIONS, readForPutBack, rememberWhatIsOn } from '../../checks/put-back.js';
import { readApiKey } from '../../checks/read-api-key.js';
import { CHECKS, READINESS_SECTIONS, readForReadiness } from '../../checks/readiness.js';
import { type SeenFinding, seenFinding } from '../../checks/seen-finding.js';
import { readSiteAddress } from '../../checks/teamwork-desk/read-site-address.js';
import type { Memory } from '../memory.js';
import { changeText } from '../phrases/change.js';
import { again, person, resumeChoices, topics } from '../phrases/choices.js';
import { findingText } from '../phrases/finding.js';
import { putBackText } from '../phrases/put-back.js';
import type { Turn } from '../turn.js';
import { accountOf, expectationsOf, takeNotesOf, wasOpened } from './account-notes.js';
import type { CheckSet, TellDeps } from './check-set.js';
import { readinessReply } from './readiness-reply.js';

/**
 * The checks of a Teamwork Desk account before and after a migration.
 * @param practiceSite the practice account's own address, when it is on
 */
export function teamworkDeskChecks(reader: AccountReader, practiceSite: string | undefined): CheckSet {
  return {
    ids: CHECK_IDS,
    fields: { site: true, key: 'masked' },
    takesWord: true,
    putsBack: true,
    readKey: readApiKey,
    readSignIn({ site: typed, key }, t) {
      const site = readSiteAddress(typed, practiceSite);
      if (site.kind === 'invalid') return { fault: t(`look.invalidSite.${site.why}`) };
      if (key.kind === 'invalid') return { fault: t(`look.invalidKey.${key.why}`) };
      return { lent: { site: site.site, host: site.host, isPractice: site.isPractice, key: key.key } };
    },
    async look(lent, check, signal) {
      const id = CHECK_IDS.find((known) => known === check);
      const sections = check === 'put-back' ? PUT_BACK_SECTIONS : id ? CHECKS[id].needs : READINESS_SECTIONS;
      const account = await reader.read(lent, sections, signal);
      return { isRefused: isRefused(account), tell: (turn, deps) => tell(account, lent, check, deps, turn) };
    },
  };
}

/** One check, all of them, or what is to be put back. */
async function tell(
  account: Account,
  lent: Lent,
  check: string,
  deps: TellDeps,
  turn: Turn,
): Promise<readonly Reply[]> {
  const { practicePage } = deps;
  const earlier = turn.memory();
  if (wasOpened(account) || earlier.account !== undefined) turn.remember(takeNotesOf(accountOf(lent), earlier));
  // Said once, before the first finding of it.
  const isFirst = turn.memory().looked?.site !== account.site;
  const practice: readonly Reply[] =
    isFirst && lent.isPractice && practicePage
      ? [{ kind: 'text', text: turn.words()('look.practiceNote', { url: practicePage(turn.language(), lent) }) }]
      : [];
  const id = CHECK_IDS.find((known) => known === check);
  const replies =
    check === 'put-back'
      ? putBack(account, turn)
      : id
        ? [one(deps, account, id, turn)]
        : [await all(deps, account, turn)];
  return [...practice, ...withReminder(replies, account, turn)];
}

function isRefused({ sections: { me } }: Account): boolean {
  return me?.kind === 'failed' && ['refused', 'wrong-product', 'not-found'].includes(me.why.kind);
}

/** Whoever has switched something off for the migration may want to be reminded of it afterwards. */
function withReminder(replies: readonly Reply[], account: Account, turn: Turn): readonly Reply[] {
  const { wasOn } = turn.memory();
  const isOff = wasOn?.site === account.site && isSomethingOff(wasOn, account);
  const last = replies.at(-1);
  if (!isOff || !last) return replies;
  const choices = last.choices ?? [];
  const remind: Choice = { label: turn.words()('reminder.offer'), action: { kind: 'remind' } };
  // The way to a person stays the last.
  return [...replies.slice(0, -1), { ...last, choices: [...choices.slice(0, -1), remind, ...choices.slice(-1)] }];
}

function one(deps: TellDeps, account: Account, check: CheckId, turn: Turn): Reply {
  const t = turn.words();
  const finding = CHECKS[check].look(account, expectationsOf(turn.memory()));
  const before = earlierFinding(turn.memory(), account, check);
  rememberLook(turn, account, [finding]);
  turn.remember({ topic: check, because: undefined });
  const change = before ? [changeText(compareFindings(before, finding, account), check, t, turn.language())] : [];
  const text = [...change, findingText(finding, t, turn.language(), turn.timeZone)].join('\n\n');
  return { kind: 'text', text, choices: waysOn(deps, finding, turn) };
}

async function all(deps: TellDeps, account: Account, turn: Turn): Promise<Reply> {
  const readiness = readForReadiness(account, expectationsOf(turn.memory()));
  rememberLook(turn, account, readiness.findings);
  return readinessReply(deps, readiness, turn);
}

/** The first look that saw something on is remembered; what is off later was switched off for the migration. */
function rememberLook(turn: Turn, account: Account, findings: readonly Finding[]): void {
  const memory = turn.memory();
  const known = memory.looked?.site === account.site ? memory.looked.findings : {};
  const found = Object.fromEntries(findings.map((finding) => [finding.check, seenFinding(finding)]));
  const again = Object.fromEntries(Object.entries(known).filter(([check]) => check in found));
  const first = { ...again, ...(memory.looked?.site === account.site ? memory.looked.first : {}) };
  turn.answered({
    looked: { site: account.site, findings: { ...known, ...found }, first },
    ...(wasOpened(account) && { wasOn: rememberWhatIsOn(account, memory.wasOn) }),
  });
}

function earlierFinding({ looked }: Memory, { site }: Account, check: CheckId): SeenFinding | undefined {
  return looked?.site === site ? looked.findings[check] : undefined;
}

function putBack(account: Account, turn: Turn): readonly Reply[] {
  const t = turn.words();
  const { wasOn } = turn.memory();
  const text =
    wasOn?.site === account.site && wasOn.things.length > 0
      ? putBackText(readForPutBack(wasOn, account), t, turn.language(), turn.timeZone)
      : t('putBack.nothingRemembered');
  return [{ kind: 'text', text, choices: [again('put-back', t), topics(t), person(t)] }];
}

/** From a finding to what mends it, and back to the check. */
function waysOn({ library }: TellDeps, finding: Finding, turn: Turn): readonly Choice[] {
  const t = turn.words();
  const article = finding.kind === 'ok' ? undefined : library.find(finding.remedy, turn.language());
  const steps: readonly Choice[] = article
    ? [{ label: t('look.steps', { title: article.title }), action: { kind: 'steps', article: article.id, step: 1 } }]
    : [];
  return [
    ...handChoices(finding, turn),
    ...steps,
    again(finding.check, t),
    ...resumeChoices(turn.memory(), library, t, turn.language()),
    { label: t('look.forget'), action: { kind: 'forget-key' } },
    person(t),
  ];
}

/** What only the customer can tell: which agents and fields there should be, and whether e-mail is off. */
function handChoices({ check, kind }: Finding, turn: Turn): readonly Choice[] {
  const t = turn.words();
  const { account } = turn.memory();
  const { agents, fields } = expectationsOf(turn.memory());
  if (check === 'agents' && agents === null)
    return [{ label: t('look.listAgents'), action: { kind: 'expect', check } }];
  if (check === 'custom-fields' && fields === null)
    return [{ label: t('look.listFields'), action: { kind: 'expect', check } }];
  if (check !== 'email-notifications' || kind === 'ok') return [];
  return [
    { label: t('look.emailDone'), action: { kind: 'email-off', confirmed: true, account } },
    { label: t('look.emailNotYet'), action: { kind: 'email-off', confirmed: false, account } },
  ];
}
