import { person, topics } from '../phrases/choices.js';
import type { Turn } from '../turn.js';

/** An old button may lead to an article that is no longer there. */
export async function sayGone(turn: Turn): Promise<undefined> {
  const t = turn.words();
  await turn.say({ kind: 'text', text: t('article.gone'), choices: [topics(t), person(t)] });
}
