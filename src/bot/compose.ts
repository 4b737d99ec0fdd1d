import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { DialogState } from 'botbuilder-dialogs';
import { channelOf } from '../channels/render.js';
import { readApiKey } from '../checks/read-api-key.js';
import { type AccountService, createRunningReads } from '../dialogs/account/account-service.js';
import { openLibrary } from '../dialogs/guides/open-library.js';
import { afterError } from '../dialogs/memory.js';
import { openLocales } from '../dialogs/phrases/words.js';
import { announce } from '../dialogs/reminders/announce.js';
import { rootDialog } from '../dialogs/root-dialog.js';
import { openPageDoor } from '../freshness/open-page-door.js';
import { caseReference } from '../handoff/case.js';
import { chooseDestinations } from '../handoff/choose-destinations.js';
import { replyAddress } from '../handoff/email/mail-reply.js';
import { NOBODY_TOLD } from '../handoff/handoff-settings.js';
import { openUnansweredGroups } from '../insights/unanswered-groups.js';
import { weekFigures } from '../insights/week-figures.js';
import { contentStems } from '../knowledge/understanding/text/content-stems.js';
import { weekLetter } from '../operate/week-letter.js';
import { PasserelleAdapter } from './adapter.js';
import { CHECK_SETS, type CheckSets, openCheckSet } from './check-sets.js';
import { type Config, PRODUCT_FOLDER } from './config.js';
import { firstLanguage } from './first-language.js';
import { openFreshness } from './freshness/open-freshness.js';
import { answerMail } from './handoff/answer-mail.js';
import { deskWork } from './handoff/desk-work.js';
import { letterWords } from './handoff/letter-words.js';
import { openHandoffs } from './handoff/open-handoffs.js';
import { takeAnswer } from './handoff/take-answer.js';
import { openKnowledgeService } from './knowledge/knowledge-service.js';
import type { Log } from './log.js';
import { openMetrics } from './metrics.js';
import { answerInTime } from './middleware/answer-in-time.js';
import { middlewareInOrder } from './middleware/order.js';
import { openAccountService } from './open-account-service.js';
import { openElsewhere } from './open-elsewhere.js';
import { openMyData } from './open-my-data.js';
import { openStorage } from './open-storage.js';
import { sendWeek } from './operate/send-week.js';
import { deliverOutbox } from './outbox/deliver-outbox.js';
import { steadyClock } from './steady-clock.js';
import { openTeaching } from './training/open-teaching.js';
import { conversationKey } from './turn/conversation-key.js';
import { languageOfLocale } from './turn/follow-language.js';
import { KNOWN, keepsWhatIsSaid, knownActivities } from './turn/known-activities.js';
import { leave } from './turn/leave.js';
import { onTurn } from './turn/on-turn.js';
import { onTurnError } from './turn/on-turn-error.js';
import type { Stored } from './turn/recall.js';
import { openSharedTurns } from './turn/shared-turns.js';
import { beganWrites } from './turn/turn-record.js';
import { openTurnState } from './turn/turn-state.js';

const HOUR = 60 * 60 * 1000;

/** The world's parts that a test replaces. */
export interface World {
  readonly now?: () => Date;
  /** Milliseconds; unlike the clock on the wall it never goes back. */
  readonly clock?: () => number;
  /** A number in [0, 1) per call. */
  readonly random?: () => number;
  /** Resolves after that many milliseconds. */
  readonly wait?: AccountService['wait'];
  /** The sets of checks that a deployment may name. */
  readonly checkSets?: CheckSets;
}

export type App = Awaited<ReturnType<typeof compose>>;

/** Every `new` and every choice: the only place that knows all rooms. Nothing listens yet. */
export async function compose(
  config: Config,
  givenLog: Log,
  {
    now = () => new Date(),
    clock = () => performance.now(),
    random = secureRandom,
    wait = sleep,
    checkSets = CHECK_SETS,
  }: World = {},
) {
  const metrics = config.metricsToken === undefined ? undefined : openMetrics(clock);
  const log = metrics?.counting(givenLog) ?? givenLog;
  const options = {
    falseAnswerBudget: config.falseAnswerBudget,
    keepIn: config.dataFolder === ':memory:' ? undefined : join(config.dataFolder, 'prepared'),
  };
  const knowledgeService = await openKnowledgeService(config.knowledgeFolder, options);
  const folders = { product: PRODUCT_FOLDER, deployment: config.knowledgeFolder };
  const locales = await openLocales(folders, knowledgeService.knowledge.languages);
  const freshness = await openFreshness({
    file: config.dataFolder === ':memory:' ? undefined : join(config.dataFolder, 'freshness.json'),
    knowledge: () => knowledgeService.knowledge,
    openDoor: openPageDoor,
    now,
    wait: (milliseconds) => wait(milliseconds, new AbortController().signal),
  });
  const library = freshness.marking(openLibrary(() => knowledgeService.knowledge, locales.languages));
  const defaultLanguage = firstLanguage(config.defaultLanguage, locales.languages);
  const { handoff: settings = NOBODY_TOLD } = config;
  const storage = await openStorage(config, now, random, {
    onUnread: (table, why) => log.warn({ event: 'row not understood', table, why }),
    onLogKept: (why) => log.warn({ event: 'state log not emptied', why }),
    onServerFault: (why) => log.warn({ event: 'database server failed', why }),
    onOutboxFull: (waiting) => log.warn({ event: 'reminder refused', waiting }),
    destinationsFor: (handedOver) => chooseDestinations(settings.destinations, handedOver),
    clock,
    wait,
  });
  const { desk, reports, outbox, references, web, shared } = storage;
  const state = openTurnState(storage.state);
  const stored = state.property<Stored>('memory');
  const steady = steadyClock(now);
  const checks = await openCheckSet(knowledgeService.knowledge.checks, checkSets, {
    ...{ config, log, now, steady, sentence: locales.sentence },
    articles: new Set(knowledgeService.knowledge.articles.keys()),
  });
  const sharedTurns =
    shared &&
    openSharedTurns({
      leases: shared.leases,
      stopElsewhere: (conversation) => shared.notices.tell({ kind: 'stop', conversation }),
      wait: (milliseconds) => wait(milliseconds, new AbortController().signal),
      onFault: (why) => log.warn({ event: 'turn not shared', why }),
      clock,
    });
  const reads = createRunningReads(sharedTurns?.setReading);
  const accounts = checks && openAccountService(checks, config, { sharedKeys: storage.keys, steady, reads, wait });
  const say = letterWords(locales.words(settings.language));
  const take = takeAnswer({ answerCase: storage.answerCase, log });
  const { mailReplies } = settings;
  const handoffs = openHandoffs({
    settings,
    destinationWorld: {
      ...{ now, say, practiceSite: checks?.practice?.site },
      connect: (serviceUrl) => adapter.connectorFor(serviceUrl),
      ...(mailReplies ? { replyAddress: (reference) => replyAddress(mailReplies, reference) } : {}),
    },
    queue: storage.handoffs,
    findCase: desk.find,
    ...{ take, log, now, random, wait },
  });
  const unanswered = openUnansweredGroups(storage.insights, contentStems, () => setImmediate());
  const week = sendWeek({
    destinations: handoffs.destinations.filter(({ id }) => settings.weekly.includes(id)),
    sent: storage.weeklySent,
    figures: async (period) => weekFigures(storage.insights, await unanswered(), period),
    letter: (figures) => weekLetter(figures, locales.operateWords(settings.language)),
    ...{ now, wait, log },
  });
  const teaching = openTeaching(knowledgeService, { config, options, now, wait });
  const myData = openMyData({ key: web.key, now, publicUrl: config.publicUrl, exported: storage.exportedData });
  const deps = {
    library,
    locales,
    random,
    accounts,
    elsewhere: openElsewhere(config),
    myDataAddress: myData.address,
    team: config.team,
    retentionDays: config.retentionDays,
    handoffs: handoffs.prospects,
  };
  const root = rootDialog(deps, (shape) => state.property<DialogState>(`dialogs ${shape}`));

  const wordsFor = (locale: string | undefined) =>
    locales.words(languageOfLocale(locale, locales.languages) ?? defaultLanguage);
  const moment = (locale: string | undefined) => wordsFor(locale)('teams.moment');
  const known = knownActivities(state, (locale) => wordsFor(locale)('teams.below'));
  const inTime = answerInTime({ now, wait, moment });
  const adapter = new PasserelleAdapter(config.credentials, inTime, log);
  const onError = onTurnError({
    log,
    locales,
    now,
    reference: () => caseReference(random),
    languageOf: async (context) =>
      (await stored.get(context))?.memory.language ?? context.activity.locale ?? defaultLanguage,
    forgetDialogs: async (context, said) => {
      const before = await stored.get(context);
      await state.clear(context, KNOWN);
      // A channel that delivers a broken turn again gets another try.
      if (keepsWhatIsSaid(context)) await known.note(context, said);
      await stored.set(context, { shape: root.shape, memory: afterError(before?.memory) });
      const { activity } = context;
      await beganWrites(context).stores.logbook.note({
        ...{ at: now().toISOString(), conversation: conversationKey(activity), channel: channelOf(activity.channelId) },
        ...{ language: before?.memory.language ?? defaultLanguage, route: 'error', outcome: 'failed', latencyMs: 0 },
      });
      await state.save(context, beganWrites(context).state);
    },
  });
  const middleware = middlewareInOrder({
    inTime,
    known,
    knowledgeService,
    locales,
    publicUrl: config.publicUrl,
    defaultLanguage,
    reads,
    readKey: checks?.set.readKey ?? readApiKey,
    openWrites: storage.openWrites,
    sharedTurns,
    caseCard: {
      channels: settings.destinations.flatMap((one) => (one.kind === 'teams' ? [one.conversation] : [])),
      ...{ find: desk.find, claim: storage.claimCase, close: storage.closeCase, take, say },
    },
    onError: (context, error) => adapter.onTurnError(context, error),
    log,
    now,
    clock,
  });
  if (metrics) adapter.use(metrics.middleware);
  for (const each of middleware) adapter.use(each);
  adapter.onTurnError = onError;
  const logic = onTurn({
    root,
    locales,
    log,
    now,
    clock,
    state,
    stored,
    known,
    defaultLanguage,
    understanding: knowledgeService.understanding,
    reading: knowledgeService.reading,
    leave: leave({ keys: accounts?.keys, emptyLog: storage.emptyLog }),
    keyCheck: checks?.set.ids[0],
    website: config.publicUrl,
    timeZone: config.timeZone,
    wait,
    announce: (announcement, turn) => announce(deps, announcement, turn),
  });

  return {
    config,
    now,
    clock,
    wait,
    adapter,
    logic,
    web,
    /** Absent where nobody may read them. */
    metrics,
    overdue: outbox.overdue,
    deliverDue: deliverOutbox({ outbox, references, web: web.log, adapter, logic, log, now, wait }),
    log,
    knowledgeService,
    locales,
    defaultLanguage,
    /** What could not be loaded, as things are now. */
    get problems() {
      return [...knowledgeService.knowledge.problems, ...locales.problems];
    },
    cases: desk.list,
    handoffs,
    /** What is told to the team without a case, again and again. */
    recurring: [
      ...(settings.weekly.length > 0 ? [{ what: 'send the week', run: week, every: HOUR }] : []),
      ...(config.probes ? [{ what: 'probe links', run: freshness.probeDaily, every: HOUR }] : []),
    ],
    /** What the operators' page works with. */
    office: {
      unanswered,
      teaching,
      ...{ insights: storage.insights, sessions: storage.sessions, audit: storage.audit },
      cases: deskWork({ desk, storage, take }),
    },
    /** Takes in what the team answers by mail, when a mail service posts it. */
    answerMail: mailReplies && answerMail({ settings: mailReplies, take, log }),
    reports,
    myData,
    /** The practice account, when the deployment has one and it is on. */
    practice: checks?.practice?.desk,
    /** Whether there are accounts to look at: what belongs to them is there for nobody else. */
    hasAccounts: accounts !== undefined,
    accounts,
    /** Articles whose links or sources somebody has to look at. */
    stale: freshness.stale,
    forgetOld: storage.forgetOld,
    isWritable: storage.isWritable,
    /** What happened to the state file under our feet; only a new start helps. */
    fileFault: storage.fileFault,
    /** What is to be done again and again where several processes serve, and how they hear of each other. */
    shared: shared && sharedTurns && { notices: shared.notices, renew: sharedTurns.renew },
    stopRead: reads.stop,
    /** Ends what waits for accounts; whoever asked is told. */
    stopReads: reads.stopAll,
    close: async () => {
      await teaching.close();
      await checks?.close();
      await shared?.notices.close();
      handoffs.close();
      await storage.close();
    },
  };
}

/** Does not keep the process alive. */
const sleep: AccountService['wait'] = (milliseconds, signal) =>
  setTimeout(milliseconds, undefined, { signal, ref: false });

/** Uniform in [0, 1), from the system's generator: references must not be guessed. */
function secureRandom(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
