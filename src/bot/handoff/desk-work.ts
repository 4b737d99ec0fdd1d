import type { Case } from '../../handoff/case.js';
import type { Answered, Changed } from '../../storage/sql-answers.js';
import type { TakeAnswer } from './take-answer.js';

interface DeskWorkDeps {
  readonly desk: { find(reference: string): Promise<Case | undefined> };
  readonly storage: {
    claimCase(reference: string, by: string): Promise<Changed>;
    closeCase(reference: string): Promise<Changed>;
    undelivered(): Promise<ReadonlyMap<string, 'waiting' | 'given-up'>>;
  };
  readonly take: TakeAnswer;
}

/** What the team does with a case on its page. */
export function deskWork({ desk, storage, take }: DeskWorkDeps) {
  const changed = (came: Changed) => (came.kind === 'changed' ? came.handedOver : undefined);
  return {
    find: desk.find,
    claim: async (reference: string, by: string) => changed(await storage.claimCase(reference, by)),
    close: async (reference: string) => changed(await storage.closeCase(reference)),
    /** @param id of the form that it was typed in: sent twice it is said once */
    answer: async (reference: string, text: string, by: string, id: string): Promise<Answered['kind'] | 'secret'> =>
      (await take(reference, { text, via: 'page', by, id })).kind,
    undelivered: storage.undelivered,
  };
}
