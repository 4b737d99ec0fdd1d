import { pino } from 'pino';

/** Events with fields; never an utterance, an e-mail address or a key. */
export interface Log {
  debug(fields: Fields): void;
  info(fields: Fields): void;
  warn(fields: Fields): void;
  error(fields: Fields): void;
}

type Fields = { readonly event: string } & Readonly<Record<string, unknown>>;

/** JSON lines on stdout. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
