import type { Memory } from '../memory.js';

/** What a conversation takes along to another channel: never a key, the consent to use one, or who the customer is. */
export type TransferredMemory = Pick<
  Memory,
  | 'language'
  | 'languageChosen'
  | 'question'
  | 'topic'
  | 'because'
  | 'places'
  | 'rated'
  | 'looked'
  | 'wasOn'
  | 'expectations'
  | 'account'
  | 'otherAccounts'
> & { readonly steps?: { readonly article: string; readonly step: number } | undefined };

/** Packs what is carried over; plain JSON. */
export function packMemory(memory: Memory): TransferredMemory {
  const { language, languageChosen, question, topic, because, places, rated } = memory;
  const { account, otherAccounts, looked, wasOn, expectations } = memory;
  const steps = memory.unfinished?.steps;
  return {
    ...(language === undefined ? {} : { language }),
    ...(languageChosen === undefined ? {} : { languageChosen }),
    ...(places === undefined ? {} : { places }),
    ...(rated === undefined ? {} : { rated }),
    ...(expectations === undefined ? {} : { expectations }),
    ...(account === undefined ? {} : { account }),
    ...(otherAccounts === undefined ? {} : { otherAccounts }),
    question,
    topic,
    because,
    looked,
    wasOn,
    steps,
  };
}

/** What the conversation that it is carried to remembers from now on. */
export function unpackMemory({ steps, ...carried }: TransferredMemory): Partial<Memory> {
  return { ...carried, greeted: true, consecutiveFallbacks: 0, unfinished: { steps } };
}
