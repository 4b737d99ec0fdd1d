import { randomInt } from 'node:crypto';
import { ConversationState } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { rootDialog } from '../dialogs/root-dialog.js';
import { openLocales } from '../dialogs/words.js';
import { caseReference } from '../handoff/case.js';
import { openDatabase } from '../storage/open-database.js';
import { forgetBefore, proveWritable } from '../storage/schema.js';
import { sqlDesk } from '../storage/sql-desk.js';
import { sqlLogbook } from '../storage/sql-logbook.js';
import { sqlState } from '../storage/sql-state.js';
import { sqlTranscript } from '../storage/sql-transcript.js';
import { PasserelleAdapter } from './adapter.js';
import { type Config, SHIPPED_LOCALES } from './config.js';
import { keepTranscript } from './keep-transcript.js';
import { openKnowledgeRoom } from './knowledge-room.js';
import type { Log } from './log.js';
import { noTraces } from './no-traces.js';
import { oneAtATime } from './one-at-a-time.js';
import { onTurn, type Stored } from './on-turn.js';
import { onTurnError } from './on-turn-error.js';
import { scrubSecrets } from './scrub-secrets.js';

const DAY = 24 * 60 * 60 * 1000;

/** The world's parts that a test replaces. */
interface World {
  readonly now?: () => Date;
  /** A number in [0, 1) per call. */
  readonly random?: () => number;
}

export type House = Awaited<ReturnType<typeof compose>>;

/** Every `new` and every choice: the only place that knows all rooms. Nothing listens yet. */
export async function compose(config: Config, log: Log, { now = () => new Date(), random = secureRandom }: World = {}) {
  const room = await openKnowledgeRoom(config.knowledgeFolder);
  const { knowledge } = room;
  const locales = await openLocales(SHIPPED_LOCALES, knowledge.languages);
  const library = { ...room.library, languages: locales.languages };
  const db = await openDatabase(config.dataFolder);
  const forgetOld = () => forgetBefore(db, new Date(now().getTime() - config.retentionDays * DAY).toISOString());
  await forgetOld();

  const transcript = sqlTranscript(db);
  const desk = sqlDesk(db);
  const logbook = sqlLogbook(db);
  const state = new ConversationState(sqlState(db, now));
  const stored = state.createProperty<Stored | undefined>('memory');
  const needs = { library, locales, desk, transcript, logbook, random, team: config.team };
  const root = rootDialog(needs, (shape) => state.createProperty<DialogState>(`dialogs ${shape}`));

  const adapter = new PasserelleAdapter(config.credentials);
  adapter.use(oneAtATime());
  adapter.use(scrubSecrets());
  adapter.use(noTraces());
  adapter.use(keepTranscript(transcript, now));
  const defaultLanguage = locales.languages.includes('fr') ? 'fr' : (locales.languages[0] ?? 'fr');
  adapter.onTurnError = onTurnError({
    log,
    locales,
    reference: () => caseReference(random),
    languageOf: async (context) => (await stored.get(context))?.memory.language ?? context.activity.locale ?? defaultLanguage,
    forgetDialogs: async (context) => {
      const before = await stored.get(context);
      await state.clear(context);
      const { language, languageChosen, greeted, unfinished, topic } = before?.memory ?? {};
      await stored.set(context, { shape: root.shape, memory: { language, languageChosen, greeted, unfinished, topic } });
      await state.saveChanges(context);
    },
  });
  const logic = onTurn({
    root,
    locales,
    logbook,
    log,
    now,
    state,
    stored,
    defaultLanguage,
    understanding: room.understanding,
    reading: room.reading,
  });

  return {
    adapter,
    logic,
    room,
    locales,
    problems: [...knowledge.problems, ...locales.problems],
    cases: desk.list,
    forgetOld,
    isWritable: () => proveWritable(db),
    close: () => db.destroy(),
  };
}

/** Uniform in [0, 1), from the system's generator: references must not be guessed. */
function secureRandom(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
