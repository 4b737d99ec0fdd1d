import type { TurnContext } from 'botbuilder';
import { changedLog, type Log } from '../log.js';
import { recordOf } from './turn-record.js';

/** The log of one turn: each of its entries carries the turn's id, by which they belong together. */
export function turnLog(log: Log, context: TurnContext): Log {
  const { id: turn } = recordOf(context);
  return changedLog(log, (fields) => ({ ...fields, turn }));
}
