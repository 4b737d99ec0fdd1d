import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { LOCAL_CHANNEL } from '../../channels/web/local-channel.js';
import type { Locales } from '../../dialogs/phrases/words.js';
import { InDoubtError } from '../../storage/in-doubt-error.js';
import { isStorageFault } from '../../storage/is-storage-fault.js';
import { CommitError } from '../../storage/unit-of-work.js';
import type { Log } from '../log.js';
import { conversationKey, loggedChannel } from './conversation-key.js';
import { keepsWhatIsSaid } from './known-activities.js';
import { transcriptLines } from './transcript-lines.js';
import { turnLog } from './turn-log.js';
import { recordOf } from './turn-record.js';

interface TurnErrorDeps {
  readonly log: Log;
  readonly locales: Locales;
  readonly now: () => Date;
  readonly reference: () => string;
  readonly languageOf: (context: TurnContext) => Promise<string>;
  /** Forgets what the broken turn left of the dialogs, so that it cannot break every turn after it; `said` answers this one. */
  readonly forgetDialogs: (context: TurnContext, said: readonly Partial<Activity>[]) => Promise<void>;
  /** Keeps that the activity has been apologised for, where all else stays as it was before. */
  readonly keepApology: (context: TurnContext, said: readonly Partial<Activity>[]) => Promise<void>;
}

/**
 * The one place where bugs end: logged, apologised for with a reference, and the conversation goes on. A turn that could
 * not be stored has changed nothing: its question is still open.
 */
export function onTurnError({
  log: everybodys,
  locales,
  now,
  reference,
  languageOf,
  forgetDialogs,
  keepApology,
}: TurnErrorDeps) {
  return async (context: TurnContext, error: Error): Promise<void> => {
    // Nobody has asked: nobody is apologised to, and whoever wanted it said tries again.
    const record = recordOf(context);
    const isOurs = record.due || context.activity.type === ActivityTypes.Event;
    if (isOurs || record.failed) throw error;
    // An apology for a turn that may be stored, or of which nobody else learns, has it said and taken twice: whoever tries again does.
    const isUnkept = error.cause instanceof InDoubtError || (!record.writes && isStorageFault(error));
    if (isUnkept && keepsWhatIsSaid(context)) throw error;
    // On the website a turn that could not begin is tried again, until it can: nobody need say it again.
    const isOwed = context.activity.channelId === LOCAL_CHANNEL && record.writes?.storesReplies !== true;
    if (isOwed && isStorageFault(error)) throw error;
    record.failed = true;
    const log = turnLog(everybodys, context);
    const id = reference();
    const { activity } = context;
    log.error({
      event: 'turn failed',
      reference: id,
      channel: loggedChannel(activity.channelId),
      error: error.stack ?? String(error),
    });
    const t = locales.words(await languageOf(context).catch(() => ''));
    const choices = [t('choice.person'), t('choice.topics')].map((label) => ({
      type: 'imBack',
      title: label,
      value: label,
    }));
    const apology = {
      type: ActivityTypes.Message,
      text: t('error', { reference: id }),
      suggestedActions: { to: [], actions: choices },
    };
    const { writes } = record;
    // Said by being stored with the rest, or after it.
    if (writes?.storesReplies) await context.sendActivity(apology);
    try {
      // Dialogs have nothing to do with a store that could not be read or written.
      const isOfStore = error instanceof CommitError || isStorageFault(error);
      if (writes) await (isOfStore ? keepApology : forgetDialogs)(context, [apology]);
      const lines = transcriptLines(activity, [apology], now().toISOString());
      await writes?.stores.transcript.append(conversationKey(activity), lines);
      await writes?.commit();
    } catch (again) {
      log.error({ event: 'apology not stored', reference: id, error: String(again) });
      // Whoever tries again has it then; an apology now might be for a turn that is stored.
      if (keepsWhatIsSaid(context)) throw again;
    }
    if (!writes?.storesReplies) await context.sendActivity(apology);
  };
}
