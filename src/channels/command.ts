/** What is known of a command without knowing what it opens: `dialogs/routing/start-of-command.ts` says that. */
interface Traits {
  /** A button can stand for it: it needs nothing but its name. */
  readonly hasButton: boolean;
  /** What it does to a question for a name, an address, a list or a day: breaks in, breaks in when it is a sentence, or never. */
  readonly interrupts: 'always' | 'as-sentence' | 'never';
  /** A button for it leads away from what a list offers: "the first one" never means it. */
  readonly leadsAway: boolean;
  /** "I can't find it, help" in the middle of steps is about the step, not this. */
  readonly yieldsToSteps: boolean;
  /** It does something that a customer may ask not to be done: "do not start over". */
  readonly canBeDeclined: boolean;
  /** Its button is seldom wanted: where there is room for few, it goes into a menu. */
  readonly isRare: boolean;
}

const usual: Traits = {
  hasButton: false,
  interrupts: 'as-sentence',
  leadsAway: false,
  yieldsToSteps: false,
  canBeDeclined: false,
  isRare: false,
};

/**
 * Everything that customers ask of the assistant itself, in every language the same ids as under `commands:` in
 * intents.yml. What has to be said about each of them is a record over {@link Command}, which the compiler checks.
 */
export const COMMANDS = {
  handoff: { ...usual, hasButton: true, interrupts: 'always', leadsAway: true, canBeDeclined: true },
  greeting: { ...usual, hasButton: false, interrupts: 'never' },
  thanks: { ...usual, hasButton: false, interrupts: 'never' },
  goodbye: { ...usual, hasButton: false, interrupts: 'always', canBeDeclined: true },
  case: { ...usual, hasButton: true, interrupts: 'always' },
  help: { ...usual, hasButton: true, interrupts: 'always', leadsAway: true, yieldsToSteps: true },
  cancel: {
    ...usual,
    hasButton: true,
    interrupts: 'always',
    leadsAway: true,
    yieldsToSteps: true,
    canBeDeclined: true,
  },
  privacy: { ...usual, hasButton: false },
  'my-data': { ...usual, hasButton: true },
  'export-data': { ...usual, hasButton: true, isRare: true, canBeDeclined: true },
  'delete-data': { ...usual, hasButton: true, isRare: true, canBeDeclined: true },
  language: { ...usual, hasButton: false, interrupts: 'always', canBeDeclined: true },
  'start-over': { ...usual, hasButton: true, interrupts: 'always', leadsAway: true, canBeDeclined: true },
  back: { ...usual, hasButton: true, interrupts: 'always', canBeDeclined: true },
  why: { ...usual, hasButton: true, interrupts: 'always', leadsAway: true, yieldsToSteps: true, isRare: true },
  'forget-key': { ...usual, hasButton: true, isRare: true, canBeDeclined: true },
  'put-back': { ...usual, hasButton: true, canBeDeclined: true },
  remind: { ...usual, hasButton: true, canBeDeclined: true },
  'stop-reminders': { ...usual, hasButton: true, canBeDeclined: true },
  carry: { ...usual, hasButton: true, canBeDeclined: true },
} as const satisfies Readonly<Record<string, Traits>>;

/** The id of a command. */
export type Command = keyof typeof COMMANDS;

/** A command that a button can stand for. */
export type ButtonCommand = {
  [Id in Command]: (typeof COMMANDS)[Id]['hasButton'] extends true ? Id : never;
}[Command];

/** Whether it is the id of a command, and not one that every object has (`toString`). */
export function isCommand(id: string): id is Command {
  return Object.hasOwn(COMMANDS, id);
}

/** Whether a button can stand for it; false for what is no command. */
export function hasButton(id: string): id is ButtonCommand {
  return isCommand(id) && COMMANDS[id].hasButton;
}

export const BUTTON_COMMANDS: readonly ButtonCommand[] = Object.keys(COMMANDS).filter(hasButton);
