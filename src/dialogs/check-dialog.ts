import type { Reply } from '../channels/reply.js';
import type { Next } from './answer-dialog.js';
import type { Needs } from './needs.js';
import type { Given } from './opening.js';
import { summary } from './phrases/article.js';
import { intentChoice, person, resumeChoices } from './phrases/choices.js';
import { type Step, waterfall } from './waterfall.js';

/** The account cannot be looked at yet: says so, shows how to look oneself, and offers a person. */
export function checkDialog({ library }: Needs) {
  const say = async ({ given, turn, finish }: Step<Given<'check'>, undefined, Next>) => {
    const t = turn.words();
    const language = turn.language();
    const article = library.find(given.check, language);
    const resume = resumeChoices(turn.memory(), library, t, language);
    turn.remember({ misses: 0, because: undefined, ...(article ? { topic: article.id } : {}) });
    if (article) {
      const reply = summary(article, t, language);
      const ways = (reply.choices ?? []).filter(({ action }) => action.kind !== 'why');
      await turn.say({ kind: 'text', text: t('check.notYet') }, { ...reply, choices: [...resume, ...ways] });
      return finish(undefined);
    }
    const ways = library.checks.flatMap((check) => intentChoice(check, library, language));
    const all: Reply = { kind: 'text', text: t('check.notYetAll'), choices: [...resume, ...ways, person(t)] };
    await turn.say(all);
    return finish(undefined);
  };
  return waterfall<Given<'check'>, Next>('check').step(say).build();
}
