import { createHash } from 'node:crypto';
import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import { type Dialog, DialogSet, type DialogState, DialogTurnStatus } from 'botbuilder-dialogs';
import type { Choice } from '../channels/reply.js';
import { absentDialog } from './account/absent-dialog.js';
import { checkDialog } from './account/check-dialog.js';
import { emailOffDialog } from './account/email-off-dialog.js';
import { expectDialog } from './account/expect-dialog.js';
import { forgetKeyDialog } from './account/forget-key-dialog.js';
import type { DialogDeps } from './dialog-deps.js';
import type { DialogName, Given, Next } from './dialog-start.js';
import { allStepsDialog } from './guides/all-steps-dialog.js';
import { answerDialog } from './guides/answer-dialog.js';
import { backDialog } from './guides/back-dialog.js';
import { cancelDialog } from './guides/cancel-dialog.js';
import { disambiguationDialog } from './guides/disambiguation-dialog.js';
import { fallbackDialog } from './guides/fallback-dialog.js';
import { feedbackDialog } from './guides/feedback-dialog.js';
import { nearestDialog } from './guides/nearest-dialog.js';
import { sectionDialog } from './guides/section-dialog.js';
import { stepsDialog } from './guides/steps-dialog.js';
import { caseDialog } from './handoff/case-dialog.js';
import { handoffDialog } from './handoff/handoff-dialog.js';
import { intentChoice } from './phrases/choices.js';
import type { Locales } from './phrases/words.js';
import { deleteDataDialog, exportDataDialog, myDataDialog } from './privacy/my-data-dialog.js';
import { remindDialog } from './reminders/remind-dialog.js';
import type { Route } from './routing/route.js';
import { declinedDialog } from './talk/declined-dialog.js';
import { languageDialog } from './talk/language-dialog.js';
import { smallTalkDialog } from './talk/small-talk-dialog.js';
import { topicsDialog } from './talk/topics-dialog.js';
import { unreadDialog } from './talk/unread-dialog.js';
import { welcomeDialog } from './talk/welcome-dialog.js';
import { whyDialog } from './talk/why-dialog.js';
import { arrivalDialog } from './transfer/arrival-dialog.js';
import { transferDialog } from './transfer/transfer-dialog.js';
import type { Turn } from './turn.js';
import { AskDialog, TURN, type TypedDialog } from './waterfall.js';

/** Every dialog under its name: a name without a dialog, or a dialog given something else, does not compile. */
type Waterfalls = { readonly [Name in DialogName]: TypedDialog<Given<Name>, Next> };

/** All dialogs as one: runs the turn of a route. */
export interface RootDialog {
  /** Stands for the dialogs and the names of their steps; stored state of another shape must not be continued. */
  readonly shape: string;
  run(context: TurnContext, turn: Turn, route: Route): Promise<void>;
}

/** How many dialogs may name a next one within a turn; more is a bug, not a conversation. */
const MOST_DIALOGS_A_TURN = 5;

/** Opens or goes on with the waterfall that the route names, and follows the dialogs that it leads to. */
export function rootDialog(
  deps: DialogDeps & { readonly locales: Locales },
  dialogState: (shape: string) => StatePropertyAccessor<DialogState>,
): RootDialog {
  const waterfalls: Waterfalls = {
    welcome: welcomeDialog(deps),
    answer: answerDialog(deps),
    steps: stepsDialog(deps),
    'all-steps': allStepsDialog(deps),
    section: sectionDialog(deps),
    ...accountDialogs(deps),
    carry: transferDialog(deps),
    arrive: arrivalDialog(deps),
    choose: disambiguationDialog(deps),
    nearest: nearestDialog(deps),
    unknown: fallbackDialog(deps),
    handoff: handoffDialog(deps),
    case: caseDialog(deps),
    feedback: feedbackDialog(deps),
    language: languageDialog(deps),
    small: smallTalkDialog(deps),
    cancel: cancelDialog(deps),
    declined: declinedDialog(deps),
    unread: unreadDialog(deps),
    'my-data': myDataDialog(deps),
    'export-data': exportDataDialog(deps),
    'delete-data': deleteDataDialog(deps),
    back: backDialog(deps),
    topics: topicsDialog(deps),
    why: whyDialog(deps),
  };
  const all: readonly { readonly shape: string; readonly dialog: Dialog }[] = Object.values(waterfalls);
  const shape = fingerprint(all.map((dialog) => dialog.shape).join(' '));
  const dialogs = new DialogSet(dialogState(shape));
  dialogs.add(new AskDialog());
  for (const { dialog } of all) dialogs.add(dialog);

  return {
    shape,
    async run(context, turn, route) {
      if (route.kind === 'ignore' || route.kind === 'note' || route.kind === 'announce') return;
      context.turnState.set(TURN, turn);
      const dc = await dialogs.createContext(context);
      const begin = async (start: NonNullable<Next>) => {
        await dc.cancelAllDialogs();
        return dc.beginDialog(start.dialog, start);
      };
      turn.remember({ open: undefined, unanswered: undefined, away: true, reminded: false });
      if (route.kind === 'open' && route.again) await turn.say({ kind: 'text', text: turn.words()('askedAgain') });
      let result = route.kind === 'continue' ? await dc.continueDialog() : await begin(route.start);
      // The stored dialogs are gone although a question was open: start afresh rather than say nothing.
      if (result.status === DialogTurnStatus.empty) result = await begin({ dialog: 'topics' });
      for (let followed = 0; result.status === DialogTurnStatus.complete && result.result; followed++) {
        if (followed === MOST_DIALOGS_A_TURN)
          throw new Error(`Dialogs lead to one another without end: ${result.result.dialog}`);
        result = await begin(result.result);
      }
      if (route.kind === 'open' && route.also !== undefined) await offerOther(route.also, deps, turn);
    },
  };
}

/** What there is to do with an account; nothing of it in a deployment without one. */
function accountDialogs(
  deps: DialogDeps,
): Pick<Waterfalls, 'check' | 'expect' | 'email-off' | 'forget-key' | 'remind'> {
  const { accounts } = deps;
  const takesWord = accounts?.set.takesWord === true;
  return {
    check: accounts ? checkDialog({ ...deps, accounts }) : absentDialog('check'),
    'forget-key': accounts ? forgetKeyDialog({ ...deps, accounts }) : absentDialog('forget-key'),
    expect: takesWord ? expectDialog(deps) : absentDialog('expect'),
    'email-off': takesWord ? emailOffDialog(deps) : absentDialog('email-off'),
    remind: accounts?.set.putsBack ? remindDialog(deps) : absentDialog('remind'),
  };
}

/** The other question of a message is not dropped: it is offered behind the answer to the first. */
async function offerOther(intent: string, { library }: DialogDeps, turn: Turn): Promise<void> {
  const choices = intentChoice(intent, library, turn.language());
  const title = choices[0]?.label;
  if (title !== undefined) await turn.say({ kind: 'text', text: turn.words()('small.also', { title }), choices });
}

const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The buttons that stay good for the next turn: those of everything said in this one. */
export function offeredChoices(said: readonly { readonly choices?: readonly Choice[] }[]): readonly Choice[] {
  return said.flatMap(({ choices = [] }) => choices);
}
