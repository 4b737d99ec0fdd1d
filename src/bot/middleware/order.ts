import type { Middleware, TurnContext } from 'botbuilder';
import type { OpenRateLimit, Rate } from '../../channels/web/rate-limit.js';
import type { ApiKeyText } from '../../checks/read-api-key.js';
import type { RunningReads } from '../../dialogs/account/account-service.js';
import type { Locales } from '../../dialogs/phrases/words.js';
import type { Gathered } from '../../storage/commit-queue.js';
import type { KnowledgeService } from '../knowledge/knowledge-service.js';
import type { Log } from '../log.js';
import type { Timed } from '../phases.js';
import type { KnownActivities } from '../turn/known-activities.js';
import type { SharedTurns } from '../turn/shared-turns.js';
import type { TurnWrites } from '../turn/turn-writes.js';
import { answerCaseCard, type CaseCardDeps } from './answer-case-card.js';
import type { InTime } from './answer-in-time.js';
import { answerSearch } from './answer-search.js';
import { answerSharedLink } from './answer-shared-link.js';
import { boundWaiting } from './bound-waiting.js';
import { holdTurn } from './hold-turn.js';
import { keepReference } from './keep-reference.js';
import { noTraces } from './no-traces.js';
import { notAgain, oncePerActivity } from './once-per-activity.js';
import { oneAtATime } from './one-at-a-time.js';
import { oneWrite } from './one-write.js';
import { readClientInfo } from './read-client-info.js';
import { scrubSecrets } from './scrub-secrets.js';
import { sendTyping } from './send-typing.js';
import { stopAccountRead } from './stop-account-read.js';
import { takeSignIn } from './take-sign-in.js';

/** A customer mistypes, and has more than one account; more is somebody who tries keys of others. */
const KEY_TRIES: Rate = { burst: 5, perSecond: 3 / 60 };

/** What all of them need together. */
export interface MiddlewareDeps {
  readonly inTime: InTime;
  readonly known: KnownActivities;
  readonly knowledgeService: KnowledgeService;
  readonly locales: Locales;
  readonly publicUrl: string;
  readonly defaultLanguage: string;
  readonly reads: RunningReads;
  /** Reads what was typed into the masked field. */
  readonly readKey: (typed: string) => ApiKeyText;
  readonly openWrites: (proof?: Gathered) => TurnWrites;
  /** Where several processes serve the same conversations. */
  readonly sharedTurns?: SharedTurns | undefined;
  /** What a click on a case's card does. */
  readonly caseCard: CaseCardDeps;
  readonly openLimit: OpenRateLimit;
  readonly onError: (context: TurnContext, error: Error) => Promise<void>;
  readonly log: Log;
  readonly timed: Timed;
  readonly now: () => Date;
}

/**
 * What every activity passes before its turn, in this order. `answerInTime` stands before all of it, in the adapter: whoever
 * would give up waiting is answered by it.
 */
export function middlewareInOrder(deps: MiddlewareDeps): readonly Middleware[] {
  const { known, knowledgeService, defaultLanguage, log, now, timed } = deps;
  const isCancel = (text: string) => {
    const verdict = knowledgeService.understanding.verdict(text, defaultLanguage);
    return verdict.kind === 'answer' && verdict.intent === 'cancel';
  };
  return [
    // Everybody behind reads language and zone where they are meant to stand.
    readClientInfo(),
    // Refuses while it costs nothing.
    boundWaiting(deps.inTime.refuse),
    // Before the queue: a second delivery need not wait to be told that it is one.
    oncePerActivity(known, now),
    // A search is no turn: it waits for nobody and keeps nothing.
    answerSearch(deps),
    answerSharedLink(deps),
    // Nor is a click of the team on a case's card.
    answerCaseCard(deps.caseCard),
    // Behind what is delivered again: nothing is being typed for it.
    sendTyping(log),
    // A key is taken out before anything reads what else is submitted.
    takeSignIn(deps.openLimit('key tries', KEY_TRIES), deps.readKey),
    // From here on nobody sees a secret, whoever judges words next included.
    scrubSecrets(timed),
    // Before the queue: "cancel" must not wait behind what it cancels.
    stopAccountRead(deps.reads, isCancel),
    // The queue: turns of one conversation one after the other.
    oneAtATime(timed),
    // Behind it: the queue of all processes.
    ...(deps.sharedTurns ? [holdTurn(deps.sharedTurns, isCancel, timed)] : []),
    // Behind the queue: the next turn begins with what this one has stored.
    oneWrite(deps.openWrites, deps.onError),
    // Reads what is stored, by processes before this one, too.
    notAgain(known),
    // Write with the turn.
    keepReference(now),
    noTraces(),
  ];
}
