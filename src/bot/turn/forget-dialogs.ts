import type { Activity, TurnContext } from 'botbuilder';
import { channelOf } from '../../channels/render.js';
import { afterError } from '../../dialogs/memory.js';
import type { RootDialog } from '../../dialogs/root-dialog.js';
import { conversationKey } from './conversation-key.js';
import { KNOWN, type KnownActivities, keepsWhatIsSaid } from './known-activities.js';
import type { Stored } from './recall.js';
import { beganWrites } from './turn-record.js';
import type { Property, TurnState } from './turn-state.js';

interface ForgetDialogsDeps {
  readonly state: TurnState;
  readonly stored: Property<Stored>;
  readonly known: KnownActivities;
  readonly shape: RootDialog['shape'];
  readonly defaultLanguage: string;
  readonly now: () => Date;
}

/**
 * Forgets what a broken turn left of the dialogs, so that it cannot break every turn after it: of the conversation stays what
 * an error leaves of its memory. The turn is in the logbook as failed.
 */
export function forgetDialogs({ state, stored, known, shape, defaultLanguage, now }: ForgetDialogsDeps) {
  return async (context: TurnContext, said: readonly Partial<Activity>[]): Promise<void> => {
    const before = await stored.get(context);
    await state.clear(context, KNOWN);
    // A channel that delivers a broken turn again gets another try.
    if (keepsWhatIsSaid(context)) await known.note(context, said);
    await stored.set(context, { shape, memory: afterError(before?.memory) });
    const { activity } = context;
    const writes = beganWrites(context);
    await writes.stores.logbook.note({
      ...{ at: now().toISOString(), conversation: conversationKey(activity), channel: channelOf(activity.channelId) },
      ...{ language: before?.memory.language ?? defaultLanguage, route: 'error', outcome: 'failed', latencyMs: 0 },
    });
    await state.save(context, writes.state);
  };
}
