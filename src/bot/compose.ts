import type { DialogState } from 'botbuilder-dialogs';
import { type OpenRateLimit, openBuckets } from '../channels/web/rate-limit.js';
import { readApiKey } from '../checks/read-api-key.js';
import { announce } from '../dialogs/reminders/announce.js';
import { rootDialog } from '../dialogs/root-dialog.js';
import { caseReference } from '../handoff/case.js';
import { chooseDestinations } from '../handoff/choose-destinations.js';
import { NOBODY_TOLD } from '../handoff/handoff-settings.js';
import { PasserelleAdapter } from './adapter.js';
import { openCheckSet } from './check-sets.js';
import type { Config } from './config.js';
import type { Log } from './log.js';
import { answerInTime } from './middleware/answer-in-time.js';
import { middlewareInOrder } from './middleware/order.js';
import { MINUTE, openAccountService } from './open-account-service.js';
import { openElsewhere } from './open-elsewhere.js';
import { openHelpCentre } from './open-help-centre.js';
import { openMyData } from './open-my-data.js';
import { openSharing } from './open-sharing.js';
import { openStorage } from './open-storage.js';
import { openTeam } from './open-team.js';
import { openTurns } from './open-turns.js';
import { openWatching } from './open-watching.js';
import { deliverOutbox } from './outbox/deliver-outbox.js';
import { steadyClock } from './steady-clock.js';
import { openTeaching } from './training/open-teaching.js';
import { languageOfLocale } from './turn/follow-language.js';
import { forgetDialogs } from './turn/forget-dialogs.js';
import { keepApology } from './turn/keep-apology.js';
import { knownActivities } from './turn/known-activities.js';
import { leave } from './turn/leave.js';
import { onTurn } from './turn/on-turn.js';
import { onTurnError } from './turn/on-turn-error.js';
import type { Stored } from './turn/recall.js';
import { openTurnState } from './turn/turn-state.js';
import { type World, wholeWorld } from './world.js';

const HOUR = 60 * MINUTE;

/** What serves customers and the team, without anything that listens. */
export type App = Awaited<ReturnType<typeof compose>>;

/** Every `new` and every choice: the only place that knows all folders. Nothing listens yet. */
export async function compose(config: Config, givenLog: Log, given: World = {}) {
  const world = wholeWorld(given);
  const { now, clock, random, wait } = world;
  const watching = await openWatching(config, givenLog, clock);
  const { log, timed } = watching;
  const helpCentre = await openHelpCentre(config, world);
  const { knowledgeService, locales, freshness, library, defaultLanguage } = helpCentre;
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
  const { desk, outbox, references, web, shared } = storage;
  const state = openTurnState(storage.state);
  const stored = state.property<Stored>('memory');
  const steady = steadyClock(now);
  const checks = await openCheckSet(knowledgeService.knowledge.checks, world.checkSets, {
    ...{ config, log, timed, now, steady, sentence: locales.sentence },
    articles: new Set(knowledgeService.knowledge.articles.keys()),
  });
  const sharing = shared && openSharing(shared, { knowledgeService, log, clock });
  const openLimit: OpenRateLimit = sharing?.openLimit ?? ((_name, rate) => openBuckets(rate, clock).take);
  const { sharedTurns, reads } = openTurns({ shared, log, world });
  const accounts =
    checks && openAccountService(checks, config, { sharedKeys: storage.keys, steady, reads, wait, timed });
  const team = openTeam({
    ...{ settings, storage, locales, log, world },
    practiceSite: checks?.practice?.site,
    connect: (serviceUrl) => adapter.connectorFor(serviceUrl),
  });
  const teaching = openTeaching(knowledgeService, { config, options: helpCentre.options, now, wait });
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
    handoffs: team.handoffs.prospects,
  };
  const root = rootDialog(deps, (shape) => state.property<DialogState>(`dialogs ${shape}`));

  const wordsFor = (locale: string | undefined) =>
    locales.words(languageOfLocale(locale, locales.languages) ?? defaultLanguage);
  const known = knownActivities(state, (locale) => wordsFor(locale)('teams.below'));
  const inTime = answerInTime({ now, wait, moment: (locale) => wordsFor(locale)('teams.moment') });
  const adapter = new PasserelleAdapter(config.credentials, inTime, log);
  const onError = onTurnError({
    log,
    locales,
    now,
    reference: () => caseReference(random),
    languageOf: async (context) =>
      (await stored.get(context))?.memory.language ?? context.activity.locale ?? defaultLanguage,
    keepApology: keepApology({ state, known }),
    forgetDialogs: forgetDialogs({ state, stored, known, shape: root.shape, defaultLanguage, now }),
  });
  const middleware = middlewareInOrder({
    ...{ inTime, known, knowledgeService, locales },
    publicUrl: config.publicUrl,
    defaultLanguage,
    reads,
    readKey: checks?.set.readKey ?? readApiKey,
    openWrites: storage.openWrites,
    sharedTurns,
    caseCard: team.caseCard,
    onError: (context, error) => adapter.onTurnError(context, error),
    ...{ log, timed, now, openLimit },
  });
  for (const each of [...watching.middleware, ...middleware]) adapter.use(each);
  adapter.onTurnError = onError;
  const logic = onTurn({
    root,
    locales,
    ...{ log, timed, now, clock },
    state,
    stored,
    known,
    defaultLanguage,
    understanding: knowledgeService.understanding,
    reading: knowledgeService.reading,
    leave: leave({ keys: accounts?.keys, emptyLog: storage.emptyLog }),
    keyCheck: checks?.set.ids[0],
    isTargeted: config.teamsTargeted === true,
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
    metrics: watching.metrics,
    connections: storage.connections,
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
    handoffs: team.handoffs,
    /** What is told to the team without a case, again and again. */
    recurring: [
      ...(settings.weekly.length > 0 ? [{ what: 'send the week', run: team.sendWeek, every: HOUR }] : []),
      { what: 'kept freshness', run: freshness.reread, every: MINUTE },
      ...(config.probes ? [{ what: 'probe links', run: freshness.probeDaily, every: HOUR }] : []),
    ],
    /** What the operators' page works with. */
    office: {
      unanswered: team.unanswered,
      teaching,
      ...{ insights: storage.insights, sessions: storage.sessions, audit: storage.audit },
      cases: team.cases,
    },
    /** Takes in what the team answers by mail, when a mail service posts it. */
    answerMail: team.answerMail,
    reports: storage.reports,
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
    shared: shared && sharing && sharedTurns && { notices: shared.notices, renew: sharedTurns.renew, ...sharing },
    /** Opens a limit on what callers may ask, counted by all processes together. */
    openLimit,
    stopRead: reads.stop,
    /** Ends what waits for accounts; whoever asked is told. */
    stopReads: reads.stopAll,
    close: async () => {
      await teaching.close();
      await checks?.close();
      await shared?.notices.close();
      team.handoffs.close();
      await storage.close();
      await watching.close();
    },
  };
}
