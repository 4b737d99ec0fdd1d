import type { Action } from '../../channels/action.js';
import type { Choice } from '../../channels/reply.js';
import { caseReference } from '../../handoff/case.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { person, topics } from '../phrases/choices.js';
import { dateOf, dayAndTime } from '../phrases/moment.js';
import { teamName } from '../phrases/team-name.js';
import type { Words } from '../phrases/words.js';
import type { Turn } from '../turn.js';
import { oneTurn, type Step, waterfall } from '../waterfall.js';
import type { DataSummary } from './personal-data.js';

const exportData = (t: Words): Choice => ({ label: t('myData.export'), action: { kind: 'export-data' } });
const deleteData = (t: Words): Choice => ({ label: t('myData.delete'), action: { kind: 'delete-data' } });

/** "What do you know about me?": what is kept of this conversation, in numbers, with the ways to take it along and to delete it. */
export function myDataDialog({ accounts, team, retentionDays }: DialogDeps) {
  return oneTurn<Given<'my-data'>, Next>('my-data', async (turn) => {
    const t = turn.words();
    if (turn.scope === 'group') return refuse(turn);
    const kept = await turn.stores.personal.summary(turn.conversation);
    const hasKey = (await accounts?.keys.get(turn.conversation)) !== undefined;
    const { contact, account } = turn.memory();
    const name = teamName(team, t);
    const rows = [
      ...countLines(kept, t),
      ...(contact ? [t('myData.contact')] : []),
      ...(account === undefined ? [] : [t('myData.account')]),
      ...(hasKey ? [t('myData.key')] : []),
      ...(kept.cases.length > 0 ? [t('myData.cases', { cases: kept.cases.join(', '), team: name })] : []),
    ];
    const since =
      kept.since === undefined
        ? t('myData.nothing')
        : t('myData.since', { date: dateOf(kept.since, turn.language(), turn.timeZone), days: retentionDays });
    const text = [since, rows.map((row) => `- ${row}`).join('\n'), t('myData.notMore')].filter(Boolean).join('\n\n');
    await turn.say({ kind: 'text', text, choices: [exportData(t), deleteData(t), person(t)] });
    return undefined;
  });
}

/** A link to everything that is kept, as a file; good for an hour. */
export function exportDataDialog({ myDataAddress }: DialogDeps) {
  return oneTurn<Given<'export-data'>, Next>('export-data', async (turn) => {
    const t = turn.words();
    if (turn.scope === 'group') return refuse(turn);
    const text = t('myData.exported', { url: myDataAddress(turn.conversation) });
    await turn.say({ kind: 'text', text, choices: [deleteData(t), topics(t), person(t)] });
    return undefined;
  });
}

/** Asks once, with what would go, and deletes it with a receipt; a hand-off case goes only when the customer says so. */
export function deleteDataDialog({ accounts, team, random }: DialogDeps) {
  type Delete<Answer> = Step<Given<'delete-data'>, Answer, Next>;

  const askSure = async ({ given, turn, askChoice, next, finish }: Delete<undefined>) => {
    if (turn.scope === 'group') return finish(await refuse(turn));
    if (given.sure !== undefined) return next<Action>({ kind: 'delete-data', sure: given.sure });
    const t = turn.words();
    const kept = await turn.stores.personal.summary(turn.conversation);
    const cases = kept.cases.join(', ');
    const ask = cases ? t('myData.askCases', { cases, team: teamName(team, t) }) : t('myData.ask');
    const rows = countLines(kept, t).map((row) => `- ${row}`);
    // A mere "yes" deletes the least.
    const sure: readonly Choice[] = cases
      ? [
          { label: t('myData.sureNotCases'), action: { kind: 'yes' } },
          { label: t('myData.sureAll'), action: { kind: 'delete-data', sure: 'all' } },
        ]
      : [{ label: t('myData.sure'), action: { kind: 'yes' } }];
    return askChoice(
      [{ kind: 'text', text: [ask, rows.join('\n')].filter(Boolean).join('\n\n') }],
      [...sure, { label: t('myData.keep'), action: { kind: 'no' } }],
    );
  };

  const remove = async ({ answer, turn, finish }: Delete<Action>) => {
    const isSure = answer.kind === 'yes' || (answer.kind === 'delete-data' && answer.sure !== undefined);
    if (!isSure) return finish({ dialog: 'cancel', what: 'question' });
    const t = turn.words();
    const withCases = answer.kind === 'delete-data' && answer.sure === 'all';
    const kept = await turn.stores.personal.summary(turn.conversation);
    const receipt = caseReference(random).replace(/^P-/, 'D-');
    await accounts?.keys.forget(turn.conversation);
    await turn.stores.personal.forget(turn.conversation, { withCases, receipt });
    turn.forgetAll();
    const at = dayAndTime(turn.now.toISOString(), turn.language(), turn.timeZone);
    const cases = kept.cases.join(', ');
    const ofCases = withCases ? t('myData.casesGone', { team: teamName(team, t) }) : t('myData.casesKept', { cases });
    const rows = countLines(kept, t).map((row) => `- ${row}`);
    const text = [t('myData.deleted', { at, receipt }), rows.join('\n'), cases ? ofCases : ''];
    await turn.say({ kind: 'text', text: text.filter(Boolean).join('\n\n'), choices: [topics(t), person(t)] });
    return finish(undefined);
  };

  return waterfall<Given<'delete-data'>, Next>('delete-data').step(askSure).step(remove).build();
}

function countLines({ messages, questions, ratings, reminders, links }: DataSummary, t: Words): readonly string[] {
  return [
    ...(messages > 0 ? [t('myData.messages', { count: messages })] : []),
    ...(questions > 0 ? [t('myData.questions', { count: questions })] : []),
    ...(ratings > 0 ? [t('myData.ratings', { count: ratings })] : []),
    ...(reminders > 0 ? [t('myData.reminders', { count: reminders })] : []),
    ...(links > 0 ? [t('myData.links', { count: links })] : []),
  ];
}

/** What a group said is not one person's to see or to delete. */
async function refuse(turn: Turn): Promise<Next> {
  const t = turn.words();
  await turn.say({ kind: 'text', text: t('myData.group'), choices: [topics(t), person(t)] });
  return undefined;
}
