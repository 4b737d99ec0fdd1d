import { type Command, isCommand } from '../channels/command.js';

/** What an intent's id stands for. */
export type ParsedIntent =
  | { readonly kind: 'article'; readonly id: string }
  | {
      readonly kind: 'check';
      /** One check, or `all`. */
      readonly target: string;
    }
  | { readonly kind: 'command'; readonly command: Command };

const CHECK = 'check:';

/** Reads the id of an intent, as verdicts and intents.yml name it; outside topics are never asked for. */
export function parseIntent(id: string): ParsedIntent {
  if (id.startsWith(CHECK)) return { kind: 'check', target: id.slice(CHECK.length) };
  return isCommand(id) ? { kind: 'command', command: id } : { kind: 'article', id };
}

/** The id of the intent that asks for a check. */
export const checkIntent = (target: string): string => `${CHECK}${target}`;
