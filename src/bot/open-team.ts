import { setImmediate } from 'node:timers/promises';
import type { Locales } from '../dialogs/phrases/words.js';
import { replyAddress } from '../handoff/email/mail-reply.js';
import type { HandoffSettings } from '../handoff/handoff-settings.js';
import { openUnansweredGroups } from '../insights/unanswered-groups.js';
import { weekFigures } from '../insights/week-figures.js';
import { contentStems } from '../knowledge/understanding/text/content-stems.js';
import { weekLetter } from '../operate/week-letter.js';
import { answerMail } from './handoff/answer-mail.js';
import { deskWork } from './handoff/desk-work.js';
import { letterWords } from './handoff/letter-words.js';
import type { DestinationWorld } from './handoff/open-destinations.js';
import { openHandoffs } from './handoff/open-handoffs.js';
import { takeAnswer } from './handoff/take-answer.js';
import type { Log } from './log.js';
import type { CaseCardDeps } from './middleware/answer-case-card.js';
import type { openStorage } from './open-storage.js';
import { sendWeek } from './operate/send-week.js';
import type { World } from './world.js';

interface TeamDeps extends Pick<DestinationWorld, 'connect' | 'practiceSite'> {
  readonly settings: HandoffSettings;
  readonly storage: Awaited<ReturnType<typeof openStorage>>;
  readonly locales: Locales;
  readonly log: Log;
  readonly world: Pick<Required<World>, 'now' | 'random' | 'wait'>;
}

/** The team's side: hand-offs on their way to it, its answers on their way back, and what it is told of the week. */
export function openTeam({ settings, storage, locales, log, world, ...destinationWorld }: TeamDeps) {
  const { now, wait } = world;
  const { desk, insights } = storage;
  const say = letterWords(locales.words(settings.language));
  const take = takeAnswer({ answerCase: storage.answerCase, log });
  const { mailReplies } = settings;
  const handoffs = openHandoffs({
    settings,
    destinationWorld: {
      ...{ ...destinationWorld, now, say },
      ...(mailReplies ? { replyAddress: (reference) => replyAddress(mailReplies, reference) } : {}),
    },
    queue: storage.handoffs,
    findCase: desk.find,
    ...{ take, log, ...world },
  });
  const unanswered = openUnansweredGroups(insights, contentStems, () => setImmediate());
  const caseCard: CaseCardDeps = {
    channels: settings.destinations.flatMap((one) => (one.kind === 'teams' ? [one.conversation] : [])),
    ...{ find: desk.find, claim: storage.claimCase, close: storage.closeCase, take, say },
  };
  return {
    handoffs,
    unanswered,
    /** How a case is worked on from its card in a Teams channel. */
    caseCard,
    /** How it is worked on from the team's page. */
    cases: deskWork({ desk, storage, take }),
    sendWeek: sendWeek({
      destinations: handoffs.destinations.filter(({ id }) => settings.weekly.includes(id)),
      sent: storage.weeklySent,
      figures: async (period) => weekFigures(insights, await unanswered(), period),
      letter: (figures) => weekLetter(figures, locales.operateWords(settings.language)),
      ...{ now, wait, log },
    }),
    /** Takes in what the team answers by mail, when a mail service posts it. */
    answerMail: mailReplies && !mailReplies.imap ? answerMail({ settings: mailReplies, take, log }) : undefined,
  };
}
