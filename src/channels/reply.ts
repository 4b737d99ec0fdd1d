import type { Action } from './action.js';

/** A button: what it says, and what a click (or typing what it says) does. */
export interface Choice {
  readonly label: string;
  readonly action: Action;
  /** Its answer takes the place of what it stands under, on a channel that can do so. */
  readonly inPlace?: true;
}

/** A button that leads out of the conversation. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** A film beside an article. */
export interface Video {
  readonly title: string;
  readonly url: string;
}

/** Where an answer comes from: rule 13 puts it under every one. */
export interface Provenance {
  readonly title: string;
  readonly video?: Video | undefined;
  readonly source?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly updated?: string | undefined;
  /** The line under the answer, in words: "Source … · updated on …"; the title when no more is known. */
  readonly line: string;
}

interface Said {
  /** Markdown; words of the customer in it are escaped. What has a part of its own is not in it. */
  readonly text: string;
  /** Buttons under it. */
  readonly choices?: readonly Choice[];
  /** Where else the customer may go, above those buttons. */
  readonly links?: readonly Link[];
}

/** One thing to say, whatever the channel. */
export type Reply =
  | ({
      readonly kind: 'text';
      /** The answer is still to come. */
      readonly isProgress?: boolean;
    } & Said)
  | ({ readonly kind: 'article'; readonly article: string; readonly provenance: Provenance } & Said)
  | ({
      readonly kind: 'step';
      readonly article: string;
      readonly title: string;
      readonly number: number;
      readonly total: number;
      /** "Step 2 of 7", in words. */
      readonly progress: string;
      /** Paragraphs that stand before it. */
      readonly before: readonly string[];
      /** What to mind, each with its sign and word, before the step that the text tells. */
      readonly warnings: readonly string[];
    } & Said)
  | ({
      /** What opens an account, in one field or two; what is typed into them never becomes text. */
      readonly kind: 'sign-in';
      readonly check: string;
      readonly site?: Field | undefined;
      readonly key?: (Field & { readonly isMasked?: boolean }) | undefined;
      readonly submit: string;
    } & Said)
  | ({
      /** Name and address in one form. An offer: whoever types them one after the other gets as far. */
      readonly kind: 'contact';
      readonly name: ContactField;
      readonly email: ContactField;
      readonly submit: string;
    } & Said)
  | ({
      /** All checks at a glance; three states told apart by sign and word. */
      readonly kind: 'report';
      readonly title: string;
      /** All in one sentence, with its sign and word. The text is what comes after the rows. */
      readonly verdict: string;
      readonly rows: readonly ReplyReportRow[];
    } & Said);

interface Field {
  readonly label: string;
  readonly hint: string;
  /** What is said beside it when it is left empty. */
  readonly missing: string;
}

interface ContactField {
  readonly label: string;
  /** What stands in it already. */
  readonly value?: string | undefined;
  /** What is said beside it when it is left empty. */
  readonly missing: string;
  /** The text says what is wrong with it. */
  readonly isInvalid: boolean;
}

/** One check of a report: in parts for channels that draw a table, and in one line for those that cannot. */
export interface ReplyReportRow {
  readonly state: 'ok' | 'problem' | 'unknown';
  readonly sign: string;
  readonly word: string;
  readonly title: string;
  /** Markdown: the names that it is about; empty when there is nothing to add. */
  readonly detail: string;
  /** The whole row in words, as Markdown. */
  readonly line: string;
}
