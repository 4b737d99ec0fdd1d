import type { Activity, TurnContext } from 'botbuilder';
import { type KnownActivities, keepsWhatIsSaid } from './known-activities.js';
import { beganWrites } from './turn-record.js';
import type { TurnState } from './turn-state.js';

/**
 * Keeps that an activity has had an apology, of a turn that could not be stored and has changed nothing: a sender who tried it in
 * several places hears the apology from all of them, and says it again once.
 */
export function keepApology({ state, known }: { readonly state: TurnState; readonly known: KnownActivities }) {
  return async (context: TurnContext, said: readonly Partial<Activity>[]): Promise<void> => {
    if (!keepsWhatIsSaid(context)) return;
    state.reread(context);
    await known.note(context, said);
    await state.save(context, beganWrites(context).state);
  };
}
