import type { DialogDeps } from '../dialog-deps.js';
import { summary } from '../phrases/article.js';
import { intentChoice, person, resumeChoices } from '../phrases/choices.js';
import type { Turn } from '../turn.js';

/** The account cannot be looked at here: says so, shows how to look oneself, and offers a person. */
export async function checkBySelf({ library }: DialogDeps, check: string, turn: Turn): Promise<undefined> {
  const t = turn.words();
  const language = turn.language();
  const article = library.find(check, language);
  const resume = resumeChoices(turn.memory(), library, t, language);
  turn.answered({ because: undefined, ...(article ? { topic: article.id } : {}) });
  if (article) {
    const reply = summary(article, t, language);
    const choices = [...resume, ...(reply.choices ?? []).filter(({ action }) => action.kind !== 'why')];
    await turn.say({ kind: 'text', text: t('check.notYet') }, { ...reply, choices });
    return;
  }
  const ways = library.checks.flatMap((one) => intentChoice(one, library, language));
  await turn.say({ kind: 'text', text: t('check.notYetAll'), choices: [...resume, ...ways, person(t)] });
}
