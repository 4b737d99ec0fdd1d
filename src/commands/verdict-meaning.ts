import type { Verdict } from '../knowledge/understanding/verdict.js';

/** What a verdict comes to, in words of the command line. @param name an intent with its title */
export function verdictMeaning(verdict: Verdict, name: (intent: string) => string): string {
  switch (verdict.kind) {
    case 'answer':
      return name(verdict.intent);
    case 'choose':
      return verdict.intents.map(name).join(' or ');
    case 'nearest':
      return `${name(verdict.intent)}, perhaps`;
    case 'unknown':
      return 'nothing that I can answer';
  }
}
