import { settings } from '../settings.js';

/** How often the training examples of an intent name an action. */
export interface ActionProfile {
  /** Examples in all. */
  readonly examples: number;
  /** Whether the intent may be answered with: an article or a check. */
  readonly answers: boolean;
  /** Examples by action. */
  readonly counts: Readonly<Record<string, number>>;
  /** Actions that its text names, where its examples are few. */
  readonly told: readonly string[];
}

/** What the intents of a corpus do, told by how people ask for them; a page that has few examples, by what it says as well. */
export interface ActionProfiles {
  /** @param told actions that its text names; it is read only where a single example more or less would decide */
  set(intent: string, answers: boolean, actions: readonly (readonly string[])[], told?: () => readonly string[]): void;
  remove(intent: string): void;
  /** Share (0…1) of the examples of an intent that name an action; smoothed, so that few examples never say "never". */
  share(intent: string, action: string): number;
  /** Whether an intent hardly ever does it. */
  isForeign(intent: string, action: string): boolean;
  /** Whether no intent that may be answered with does it. */
  isForeignToAll(action: string): boolean;
  dump(): readonly (readonly [string, ActionProfile])[];
}

/** @param dumped what `dump` gave */
export function createActionProfiles(dumped: readonly (readonly [string, ActionProfile])[] = []): ActionProfiles {
  const profiles = new Map<string, ActionProfile>();
  /** How many intents that may be answered with do an action. */
  const doers = new Map<string, number>();
  const count = ({ answers, examples, counts }: ActionProfile, by: 1 | -1) => {
    if (!answers) return;
    for (const [action, times] of Object.entries(counts))
      if (times >= settings.foreignAction * examples) doers.set(action, (doers.get(action) ?? 0) + by);
  };
  const keep = (intent: string, profile: ActionProfile) => {
    remove(intent);
    profiles.set(intent, profile);
    count(profile, 1);
  };
  const remove = (intent: string) => {
    const held = profiles.get(intent);
    if (held) count(held, -1);
    profiles.delete(intent);
  };
  for (const [intent, profile] of dumped) keep(intent, profile);
  return {
    set(intent, answers, actions, told = () => []) {
      const counts: Record<string, number> = {};
      for (const named of actions) for (const action of named) counts[action] = (counts[action] ?? 0) + 1;
      const isFew = settings.foreignAction * actions.length < 1;
      keep(intent, { examples: actions.length, answers, counts, told: isFew ? told() : [] });
    },
    remove,
    share(intent, action) {
      const { examples, counts } = profiles.get(intent) ?? NONE;
      return ((counts[action] ?? 0) + settings.supposedNamings) / (examples + settings.supposedExamples);
    },
    isForeign(intent, action) {
      const { examples, counts, told } = profiles.get(intent) ?? NONE;
      return (counts[action] ?? 0) < settings.foreignAction * examples && !told.includes(action);
    },
    isForeignToAll: (action) => !doers.get(action),
    dump: () => [...profiles],
  };
}

const NONE: ActionProfile = { examples: 0, answers: false, counts: {}, told: [] };
