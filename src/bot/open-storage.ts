import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { TransferredMemory } from '../dialogs/transfer/transferred-memory.js';
import type { CaseAnswer } from '../handoff/case.js';
import type { Gathered } from '../storage/commit-queue.js';
import { forgetConversations } from '../storage/forget-conversations.js';
import { type LogEmptier, logEmptier } from '../storage/log-emptier.js';
import { openNotices } from '../storage/notices.js';
import { nowAndThen } from '../storage/now-and-then.js';
import { openState } from '../storage/open-state.js';
import { exportedData, sqlPersonalData } from '../storage/personal-data.js';
import type { OnUnread } from '../storage/read-item.js';
import { forgetBefore, proveWritable } from '../storage/schema.js';
import { sealedKeyRing } from '../storage/sealed-key-ring.js';
import { sqlActivityLog, sqlTurnLog } from '../storage/sql-activity-log.js';
import { answerCase, claimCase, closeCase, undelivered } from '../storage/sql-answers.js';
import { sqlAudit } from '../storage/sql-audit.js';
import { type ChooseDestinations, sqlDesk } from '../storage/sql-desk.js';
import { sqlHandoffs } from '../storage/sql-handoffs.js';
import { sqlInsights } from '../storage/sql-insights.js';
import { sqlLogbook } from '../storage/sql-logbook.js';
import { sqlOperatorSessions } from '../storage/sql-operator-sessions.js';
import { sqlOutbox } from '../storage/sql-outbox.js';
import { sqlProcesses } from '../storage/sql-processes.js';
import { sqlRateLevels } from '../storage/sql-rate-levels.js';
import { sqlReferences } from '../storage/sql-references.js';
import { sqlReports } from '../storage/sql-reports.js';
import { sqlSigningKey } from '../storage/sql-signing-key.js';
import { openTags, sqlState } from '../storage/sql-state.js';
import { sqlTranscript } from '../storage/sql-transcript.js';
import { sqlTransferCodes } from '../storage/sql-transfer-codes.js';
import { sqlTurnLeases } from '../storage/sql-turn-leases.js';
import { sqlWeekly } from '../storage/sql-weekly.js';
import { LOOK_EVERY } from '../storage/trim-conversation.js';
import { openUnitOfWork } from '../storage/unit-of-work.js';
import { believedTime } from './believed-time.js';
import type { Config } from './config.js';
import type { KeptReference } from './kept-reference.js';
import { MINUTE } from './open-account-service.js';
import type { TurnWrites } from './turn/turn-writes.js';

const DAY = 24 * 60 * 60 * 1000;

interface StorageWorld {
  /** Told of each row that is not understood, and left out. */
  readonly onUnread?: OnUnread;
  /** Told of each reminder that is refused because so many wait. */
  readonly onOutboxFull?: (waiting: number) => void;
  /** Told when what was deleted stays in the log of the state file for long. */
  readonly onLogKept?: (why: string) => void;
  /** Told of faults of the server that several processes share. */
  readonly onServerFault?: (why: string) => void;
  /** Where a case goes. */
  readonly destinationsFor?: ChooseDestinations;
  /** Milliseconds that only go forward. */
  readonly clock?: () => number;
  /** Resolves after that many milliseconds. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Everything that is kept, in one database. */
export async function openStorage(
  config: Config,
  now: () => Date,
  random: () => number,
  {
    onUnread = () => {},
    onLogKept = () => {},
    onOutboxFull,
    onServerFault = () => {},
    destinationsFor,
    wait = sleep,
    clock = () => now().getTime(),
  }: StorageWorld = {},
) {
  const { databaseUrl } = config;
  const { db, fault, commit, connections } = await openState(config, onServerFault);
  const reports = sqlReports(db, now, randomBytes, undefined, onUnread);
  const closing = new AbortController();
  const log =
    databaseUrl === undefined
      ? logEmptier(db, { pause: (milliseconds) => wait(milliseconds, closing.signal), onLasting: onLogKept })
      : NO_LOG;
  const self = randomUUID();
  const believed = believedTime(now, clock);
  /** Turns go by in between; a stop does not wait for the rest. */
  const forgetOld = async () => {
    const { signal } = closing;
    try {
      const at = believed().getTime();
      const time = new Date(at - config.retentionDays * DAY).toISOString();
      await forgetBefore(db, time, () => setImmediate(undefined, { signal }));
      await reports.forgetExpired();
      await log.empty();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
  const tokenKey = await sqlSigningKey(db, randomBytes);
  const nextTag = openTags();
  const isTimeToLook = nowAndThen(LOOK_EVERY);
  const state = sqlState(db, now, undefined, undefined, onUnread);
  return {
    state,
    desk: sqlDesk(db, undefined, onUnread),
    handoffs: sqlHandoffs(db, now, onUnread),
    /** What the team does with a case. */
    answerCase: (reference: string, text: string, from: Pick<CaseAnswer, 'via' | 'id' | 'by'>) =>
      answerCase(db, now, reference, text, from),
    claimCase: (reference: string, by: string) => claimCase(db, now, reference, by),
    closeCase: (reference: string) => closeCase(db, now, reference),
    undelivered: () => undelivered(db),
    /** What the team reads of the logbook, and who of it is signed in and did what. */
    insights: sqlInsights(db, () => setImmediate(), onUnread),
    sessions: sqlOperatorSessions(db, now),
    weeklySent: sqlWeekly(db),
    audit: sqlAudit(db),
    reports,
    exportedData: (conversation: string, key: string) => exportedData(db, conversation, key),
    outbox: sqlOutbox(db, now, undefined, onUnread),
    references: sqlReferences<KeptReference>(db, now, undefined, onUnread),
    /** For one turn: everything goes into one transaction. */
    openWrites(proof?: Gathered): TurnWrites {
      const unit = openUnitOfWork(commit, proof);
      const { write } = unit;
      const outbox = sqlOutbox(db, now, write, onUnread, { onFull: onOutboxFull });
      const logbook = sqlLogbook(db, write);
      const transcript = sqlTranscript(db, write, isTimeToLook);
      return {
        ...unit,
        state: sqlState(db, now, write, nextTag),
        stores: {
          outbox,
          logbook,
          transcript,
          // Hardly a turn asks for these.
          get desk() {
            return sqlDesk(db, write, onUnread, destinationsFor);
          },
          get transferCodes() {
            return sqlTransferCodes<TransferredMemory>(db, now, random, write, onUnread);
          },
          get reports() {
            return sqlReports(db, now, randomBytes, write);
          },
          get personal() {
            return sqlPersonalData(db, now, write, () => unit.onCommitted(() => void log.empty()));
          },
        },
        outbox,
        get references() {
          return sqlReferences<KeptReference>(db, now, write);
        },
        get web() {
          return sqlTurnLog(db, now, unit);
        },
        forget: (conversations) => forgetConversations(db, write, conversations),
        storesReplies: false,
      };
    },
    /** Absent without a secret to seal them with: keys then stay in this process. */
    keys: config.keySecret
      ? sealedKeyRing(db, config.keySecret, config.keyMinutes * MINUTE, () => now().getTime(), log)
      : undefined,
    web: { log: sqlActivityLog(db, now, onUnread), key: tokenKey },
    /** What the processes on one server share beside it; absent where there is one process. */
    shared:
      databaseUrl === undefined
        ? undefined
        : {
            leases: sqlTurnLeases(db, self),
            levels: sqlRateLevels(db, tokenKey),
            processes: sqlProcesses(db, { self, name: `${hostname()} (${process.pid})` }),
            notices: openNotices(db, databaseUrl, { self, wait, onFault: onServerFault }),
          },
    forgetOld,
    /** What a customer had deleted is then in no file any more; what cannot be done now is tried again. */
    emptyLog: log.empty,
    fileFault: fault,
    /** To the server; absent where there is none. */
    connections,
    isWritable: () => proveWritable(db),
    close: async () => {
      closing.abort();
      await log.empty();
      await db.destroy();
    },
  };
}

/** A server keeps its log itself. */
const NO_LOG: LogEmptier = { empty: async () => true };

/** Does not keep the process alive. */
const sleep = (milliseconds: number, signal: AbortSignal) =>
  setTimeout(milliseconds, undefined, { signal, ref: false });
