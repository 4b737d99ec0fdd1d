import type { ArticleId } from '../knowledge/articles/article.js';

/** What an operator teaches: one change of the knowledge base. Questions are as customers type them, on one line. */
export type Lesson =
  /** A way of asking for an article (its id), a check (`check:<id>`) or a command. */
  | { readonly kind: 'asking'; readonly intent: string; readonly language: string; readonly question: string }
  /** Must not be answered: it belongs to a topic that the team does not cover. */
  | { readonly kind: 'outside'; readonly topic: string; readonly language: string; readonly question: string }
  /** Shares words with an article that does not answer it. */
  | { readonly kind: 'near-miss'; readonly article: ArticleId; readonly language: string; readonly question: string }
  /** A new article; `body` is Markdown: the answer in short first. */
  | {
      readonly kind: 'draft';
      readonly article: ArticleId;
      readonly language: string;
      readonly title: string;
      readonly body: string;
      readonly questions: readonly string[];
      /** `YYYY-MM-DD` */
      readonly updated: string;
    }
  /** A whole article, front matter included; `base` is its text when its author began. */
  | {
      readonly kind: 'edit';
      readonly article: ArticleId;
      readonly language: string;
      readonly base: string;
      readonly text: string;
    };

/** What the lesson's own questions are expected to mean from now on; `none` when they must not be answered. Nothing for an edit. */
export function expectedOf(lesson: Lesson): { readonly questions: readonly string[]; readonly expect: string } {
  switch (lesson.kind) {
    case 'asking':
      return { questions: [lesson.question], expect: lesson.intent };
    case 'outside':
    case 'near-miss':
      return { questions: [lesson.question], expect: 'none' };
    case 'draft':
      return { questions: lesson.questions, expect: lesson.article };
    case 'edit':
      return { questions: [], expect: lesson.article };
  }
}
