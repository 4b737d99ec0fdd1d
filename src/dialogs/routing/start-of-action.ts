import type { Action } from '../../channels/action.js';
import type { DialogStart, Given } from '../dialog-start.js';
import type { Memory } from '../memory.js';
import { openingOfContact } from './start-of-contact.js';

/** What a button opens when no open question waits for it; old buttons stay good. */
export function openingOf(action: Exclude<Action, { kind: 'ask' }>, memory: Memory): DialogStart {
  switch (action.kind) {
    case 'article':
      return { dialog: 'answer', article: action.article };
    case 'steps':
      return { dialog: 'steps', article: action.article, step: action.step };
    case 'all-steps':
      return { dialog: 'all-steps', article: action.article };
    case 'section':
      return { dialog: 'section', article: action.article, section: action.section };
    case 'check':
      return { dialog: 'check', check: action.check };
    case 'sign-in':
      return { dialog: 'check', check: action.check };
    case 'expect':
      return { dialog: 'expect', check: action.check };
    case 'email-off':
      return { dialog: 'email-off', confirmed: action.confirmed };
    case 'forget-key':
      return { dialog: 'forget-key' };
    case 'put-back':
      return { dialog: 'check', check: 'put-back' };
    case 'remind':
      return { dialog: 'remind', days: action.days };
    case 'stop-reminders':
      return { dialog: 'cancel', what: 'reminders' };
    case 'carry':
      return { dialog: 'carry' };
    case 'practice':
      return memory.unfinished?.check === undefined
        ? { dialog: 'topics' }
        : { dialog: 'check', check: memory.unfinished.check };
    case 'language':
      return { dialog: 'language', language: action.language, resume: interrupted(memory) };
    case 'helpful':
    case 'not-helpful':
      return { dialog: 'feedback', article: action.article, said: action.kind };
    case 'reason':
      return { dialog: 'feedback', article: action.article, said: action.reason };
    case 'handoff':
      return { dialog: 'handoff', draft: memory.unfinished?.handoff ?? {} };
    case 'contact':
      return openingOfContact(action, memory);
    case 'help':
      return { dialog: 'topics' };
    case 'start-over':
      return { dialog: 'welcome', scope: 'personal', tone: 'fresh' };
    case 'back':
      return openingOfBack(memory);
    case 'why':
      return { dialog: 'why' };
    case 'cancel':
      return { dialog: 'cancel', what: whatIsGoingOn(memory) };
    case 'resume':
    case 'next':
    case 'previous':
      return unfinishedOpening(memory) ?? { dialog: 'small', what: 'nothing-to-resume' };
    // Buttons of a question that is no longer open.
    case 'yes':
    case 'edit':
      return unfinishedOpening(memory) ?? { dialog: 'topics' };
    case 'no':
      return memory.unfinished?.handoff ? { dialog: 'cancel', what: 'handoff' } : { dialog: 'topics' };
    case 'none':
      return { dialog: 'topics' };
  }
}

/** "Back" inside a dialog is its question before; elsewhere it is the place before. */
export function openingOfBack({ open, unfinished, places = [], away }: Memory): DialogStart {
  if (open?.dialog === 'steps' && unfinished?.steps) {
    const { article, step } = unfinished.steps;
    return step > 1 ? { dialog: 'steps', article, step: step - 1 } : { dialog: 'answer', article };
  }
  if (open?.dialog === 'handoff') {
    const { name } = unfinished?.handoff ?? {};
    if (open.expects === 'choice') return { dialog: 'handoff', draft: { name } };
    if (open.expects === 'email') return { dialog: 'handoff', draft: {} };
    return { dialog: 'cancel', what: 'handoff' };
  }
  return { dialog: 'back', places: away ? places : places.slice(0, -1) };
}

/** What "cancel" is about: the reminder just read, else the open question, else what was begun and left. */
export function whatIsGoingOn({ open, unfinished, reminded }: Memory): Given<'cancel'>['what'] {
  if (reminded) return 'reminders';
  if (open?.dialog === 'handoff' || (!open && unfinished?.handoff)) return 'handoff';
  if (open?.dialog === 'steps') return 'steps';
  if (open) return 'question';
  return unfinished?.steps ? 'left-steps' : 'nothing';
}

/** What was waiting for the customer in this very turn, to go on with in another language. */
export function interrupted(memory: Memory): DialogStart | undefined {
  const { open, unfinished } = memory;
  if (open?.dialog === 'check' && unfinished?.check !== undefined) return { dialog: 'check', check: unfinished.check };
  return open?.dialog === 'steps' || open?.dialog === 'handoff' ? unfinishedOpening(memory, open.dialog) : undefined;
}

function unfinishedOpening({ unfinished }: Memory, only?: 'steps' | 'handoff'): DialogStart | undefined {
  if (unfinished?.handoff && only !== 'steps') return { dialog: 'handoff', draft: unfinished.handoff };
  if (unfinished?.steps && only !== 'handoff') return { dialog: 'steps', ...unfinished.steps };
  return undefined;
}
