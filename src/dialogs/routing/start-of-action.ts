import type { Action } from '../../channels/action.js';
import type { DialogStart } from '../dialog-start.js';
import type { Memory } from '../memory.js';
import { startOfCommand } from './start-of-command.js';
import { startOfContact } from './start-of-contact.js';
import { interrupted, unfinishedStart } from './unfinished-start.js';

/** What a button opens when no open question waits for it; old buttons stay good. */
export function startOfAction(action: Exclude<Action, { kind: 'ask' }>, memory: Memory): DialogStart {
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
    case 'sign-in':
      return { dialog: 'check', check: action.check };
    case 'expect':
      return { dialog: 'expect', check: action.check };
    case 'email-off':
      return { dialog: 'email-off', confirmed: action.confirmed, account: action.account };
    case 'delete-data':
      return { dialog: 'delete-data', sure: action.sure };
    case 'remind':
      return { dialog: 'remind', days: action.days };
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
    case 'contact':
      return startOfContact(action, memory);
    // The button lists the topics; whoever types "help" is told more.
    case 'help':
      return { dialog: 'topics' };
    case 'resume':
    case 'next':
    case 'previous':
      return unfinishedStart(memory) ?? { dialog: 'small', what: 'nothing-to-resume' };
    // Buttons of a question that is no longer open.
    case 'yes':
    case 'edit':
      return unfinishedStart(memory) ?? { dialog: 'topics' };
    case 'no':
      return memory.unfinished?.handoff ? { dialog: 'cancel', what: 'handoff' } : { dialog: 'topics' };
    case 'none':
      return { dialog: 'topics' };
    default:
      return startOfCommand(action.kind, memory);
  }
}
