import type { Action } from '../../channels/action.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { withPlace } from '../memory.js';
import { intentChoice } from '../phrases/choices.js';
import { type Step, waterfall } from '../waterfall.js';

type Disambiguate<Answer> = Step<Given<'choose'>, Answer, Next>;

/** When unsure: two or three choices and "none of these", never a guess (rule 8). */
export function disambiguationDialog({ library }: DialogDeps) {
  const offer = async ({ given, turn, askChoice, finish }: Disambiguate<undefined>) => {
    const t = turn.words();
    const { intents } = given;
    const found = intents.flatMap((intent) => intentChoice(intent, library, turn.language())).slice(0, 3);
    // One thing is no choice.
    if (found.length < 2) {
      return finish({
        dialog: 'unknown',
        verdict: { candidates: intents.map((intent) => ({ intent, score: 0 })), reasons: [] },
      });
    }
    const remember = given.again ? turn.fellBack : turn.answered;
    remember({ places: withPlace(turn.memory(), { kind: 'choose', intents }), away: false });
    const text = t(given.again ? 'choose.again' : 'choose.ask');
    return askChoice([{ kind: 'text', text }], [...found, { label: t('choice.none'), action: { kind: 'none' } }]);
  };

  // Every other choice names an intent and is routed to it; only "none of these" comes back here.
  const giveUp = async ({ turn, finish }: Disambiguate<Action>) => {
    turn.remember({ consecutiveFallbacks: Math.max(1, turn.memory().consecutiveFallbacks ?? 0) });
    return finish({ dialog: 'unknown', verdict: { candidates: [], reasons: [] } });
  };

  return waterfall<Given<'choose'>, Next>('choose').step(offer).step(giveUp).build();
}
