import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DialogState } from 'botbuilder-dialogs';
import { openRateLimit, type Rate } from '../channels/web/rate-limit.js';
import { practiceDesk } from '../demo/practice-desk.js';
import type { AccountRoom } from '../dialogs/account-room.js';
import { announce } from '../dialogs/announce.js';
import { openLibrary } from '../dialogs/open-library.js';
import { rootDialog } from '../dialogs/root-dialog.js';
import { openLocales } from '../dialogs/words.js';
import { caseReference } from '../handoff/case.js';
import { PasserelleAdapter } from './adapter.js';
import { answerInTime } from './answer-in-time.js';
import { answerSearch } from './answer-search.js';
import { boundWaiting } from './bound-waiting.js';
import { type Config, SHIPPED_LOCALES } from './config.js';
import { deliverOutbox } from './deliver-outbox.js';
import { languageOfLocale } from './follow-language.js';
import { keepReference } from './keep-reference.js';
import { openKnowledgeRoom } from './knowledge-room.js';
import { KNOWN, knownActivities } from './known-activities.js';
import type { Log } from './log.js';
import { noTraces } from './no-traces.js';
import { onTurn } from './on-turn.js';
import { onTurnError } from './on-turn-error.js';
import { notAgain, oncePerActivity } from './once-per-activity.js';
import { oneAtATime } from './one-at-a-time.js';
import { oneWrite } from './one-write.js';
import { openAccountRoom } from './open-account-room.js';
import { openElsewhere } from './open-elsewhere.js';
import { openStorage } from './open-storage.js';
import { PRACTICE_PATH } from './practice-path.js';
import type { Stored } from './recall.js';
import { scrubSecrets } from './scrub-secrets.js';
import { sendTyping } from './send-typing.js';
import { stopLook } from './stop-look.js';
import { takeSignIn } from './take-sign-in.js';
import { openTurnState } from './turn-state.js';
import { beganWrites } from './turn-writes.js';

/** A customer mistypes, and has more than one account; more is somebody who tries keys of others. */
const KEY_TRIES: Rate = { burst: 5, perSecond: 3 / 60 };

/** The world's parts that a test replaces. */
export interface World {
  readonly now?: () => Date;
  /** Milliseconds; unlike the clock on the wall it never goes back. */
  readonly clock?: () => number;
  /** A number in [0, 1) per call. */
  readonly random?: () => number;
  /** Resolves after that many milliseconds. */
  readonly wait?: AccountRoom['wait'];
}

export type House = Awaited<ReturnType<typeof compose>>;

/** Every `new` and every choice: the only place that knows all rooms. Nothing listens yet. */
export async function compose(
  config: Config,
  log: Log,
  { now = () => new Date(), clock = () => performance.now(), random = secureRandom, wait = sleep }: World = {},
) {
  const room = await openKnowledgeRoom(config.knowledgeFolder, {
    falseAnswerBudget: config.falseAnswerBudget,
    keepIn: config.dataFolder === ':memory:' ? undefined : join(config.dataFolder, 'prepared'),
  });
  const locales = await openLocales(SHIPPED_LOCALES, room.knowledge.languages);
  const library = openLibrary(() => room.knowledge, locales.languages);
  const defaultLanguage = locales.languages.includes('fr') ? 'fr' : (locales.languages[0] ?? 'fr');
  const storage = await openStorage(config, now, random, {
    onUnread: (table, why) => log.warn({ event: 'row not understood', table, why }),
    onLogKept: (why) => log.warn({ event: 'state log not emptied', why }),
    onOutboxFull: (waiting) => log.warn({ event: 'reminder refused', waiting }),
    clock,
    wait,
  });
  const { desk, reports, outbox, references, web } = storage;
  const state = openTurnState(storage.state);
  const stored = state.property<Stored>('memory');
  const practice = config.practice
    ? practiceDesk({ clock: () => now().getTime(), basePath: PRACTICE_PATH })
    : undefined;
  const practiceSite = practice ? `${config.publicUrl}${PRACTICE_PATH}` : undefined;
  const accounts = openAccountRoom(config, { sharedKeys: storage.keys, log, now, wait, practiceSite });
  const needs = {
    library,
    locales,
    random,
    accounts,
    elsewhere: openElsewhere(config),
    team: config.team,
    retentionDays: config.retentionDays,
  };
  const root = rootDialog(needs, (shape) => state.property<DialogState>(`dialogs ${shape}`));

  const wordsFor = (locale: string | undefined) =>
    locales.words(languageOfLocale(locale, locales.languages) ?? defaultLanguage);
  const moment = (locale: string | undefined) => wordsFor(locale)('teams.moment');
  const known = knownActivities(state, (locale) => wordsFor(locale)('teams.below'));
  const inTime = answerInTime({ now, wait, moment });
  const adapter = new PasserelleAdapter(config.credentials, inTime);
  const isCancel = (text: string) => {
    const verdict = room.understanding.verdict(text, defaultLanguage);
    return verdict.kind === 'answer' && verdict.intent === 'cancel';
  };
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
      await known.note(context, said);
      const { language, languageChosen, greeted, unfinished, topic } = before?.memory ?? {};
      await stored.set(context, {
        shape: root.shape,
        memory: { language, languageChosen, greeted, unfinished, topic },
      });
      await state.save(context, beganWrites(context).state);
    },
  });
  adapter.use(boundWaiting(inTime.refuse));
  adapter.use(oncePerActivity(known, now));
  adapter.use(answerSearch({ room, locales, publicUrl: config.publicUrl, defaultLanguage }));
  adapter.use(sendTyping(log));
  adapter.use(takeSignIn(openRateLimit(KEY_TRIES, clock)));
  adapter.use(scrubSecrets());
  adapter.use(stopLook(accounts.looks, isCancel));
  adapter.use(oneAtATime());
  adapter.use(oneWrite(storage.openWrites, (context, error) => adapter.onTurnError(context, error)));
  adapter.use(notAgain(known));
  adapter.use(keepReference(now));
  adapter.use(noTraces());
  adapter.onTurnError = onError;
  const logic = onTurn({
    root,
    locales,
    log,
    now,
    state,
    stored,
    known,
    defaultLanguage,
    understanding: room.understanding,
    reading: room.reading,
    leave: async (conversation, { stores, onCommitted }) => {
      await accounts.keys.forget(conversation);
      await stores.outbox.dropReminders(conversation);
      onCommitted(() => void storage.emptyLog());
    },
    hasMaskedField: true,
    timeZone: config.timeZone,
    announce: (announcement, turn) => announce(needs, announcement, turn),
  });

  return {
    config,
    now,
    clock,
    wait,
    adapter,
    logic,
    web,
    deliverDue: deliverOutbox({ outbox, references, web: web.log, adapter, logic, log, now, wait }),
    log,
    room,
    locales,
    /** What could not be loaded, as things are now. */
    get problems() {
      return [...room.knowledge.problems, ...locales.problems];
    },
    cases: desk.list,
    reports,
    practice,
    forgetOld: storage.forgetOld,
    isWritable: storage.isWritable,
    /** What happened to the state file under our feet; only a new start helps. */
    fileFault: storage.fileFault,
    /** Ends what waits for accounts; whoever asked is told. */
    stopLooks: accounts.looks.stopAll,
    close: async () => {
      await accounts.close();
      await storage.close();
    },
  };
}

/** Does not keep the process alive. */
const sleep: AccountRoom['wait'] = (milliseconds, signal) =>
  setTimeout(milliseconds, undefined, { signal, ref: false });

/** Uniform in [0, 1), from the system's generator: references must not be guessed. */
function secureRandom(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
