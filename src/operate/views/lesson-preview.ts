import { type Html, html } from '../../http/html.js';
import type { JudgedQuestion } from '../../training/is-hit.js';
import type { Change, Preview } from '../../training/preview-lesson.js';
import type { ViewRequest } from '../view.js';
import { LESSON_FIELDS, type LessonFields } from './lesson-fields.js';

/** How many lines of a kind are shown. */
const MOST_SHOWN = 30;

/** What a lesson changes, before it is kept: for its question, for the team's regression questions, and for others' lines. */
export function lessonPreview(
  { taught, won, lost, collisions }: Preview,
  fields: LessonFields,
  request: Pick<ViewRequest, 'form' | 't'>,
): Html {
  const { t } = request;
  const changed = ({ before, after }: Change) =>
    html`<li><span lang="${after.language}">${after.text}</span>: ${meaning(before, request)} → ${meaning(after, request)}</li>`;
  const list = (title: string, items: readonly Html[]) =>
    items.length === 0 ? html`` : html`<h2>${title}</h2><ul>${items.slice(0, MOST_SHOWN)}</ul>`;
  const taken = collisions.map(
    ({ line, language, of, to }) =>
      html`<li><span lang="${language}">${line}</span>: ${of} → ${to ?? t('teach.nothing')}</li>`,
  );
  const isFree = lost.length === 0 && collisions.length === 0;
  return html`<ul>${taught.map(changed)}</ul>
${list(t('teach.won', { count: won.length }), won.map(changed))}
${list(t('teach.lost', { count: lost.length }), lost.map(changed))}
${list(t('teach.collisions', { count: collisions.length }), taken)}
${isFree ? html`<p>${t('teach.free')}</p>` : html``}
${hiddenForm('keep-lesson', t('teach.keep'), fields, request)}
${hiddenForm('lesson-patch', t('teach.patch'), fields, request)}
${hiddenForm('change-lesson', t('teach.change'), fields, request)}`;
}

/** A button that carries the lesson on. */
function hiddenForm(act: string, label: string, fields: LessonFields, { form }: Pick<ViewRequest, 'form'>): Html {
  const hidden = LESSON_FIELDS.map((name) => html`<input type="hidden" name="${name}" value="${fields[name]}">`);
  return html`${form(act)}${hidden}<button${act === 'keep-lesson' ? html`` : html` class="plain"`}>${label}</button></form>`;
}

function meaning({ verdict, got }: JudgedQuestion, { t }: Pick<ViewRequest, 't'>): string {
  if (verdict === 'unknown' || got === null) return t('teach.nothing');
  return verdict === 'answer' ? got : t('teach.perhaps', { intent: got });
}
