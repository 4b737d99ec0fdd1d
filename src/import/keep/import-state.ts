import { z } from 'zod';

/** What earlier imports of one source left in a folder. */
export interface SourceState {
  /** By path below the folder: which page of the source a file comes from. */
  readonly files: Readonly<Record<string, { readonly key: string; readonly language: string; readonly id: string }>>;
}

const stateFile = z.object({
  version: z.literal(1),
  sources: z.record(
    z.string(),
    z.object({ files: z.record(z.string(), z.object({ key: z.string(), language: z.string(), id: z.string() })) }),
  ),
});

export type ImportState = z.infer<typeof stateFile>;

export const NO_STATE: ImportState = { version: 1, sources: {} };

/** @returns nothing when the text is no state of ours */
export function readState(text: string): ImportState | undefined {
  try {
    return stateFile.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
