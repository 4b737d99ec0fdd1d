/**
 * What a turn spends its time on, as figures and traces name it: waiting for the turn before it (`queue`) and for other
 * processes (`lease`), cutting secrets out, reading what is remembered, judging words, the dialogs, a look at an account with
 * each of its calls, storing, and saying what is not said by being stored.
 */
export type Phase = 'queue' | 'lease' | 'redact' | 'recall' | 'judge' | 'dialog' | 'look' | 'call' | 'store' | 'send';

/** Runs a part of a turn, and may note how long it took; what it returns or throws goes through as it is. */
export type Timed = <Result>(phase: Phase, work: () => Result | Promise<Result>) => Result | Promise<Result>;

/** Where nobody wants to know. */
export const untimed: Timed = (_phase, work) => work();
