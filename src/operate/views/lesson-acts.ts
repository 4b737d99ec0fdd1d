import { type Html, html } from '../../http/html.js';
import type { Lesson } from '../../training/lesson.js';
import type { Office } from '../office.js';
import type { Act, ActRequest, Taken } from '../view.js';
import { editForm } from './edit-form.js';
import { type LessonFields, lessonOf, readFields } from './lesson-fields.js';
import { lessonForm } from './lesson-form.js';
import { lessonPreview } from './lesson-preview.js';

/** Shows what a lesson changes; nothing is written. */
export const previewLesson: Act = {
  name: 'preview-lesson',
  role: 'editor',
  async take(request, office) {
    const lesson = lessonIn(request, office);
    if (!lesson) return again(request, office, request.t('teach.noWay'));
    const shown = await office.teaching.teacher.preview(lesson);
    if (shown.kind !== 'preview') return refusedFor(request, office, shown);
    const content = lessonPreview(shown, readFields(request.fields), request);
    return { kind: 'page', title: request.t('teach.previewed'), content };
  },
};

/** Leads from a preview back to the form, with what was typed. */
export const changeLesson: Act = {
  name: 'change-lesson',
  role: 'editor',
  async take(request, office) {
    const content = formAgain(readFields(request.fields), request, office);
    return { kind: 'page', title: request.t('teach.heading'), content };
  },
};

/** Writes a lesson into the help centre, or hands it to the team's program. */
export const keepLesson: Act = {
  name: 'keep-lesson',
  role: 'editor',
  async take(request, office) {
    const { t, operator, fields } = request;
    const lesson = lessonIn(request, office);
    if (!lesson) return again(request, office, t('teach.noWay'));
    const { group } = readFields(fields);
    const kept = await office.teaching.teacher.keep(lesson, operator.name);
    switch (kept.kind) {
      case 'kept': {
        const to = `/teach?${new URLSearchParams({ kept: kept.id, ...(group ? { group } : {}) })}`;
        return { kind: 'done', to, said: 'taught', subject: kept.id };
      }
      case 'proposed':
        return { kind: 'page', title: t('teach.proposed'), content: html`<p>${kept.said}</p>` };
      case 'patch':
        return again(request, office, t('teach.readOnly'));
      case 'not-proposed':
        return again(request, office, kept.problem);
      case 'refused':
      case 'conflict':
        return refusedFor(request, office, kept);
    }
  },
};

/** The lesson as a patch for git, where the folder is not written here. */
export const lessonPatch: Act = {
  name: 'lesson-patch',
  role: 'editor',
  async take(request, office) {
    const lesson = lessonIn(request, office);
    if (!lesson) return again(request, office, request.t('teach.noWay'));
    const made = await office.teaching.teacher.patch(lesson, request.operator.name);
    if (made.kind === 'patch')
      return { kind: 'file', name: 'lesson.patch', type: 'text/x-diff; charset=utf-8', text: made.patch };
    return made.kind === 'kept' ? again(request, office, '') : refusedFor(request, office, made);
  },
};

/** Takes a lesson back. */
export const undoLesson: Act = {
  name: 'undo-lesson',
  role: 'editor',
  async take({ fields }, office) {
    const undone = await office.teaching.teacher.undo(fields.get('lesson') ?? '');
    if (undone.kind === 'refused') return { kind: 'refused', why: undone.problem, status: 409 };
    return { kind: 'done', to: '/teach', said: 'untaught', subject: undone.id };
  },
};

function lessonIn({ fields }: ActRequest, { teaching, now }: Office): Lesson | undefined {
  return lessonOf(readFields(fields), teaching.idOf, now().toISOString().slice(0, 10));
}

/** Nothing was done, and what was typed stands in the form again. */
function again(request: ActRequest, office: Office, reason: string): Taken {
  return { kind: 'refused', why: reason, content: formAgain(readFields(request.fields), request, office) };
}

const formAgain = (fields: LessonFields, request: ActRequest, office: Office): Html =>
  fields.way === 'edit' ? editForm(fields, request) : lessonForm(fields, request, office);

/** Of two who changed the same lines, the second has both versions before them. */
function refusedFor(
  request: ActRequest,
  office: Office,
  refused:
    | { readonly kind: 'refused'; readonly problem: string }
    | { readonly kind: 'conflict'; readonly theirs: string; readonly merged: string },
): Taken {
  if (refused.kind === 'refused') return again(request, office, refused.problem);
  const both = { ...readFields(request.fields), base: refused.theirs, text: refused.merged };
  return { kind: 'refused', why: request.t('teach.conflict'), status: 409, content: editForm(both, request) };
}
