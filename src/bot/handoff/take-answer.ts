import { cutSecrets } from '../../channels/secrets/cut-secrets.js';
import type { CaseAnswer } from '../../handoff/case.js';
import type { Answered } from '../../storage/sql-answers.js';
import type { Log } from '../log.js';

/** The longest answer, in UTF-16 units: what a message of every channel holds. */
export const LONGEST_ANSWER = 8000;

export type TakeAnswer = (
  reference: string,
  answer: Pick<CaseAnswer, 'text' | 'via' | 'id' | 'by'>,
) => Promise<Answered | { readonly kind: 'secret' }>;

interface TakeAnswerDeps {
  readonly answerCase: (
    reference: string,
    text: string,
    from: Pick<CaseAnswer, 'via' | 'id' | 'by'>,
  ) => Promise<Answered>;
  readonly log: Log;
}

/** Takes what the team answers, whichever way it comes, into the conversation of the case; one with a key in it is not taken. */
export function takeAnswer({ answerCase, log }: TakeAnswerDeps): TakeAnswer {
  return async (reference, { text, ...from }) => {
    const taken =
      cutSecrets(text).found.length > 0
        ? ({ kind: 'secret' } as const)
        : await answerCase(reference, text.slice(0, LONGEST_ANSWER), from);
    const fields = { reference, via: from.via, outcome: taken.kind };
    if (taken.kind === 'queued') log.info({ event: 'answer taken', ...fields });
    else if (taken.kind !== 'known') log.warn({ event: 'answer not taken', ...fields });
    return taken;
  };
}
