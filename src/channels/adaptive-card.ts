import type { Attachment } from 'botbuilder';
import { escapeMarkdown } from './escape-markdown.js';
import type { Link, Reply } from './reply.js';

/** The newest version that both Teams and Web Chat draw. */
const VERSION = '1.5';

/**
 * Only the button of a form takes its fields along: any other would do nothing while a required one is empty, and carry a key
 * away that was typed for something else.
 */
interface Fields {
  readonly associatedInputs?: 'none';
}

export type CardAction = (
  | ({ readonly type: 'Action.Submit'; readonly data: object } & Fields)
  | ({
      readonly type: 'Action.Execute';
      readonly verb: string;
      readonly data: object;
      readonly fallback: CardAction;
    } & Fields)
  | { readonly type: 'Action.OpenUrl'; readonly url: string }
) & {
  readonly title: string;
  /** What whoever points at it is shown. */
  readonly tooltip?: string;
  /** Whether it stands in the card's menu instead of under it. */
  readonly mode?: 'secondary';
};

/** An Adaptive Card from its elements and buttons. */
export function adaptiveCard(
  body: readonly object[],
  actions: readonly CardAction[],
  version: string = VERSION,
): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version,
      body,
      actions,
    },
  };
}

/** The words of a card, in the order in which they are read, however deep they stand. */
export function cardTexts(element: unknown): readonly string[] {
  if (Array.isArray(element)) return element.flatMap(cardTexts);
  if (typeof element !== 'object' || element === null) return [];
  const { text, body, items, columns }: Readonly<Record<string, unknown>> = { ...element };
  return typeof text === 'string' ? [text] : cardTexts([body, items, columns]);
}

/** Paragraphs of Markdown as text blocks. */
export const textBlocks = (markdown: string) =>
  markdown.split('\n\n').map((text) => ({ type: 'TextBlock', text, wrap: true }));

/** Buttons that open an address. */
export const linkActions = (links: readonly Link[]): readonly CardAction[] =>
  links.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url }));

/**
 * What opens an account in fields of their own, a key masked: neither ever becomes part of a text. The words that ask
 * for them are the channel's to draw.
 */
export function signInElements({ site, key }: Extract<Reply, { kind: 'sign-in' }>): readonly object[] {
  const field = ({ label, hint, missing }: NonNullable<typeof site>, own: object) => {
    return { type: 'Input.Text', isRequired: true, label, placeholder: hint, ...own, errorMessage: missing };
  };
  const style = key?.isMasked === false ? 'text' : 'password';
  return [
    ...(site ? [field(site, { id: 'site', maxLength: 500 })] : []),
    ...(key ? [field(key, { id: 'key', maxLength: 2000, style })] : []),
  ];
}

/** What the card's own button sends: the inputs come beside it, in the activity's value and nowhere else. */
export function signInAction({ check, submit }: Extract<Reply, { kind: 'sign-in' }>): CardAction {
  return { type: 'Action.Submit', title: submit, data: { passerelle: { kind: 'sign-in', check } } };
}

/** Name and address, with what was typed before; the words that ask for them are the channel's to draw. */
export function contactElements({ name, email }: Extract<Reply, { kind: 'contact' }>): readonly object[] {
  const field = { type: 'Input.Text', isRequired: true };
  return [
    { ...field, id: 'name', label: name.label, value: name.value ?? '', maxLength: 200, errorMessage: name.missing },
    {
      ...field,
      id: 'email',
      label: email.label,
      value: email.value ?? '',
      maxLength: 300,
      style: 'email',
      errorMessage: email.missing,
    },
  ];
}

/** What the form's own button sends: the fields come beside it, in the activity's value. */
export function contactAction({ submit }: Extract<Reply, { kind: 'contact' }>): CardAction {
  return { type: 'Action.Submit', title: submit, data: { passerelle: { kind: 'contact' } } };
}

/** One row a check: sign and word tell the state, colour only repeats it. */
export function reportElements({ title, verdict, text, rows }: Extract<Reply, { kind: 'report' }>): readonly object[] {
  const colours = { ok: 'Good', problem: 'Attention', unknown: 'Warning' };
  const cell = (words: string, width: string, more: object = {}) => ({
    type: 'Column',
    width,
    items: [{ type: 'TextBlock', text: words, wrap: true, ...more }],
  });
  return [
    { type: 'TextBlock', text: escapeMarkdown(title), weight: 'Bolder', size: 'Medium', wrap: true },
    ...textBlocks(verdict),
    ...rows.flatMap(({ state, sign, word, title: check, detail }) => [
      {
        type: 'ColumnSet',
        columns: [cell(check, 'stretch'), cell(`${sign} ${word}`, 'auto', { color: colours[state], weight: 'Bolder' })],
      },
      ...(detail === '' ? [] : [{ type: 'TextBlock', text: detail, wrap: true, spacing: 'None', isSubtle: true }]),
    ]),
    ...textBlocks(text),
  ];
}
