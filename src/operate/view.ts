import type { OperateWords } from '../dialogs/phrases/words.js';
import type { Html } from '../http/html.js';
import type { Office } from './office.js';
import type { Operator, Role } from './role.js';

/** What a view is asked for. */
export interface ViewRequest {
  /** The parts of the path behind the view's name, decoded. */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
  readonly operator: Operator;
  /** Of the page; the customer's language is another matter. */
  readonly language: string;
  readonly t: OperateWords;
  /** The address of the page, without a slash at the end: `/operate`. */
  readonly base: string;
  /** Begins a form that posts to an act: `${form('claim-case')}…</form>`. */
  readonly form: (act: string) => Html;
}

export type Shown =
  | { readonly kind: 'page'; readonly title: string; readonly content: Html }
  | { readonly kind: 'table'; readonly name: string; readonly rows: readonly (readonly (string | number)[])[] }
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly text: string }
  | { readonly kind: 'not-found' };

/** One page of the office, below `/operate/<name>`. */
export interface View {
  readonly name: string;
  /** What the navigation calls it; without it the view is reached from another one. */
  readonly label?: (t: OperateWords) => string;
  /** Who may see it. */
  readonly role: Role;
  show(request: ViewRequest, office: Office): Promise<Shown>;
}

/** What is posted to an act. */
export interface ActRequest {
  readonly fields: URLSearchParams;
  readonly operator: Operator;
  readonly t: OperateWords;
  /** As in {@link ViewRequest}: for what is to be sent again. */
  readonly form: (act: string) => Html;
}

export type Taken =
  /** Then this page is shown: a path behind `/operate`, with what is said on top of it. `subject`: for the audit log. */
  | { readonly kind: 'done'; readonly to: string; readonly said?: string; readonly subject?: string }
  /** Nothing is done yet: what would come of it is shown, or given as a file. */
  | Extract<Shown, { kind: 'page' | 'file' }>
  /** Nothing was done. `content`: what was typed, to be sent again. */
  | { readonly kind: 'refused'; readonly why: string; readonly status?: number; readonly content?: Html };

/** Something that an operator does, posted to `/operate/<name>`. */
export interface Act {
  readonly name: string;
  readonly role: Role;
  take(request: ActRequest, office: Office): Promise<Taken>;
}
