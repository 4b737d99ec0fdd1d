import { openKnowledgeService } from '../bot/knowledge/knowledge-service.js';
import type { KnowledgeOptions } from '../bot/knowledge/open-knowledge.js';
import { understandTyped } from '../dialogs/routing/understand.js';
import { print } from './print.js';
import { verdictMeaning } from './verdict-meaning.js';

/** Prints what a question means, in words or as JSON with every reason. */
export async function ask(
  question: string,
  folder: string,
  language: string,
  asJson: boolean,
  options: KnowledgeOptions = {},
): Promise<void> {
  const service = await openKnowledgeService(folder, options);
  const understanding = understandTyped(service.understanding);
  const verdict = understanding.verdict(question, language);
  const detected = understanding.language(question, language);
  if (asJson) {
    print(`${JSON.stringify({ language: detected.language, ...verdict }, null, 2)}\n`);
    return;
  }
  const titleOf = (intent: string) =>
    service.library.titleOf(intent, detected.language) ?? service.library.titleOf(intent, language);
  const name = (intent: string) => `${intent} (${titleOf(intent) ?? '?'})`;
  print(`${verdict.kind}: ${verdictMeaning(verdict, name)}\n`);
  print(`confidence ${(verdict.confidence * 100).toFixed(0)} %, language ${detected.language}\n`);
  for (const { kind, ...reason } of verdict.reasons) print(`  ${kind}: ${JSON.stringify(reason)}\n`);
  for (const { intent, score } of verdict.candidates.slice(0, 5)) {
    print(`  ${score.toFixed(3)}  ${intent}\n`);
  }
}
