import type { Activity, Middleware } from 'botbuilder';
import { z } from 'zod';
import type { Case } from '../../handoff/case.js';
import type { LetterWords } from '../../handoff/letter.js';
import { ANSWER_FIELD, CARD_VERB, caseCard } from '../../handoff/teams/case-card.js';
import type { Changed } from '../../storage/sql-answers.js';
import type { TakeAnswer } from '../handoff/take-answer.js';

/** What a click on the card of a case needs. */
export interface CaseCardDeps {
  /** The channels of the team: what comes from anywhere else is not its. */
  readonly channels: readonly string[];
  readonly find: (reference: string) => Promise<Case | undefined>;
  readonly claim: (reference: string, by: string) => Promise<Changed>;
  readonly close: (reference: string) => Promise<Changed>;
  readonly take: TakeAnswer;
  readonly say: LetterWords;
}

const clicked = z.object({
  action: z.object({
    verb: z.literal(CARD_VERB),
    data: z.looseObject({
      case: z.string().regex(/^P-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      what: z.enum(['claim', 'answer', 'close']),
      seen: z.int().nonnegative(),
      [ANSWER_FIELD]: z.string().max(8000).optional(),
    }),
  }),
});
type Click = z.infer<typeof clicked>['action']['data'];

/**
 * Takes the clicks on a case's card in the team's channel. It is no turn of a conversation: what is clicked changes the
 * case, and the card comes back as it is now.
 */
export function answerCaseCard(deps: CaseCardDeps): Middleware {
  return {
    async onTurn(context, next) {
      const { activity } = context;
      const isClick = activity.type === 'invoke' && activity.name === 'adaptiveCard/action';
      const read = isClick && isTeams(activity, deps.channels) ? clicked.safeParse(activity.value) : undefined;
      if (!read?.success) return next();
      const card = await cardAfter(deps, read.data.action.data, activity);
      const body = card
        ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card }
        : { statusCode: 404, type: 'application/vnd.microsoft.error', value: { code: '404', message: 'No such case' } };
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    },
  };
}

/** A reply in a channel stands in a thread, whose message is named behind the channel. */
function isTeams({ channelId, conversation }: Activity, channels: readonly string[]): boolean {
  return channelId === 'msteams' && channels.includes((conversation?.id ?? '').split(';')[0] ?? '');
}

async function cardAfter(deps: CaseCardDeps, click: Click, activity: Activity): Promise<object | undefined> {
  const { find, say } = deps;
  const { case: reference, what } = click;
  const by = activity.from?.name?.trim() || '?';
  if (what === 'answer') return cardAfterAnswer(deps, click, by, activity.id ?? '');
  await (what === 'claim' ? deps.claim(reference, by) : deps.close(reference));
  const handedOver = await find(reference);
  return handedOver && caseCard(handedOver, false, say);
}

async function cardAfterAnswer(
  { find, take, say }: CaseCardDeps,
  { case: reference, seen, [ANSWER_FIELD]: typed = '' }: Click,
  by: string,
  id: string,
): Promise<object | undefined> {
  const before = await find(reference);
  if (!before) return undefined;
  const kept = (notice: string) => caseCard(before, false, say, notice, typed);
  if (typed.trim() === '') return kept(say('cardEmpty'));
  // Two who answer at once do not know of each other: the second one is shown the first answer, and decides.
  if ((before.answers ?? []).length > seen) return kept(say('cardMeanwhile'));
  const taken = await take(reference, { text: typed.trim(), via: 'teams', id: `teams-${id}`, by });
  switch (taken.kind) {
    case 'queued':
    case 'known':
      return caseCard(taken.handedOver, false, say);
    case 'secret':
      return kept(say('cardSecret'));
    case 'full':
      return kept(say('cardFull'));
    case 'unreachable':
      return kept(say('cardUnreachable', { email: before.email }));
    case 'unknown':
    case 'unreadable':
      return undefined;
  }
}
