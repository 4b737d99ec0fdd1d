import { pino } from 'pino';
import { visible } from './visible.js';

/** Events with fields; never an utterance, an e-mail address or a key. */
export interface Log {
  debug(fields: Fields): void;
  info(fields: Fields): void;
  warn(fields: Fields): void;
  error(fields: Fields): void;
}

export type Fields = { readonly event: string } & Readonly<Record<string, unknown>>;

/** JSON lines on stdout. JSON writes some control characters as they are; a terminal that shows the log would obey them. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: visible } });
}

/** A log whose entries go through `change` before they are written. */
export function changedLog(log: Log, change: (fields: Fields, level: keyof Log) => Fields): Log {
  const through = (level: keyof Log) => (fields: Fields) => log[level](change(fields, level));
  return { debug: through('debug'), info: through('info'), warn: through('warn'), error: through('error') };
}
