import { fstatSync, readSync } from 'node:fs';
import { endianness } from 'node:os';

/** The last frame that was in the log, of the log that has these salts. */
export interface SeenLog {
  readonly salts: string;
  readonly frames: number;
  readonly pageSize: number;
}

/** Sizes of the heads of the log and of each of its frames, in bytes (https://sqlite.org/fileformat2.html#walformat). */
const LOG_HEAD = 32;
const FRAME_HEAD = 24;
/** Where both have the salts, eight bytes that are others each time the log begins anew. */
const SALTS_IN_LOG = 16;
const SALTS_IN_FRAME = 8;
/** Of the log's index in shared memory (https://sqlite.org/walformat.html#the_wal_index_file_format). */
const INDEX_HEAD = 48;
const TRIES = 3;
const isLittle = endianness() === 'LE';

/**
 * Whether the write-ahead log still holds what its index says: it is long enough, and its head, its last frame and the
 * one that was the last before are of this log. One that was cut off and written to again has a hole of zeros, which
 * SQLite notices when it is opened the next time: then everything behind it is gone.
 * @param index the log's index, `-shm`; read through the file, for SQLite keeps its own to itself
 * @returns what was seen, to be told the next time; false when it is not whole
 */
export function logIsWhole(index: number, log: number, before: SeenLog | undefined): SeenLog | undefined | false {
  for (let tries = 0; tries < TRIES; tries++) {
    const head = headOf(index);
    if (head === undefined) return before;
    const isWhole = holds(log, head, before);
    if (isWhole) return head;
    // Another process may have emptied the log, or begun it anew, in between; it says so in the index first.
    const now = headOf(index);
    if (now?.salts === head.salts && now.frames === head.frames) return false;
  }
  // Somebody writes on and on: the next look tells.
  return before;
}

function headOf(index: number): SeenLog | undefined {
  const head = read(index, 0, 2 * INDEX_HEAD);
  // Both copies differ while it is being written.
  if (!head?.subarray(0, INDEX_HEAD).equals(head.subarray(INDEX_HEAD))) return undefined;
  const size = isLittle ? head.readUInt16LE(14) : head.readUInt16BE(14);
  return {
    pageSize: size === 1 ? 65_536 : size,
    frames: isLittle ? head.readUInt32LE(16) : head.readUInt32BE(16),
    salts: head.toString('hex', 32, 40),
  };
}

function holds(log: number, head: SeenLog, before: SeenLog | undefined): boolean {
  if (head.frames === 0) return true;
  const { salts } = head;
  if (fstatSync(log).size < placeOf(head, head.frames + 1)) return false;
  if (read(log, SALTS_IN_LOG, 8)?.toString('hex') !== salts) return false;
  const last = before?.salts === salts ? [before.frames, head.frames] : [head.frames];
  return last.every((frame) => frame === 0 || saltsOf(log, placeOf(head, frame)) === salts);
}

/** Where a frame begins; the first one is 1. */
const placeOf = ({ pageSize }: SeenLog, frame: number) => LOG_HEAD + (frame - 1) * (FRAME_HEAD + pageSize);

const saltsOf = (log: number, at: number) => read(log, at + SALTS_IN_FRAME, 8)?.toString('hex');

function read(file: number, at: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  return readSync(file, bytes, 0, length, at) === length ? bytes : undefined;
}
