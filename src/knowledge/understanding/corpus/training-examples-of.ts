import type { Intent, Language } from '../intent.js';

/** One short text that speaks for (or against) an intent. */
export interface TrainingExample {
  readonly intent: string;
  readonly language: Language;
  readonly text: string;
  /** `not`: near misses, which the intent does not answer. */
  readonly role: 'example' | 'title' | 'heading' | 'not';
}

/** The lines of an intent, in a fixed order; empty ones left out. */
export function trainingExamplesOf(intent: Intent): readonly TrainingExample[] {
  const lines: TrainingExample[] = [];
  for (const language of Object.keys(intent.texts).sort()) {
    const text = intent.texts[language];
    if (!text) continue;
    const put = (role: TrainingExample['role'], texts: readonly string[]) => {
      for (const line of texts) if (line.trim() !== '') lines.push({ intent: intent.id, language, text: line, role });
    };
    if (intent.kind !== 'outside') put('title', [text.title]);
    if (intent.kind === 'article') put('heading', text.headings ?? []);
    put('example', text.examples);
    put('not', text.not ?? []);
  }
  return lines;
}
