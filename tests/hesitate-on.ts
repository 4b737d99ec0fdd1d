import type { App } from '../src/bot/compose';

/**
 * Makes the understanding of an app hesitate between intents about some words, and understand nothing of them without
 * intents: what it really hesitates about changes as it learns.
 */
export function hesitateOn(app: App): (words: string, intents: readonly string[]) => void {
  const hesitations = new Map<string, readonly string[]>();
  const { index } = app.knowledgeService;
  const judge = index.judge.bind(index);
  // The first question trains the index: no single conversation should have to wait for it.
  judge('bonjour');
  jest.spyOn(index, 'judge').mockImplementation((utterance, options) => {
    const intents = hesitations.get(utterance);
    if (!intents) return judge(utterance, options);
    const candidates = intents.map((intent) => ({ intent, score: 0.5 }));
    if (intents.length === 0) return { kind: 'unknown', confidence: 0, scope: 0, candidates, reasons: [] };
    return { kind: 'choose', intents, confidence: 0.5, scope: 1, candidates, reasons: [] };
  });
  return (words, intents) => void hesitations.set(words, intents);
}
