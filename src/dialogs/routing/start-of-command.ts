import type { Command } from '../../channels/command.js';
import type { DialogStart, Given } from '../dialog-start.js';
import type { Memory } from '../memory.js';
import type { Declined } from './declined.js';
import { interrupted } from './unfinished-start.js';

type Start = (memory: Memory, languageAsked: string | undefined) => DialogStart;

/** Commands: the same words in every state, decided here and nowhere else (rule 5). */
const STARTS: Readonly<Record<Command, Start>> = {
  greeting: ({ greeted }) => ({ dialog: 'welcome', scope: 'personal', tone: greeted ? 'again' : 'first' }),
  thanks: () => ({ dialog: 'small', what: 'thanks' }),
  goodbye: () => ({ dialog: 'small', what: 'goodbye' }),
  privacy: () => ({ dialog: 'small', what: 'privacy' }),
  'my-data': () => ({ dialog: 'my-data' }),
  'export-data': () => ({ dialog: 'export-data' }),
  'delete-data': () => ({ dialog: 'delete-data' }),
  help: () => ({ dialog: 'small', what: 'help' }),
  handoff: ({ unfinished, contact = {} }) => ({ dialog: 'handoff', draft: unfinished?.handoff ?? contact }),
  case: () => ({ dialog: 'case' }),
  cancel: (memory) => {
    const what = whatIsGoingOn(memory);
    // What has been sent is the one thing that "cancel" may still be about.
    return what === 'nothing' && memory.sent ? { dialog: 'case' } : { dialog: 'cancel', what };
  },
  back: startOfBack,
  'start-over': () => ({ dialog: 'welcome', scope: 'personal', tone: 'fresh' }),
  language: (memory, language) => ({ dialog: 'language', language, resume: interrupted(memory) }),
  'forget-key': () => ({ dialog: 'forget-key' }),
  'put-back': () => ({ dialog: 'check', check: 'put-back' }),
  remind: () => ({ dialog: 'remind' }),
  'stop-reminders': () => ({ dialog: 'cancel', what: 'reminders' }),
  carry: () => ({ dialog: 'carry' }),
  why: () => ({ dialog: 'why' }),
};

/** @param languageAsked the language that was named, when one is asked for */
export function startOfCommand(command: Command, memory: Memory, languageAsked?: string): DialogStart {
  return STARTS[command](memory, languageAsked);
}

/** "Back" inside a dialog is its question before; elsewhere it is the place before. */
function startOfBack({ open, unfinished, places = [], away }: Memory): DialogStart {
  if (open?.dialog === 'steps' && unfinished?.steps) {
    const { article, step } = unfinished.steps;
    return step > 1 ? { dialog: 'steps', article, step: step - 1 } : { dialog: 'answer', article };
  }
  if (open?.dialog === 'handoff') {
    const typed = unfinished?.handoff;
    if (open.expects === 'choice') return { dialog: 'handoff', draft: { name: typed?.name }, typed };
    if (open.expects === 'email') return { dialog: 'handoff', draft: {}, typed };
    return { dialog: 'cancel', what: 'handoff' };
  }
  return { dialog: 'back', places: away ? places : places.slice(0, -1) };
}

/** What "cancel" is about: the reminder just read, else the open question, else what was begun and left. */
function whatIsGoingOn({ open, unfinished, reminded }: Memory): Given<'cancel'>['what'] {
  if (reminded) return 'reminders';
  if (open?.dialog === 'handoff' || (!open && unfinished?.handoff)) return 'handoff';
  if (open?.dialog === 'steps') return 'steps';
  if (open) return 'question';
  return unfinished?.steps ? 'left-steps' : 'nothing';
}

/** What is meant by whoever asks for something not to be done. */
export function startOfDeclined(declined: Declined, memory: Memory): DialogStart {
  const { open, unfinished } = memory;
  // "No, I don't want a person" in the middle of a hand-off ends it; "don't remind me" ends the reminders.
  if (declined === 'handoff' && (open?.dialog === 'handoff' || unfinished?.handoff))
    return { dialog: 'cancel', what: 'handoff' };
  if (declined === 'remind') return { dialog: 'cancel', what: 'reminders' };
  if (declined === 'language') return { dialog: 'language', resume: interrupted(memory) };
  return { dialog: 'declined', resume: interrupted(memory) };
}
