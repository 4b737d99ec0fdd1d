import type { Defect } from './finding.js';
import { plainEmail, plainLabel } from './plain-writing.js';

/**
 * What makes two problems of two looks the same one: the thing that is wrong, not how it is called or how old it is (an
 * open invitation that expires meanwhile is still the same person's invitation; a renamed trigger the same trigger).
 */
export function problemIdentity(problem: Defect): string {
  switch (problem.kind) {
    case 'trigger-on':
      return `trigger ${problem.trigger.id}`;
    case 'agent-missing':
    case 'agent-part-time':
    case 'email-on':
      return `${problem.kind} ${plainEmail(problem.email)}`;
    case 'invitation-open':
    case 'invitation-expired':
      return `invitation ${plainEmail(problem.email)}`;
    case 'field-missing':
    case 'field-type':
    case 'field-options':
    case 'field-disabled':
      return `${problem.kind} ${plainLabel(problem.label)}`;
    case 'inbox-none':
    case 'inbox-only-sample':
    case 'inbox-only-personal':
      return 'inbox';
    case 'key-refused':
    case 'key-of-other-product':
    case 'key-not-admin':
    case 'site-not-found':
      return problem.kind;
  }
}
