import type { Lesson } from '../../training/lesson.js';

/** What can be made of a question, by the choice of the form. */
export const WAYS = ['asking', 'near-miss', 'outside', 'draft'] as const;

/** The names of the form's fields, which travel through the preview to where the lesson is kept. */
export const LESSON_FIELDS = [
  ...(['question', 'language', 'way', 'intent', 'topic', 'title', 'body', 'group', 'base', 'text'] as const),
];
export type LessonFields = Readonly<Record<(typeof LESSON_FIELDS)[number], string>>;

/** What was typed, whatever it is. */
export function readFields(sent: URLSearchParams): LessonFields {
  const of = (name: (typeof LESSON_FIELDS)[number]) => (sent.get(name) ?? '').replaceAll('\r\n', '\n');
  return {
    ...{ question: of('question').trim(), language: of('language'), way: of('way'), intent: of('intent').trim() },
    ...{ topic: of('topic').trim(), title: of('title').trim(), body: of('body'), group: of('group') },
    ...{ base: of('base'), text: of('text') },
  };
}

/**
 * The lesson that the fields stand for; nothing when none of the ways was chosen.
 * @param idOf makes the id of a new article from its title
 * @param today `YYYY-MM-DD`
 */
export function lessonOf(fields: LessonFields, idOf: (title: string) => string, today: string): Lesson | undefined {
  const { question, language, intent, topic, title, body, base, text } = fields;
  if (fields.way === 'edit') return { kind: 'edit', article: intent, language, base, text };
  switch (WAYS.find((way) => way === fields.way)) {
    case 'asking':
      return { kind: 'asking', intent, language, question };
    case 'near-miss':
      return { kind: 'near-miss', article: intent, language, question };
    case 'outside':
      return { kind: 'outside', topic, language, question };
    case 'draft':
      return { kind: 'draft', article: idOf(title), language, title, body, questions: [question], updated: today };
    case undefined:
      return undefined;
  }
}
