import type { Applied } from './apply-lesson.js';
import type { Kept } from './keep-lesson.js';
import type { Lesson } from './lesson.js';
import type { Preview } from './preview-lesson.js';
import type { Undone } from './undo-lesson.js';

/** What a team's own program made of a change. */
export type Proposed =
  /** `said`: the last line that it printed, such as the address of a pull request. */
  | { readonly kind: 'proposed'; readonly said: string }
  /** It failed; the patch is there to be taken by hand. */
  | { readonly kind: 'not-proposed'; readonly problem: string; readonly patch: string };

/** What an operator is shown before a lesson is kept. */
export type Previewed = ({ readonly kind: 'preview' } & Preview) | Exclude<Applied, { kind: 'applied' }>;

export type Taught = Kept | Proposed;

/** Turns what customers asked in vain into a better help centre. */
export interface Teacher {
  /** The file of an article as it stands there; nothing when there is none in that language. */
  source(article: string, language: string): Promise<string | undefined>;
  preview(lesson: Lesson): Promise<Previewed>;
  /** Writes it, hands it to the command that makes a pull request of it, or gives a patch. @param author whom the regression file names */
  keep(lesson: Lesson, author: string): Promise<Taught>;
  /** The change as a patch for git, nothing written. */
  patch(lesson: Lesson, author: string): Promise<Kept>;
  /** The last one unless another is named. */
  undo(id?: string): Promise<Undone>;
}
