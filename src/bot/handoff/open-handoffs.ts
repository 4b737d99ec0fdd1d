import { openDispatcher } from '../../checks/http/open-dispatcher.js';
import type { HandoffProspects } from '../../dialogs/handoff/handoff-prospects.js';
import { answerBy } from '../../handoff/business-hours.js';
import type { Case } from '../../handoff/case.js';
import { chooseDestinations } from '../../handoff/choose-destinations.js';
import type { DestinationKind } from '../../handoff/destination.js';
import { imapMailbox } from '../../handoff/email/imap-mailbox.js';
import type { HandoffSettings } from '../../handoff/handoff-settings.js';
import type { HandoffQueue } from '../../storage/sql-handoffs.js';
import type { Log } from '../log.js';
import { deliverHandoffs } from './deliver-handoffs.js';
import { destinationHealth, type Health } from './destination-health.js';
import { type DestinationWorld, openDeskCall, openDestinations } from './open-destinations.js';
import { pollDesk } from './poll-desk.js';
import { pollMailbox } from './poll-mailbox.js';
import { probeDestination } from './probe-destination.js';
import type { TakeAnswer } from './take-answer.js';

interface HandoffWorld {
  readonly settings: HandoffSettings;
  readonly destinationWorld: DestinationWorld;
  readonly queue: HandoffQueue;
  readonly findCase: (reference: string) => Promise<Case | undefined>;
  readonly take: TakeAnswer;
  readonly log: Log;
  readonly now: () => Date;
  /** A number in [0, 1) per call. */
  readonly random: () => number;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** One destination, for whoever watches over the process. */
export interface DestinationReport extends Health {
  readonly id: string;
  readonly kind: DestinationKind | 'not in the settings';
  readonly waiting: number;
  readonly givenUp: number;
}

/** Something to be done again and again. */
export interface Recurring {
  readonly what: string;
  readonly run: () => Promise<void>;
  /** Milliseconds between the end of one and the beginning of the next. */
  readonly every: number;
}

/** How often a destination is looked into the outbox for, in milliseconds. */
const DELIVERING = 1000;

/** The team's side of a hand-off: the destinations, how they do, and what is to be done for them regularly. */
export function openHandoffs(world: HandoffWorld) {
  const { settings, queue, now, log } = world;
  const destinations = openDestinations(settings.destinations, world.destinationWorld);
  const { hours, retry } = settings;
  const health = destinationHealth(now, log);
  const chosenFor = (language: string, topic: string | undefined) =>
    chooseDestinations(settings.destinations, { language, topic });
  const prospects: HandoffProspects = {
    reach(language, topic) {
      const chosen = chosenFor(language, topic);
      if (chosen.length === 0) return 'kept';
      return chosen.every((id) => health.of(id).state === 'down') ? 'down' : 'told';
    },
    answerBy: () => hours && answerBy(now(), hours),
    async progress(reference) {
      const opened = (await queue.of(reference)).filter(({ event }) => event === 'opened');
      if (opened.length === 0) return 'kept';
      if (opened.some(({ state }) => state === 'delivered')) return 'told';
      return opened.every(({ state }) => state === 'given-up') ? 'given-up' : 'waiting';
    },
  };
  const probeEvery = settings.probeMinutes * 60_000;
  const recurring: readonly Recurring[] = destinations.flatMap((destination) => [
    {
      what: `deliver to ${destination.id}`,
      run: deliverHandoffs({ ...world, handoffs: queue, retry, health }, destination),
      every: DELIVERING,
    },
    { what: `probe ${destination.id}`, run: probeDestination({ ...world, health }, destination), every: probeEvery },
  ]);
  const desks = settings.destinations.filter((one) => one.kind === 'teamwork-desk');
  const pollDispatcher = desks.length > 0 ? openDispatcher() : undefined;
  const polls = desks.flatMap((desk) => {
    if (!pollDispatcher) return [];
    const call = openDeskCall(desk, pollDispatcher, world.destinationWorld);
    return [{ what: `read answers of ${desk.id}`, run: pollDesk(world, desk.id, call) }];
  });
  const { mailReplies } = settings;
  const mailbox = mailReplies?.imap && imapMailbox({ ...mailReplies, imap: mailReplies.imap }, now);
  const pollOfMail =
    mailReplies && mailbox
      ? [{ what: 'read answers by mail', run: pollMailbox({ ...world, settings: mailReplies, mailbox }) }]
      : [];
  return {
    destinations,
    prospects,
    /** Where answers by mail come to lie; nothing where a mail service posts them. */
    mailbox,
    recurring: [
      ...recurring,
      ...[...polls, ...pollOfMail].map((poll) => ({ ...poll, every: settings.pollSeconds * 1000 })),
    ],
    async report(): Promise<readonly DestinationReport[]> {
      const counts = await queue.counts();
      const none = { waiting: 0, givenUp: 0 };
      const known = destinations.map(({ id, kind }) => ({ id, kind, ...health.of(id), ...(counts.get(id) ?? none) }));
      const gone = [...counts].filter(([id, { waiting }]) => waiting > 0 && !destinations.some((one) => one.id === id));
      return [
        ...known,
        ...gone.map(([id, count]) => ({ id, kind: 'not in the settings', state: 'unknown', ...count }) as const),
      ];
    },
    close: () => {
      for (const destination of destinations) destination.close();
      void pollDispatcher?.destroy();
    },
  };
}
