import { type Html, html } from '../../http/html.js';
import type { ViewRequest } from '../view.js';
import type { LessonFields } from './lesson-fields.js';

/** The form in which an operator changes a whole article; what it said when they began goes with it. */
export function editForm(fields: LessonFields, { form, t }: Pick<ViewRequest, 'form' | 't'>): Html {
  const hidden = (['language', 'intent', 'base'] as const).map(
    (name) => html`<input type="hidden" name="${name}" value="${fields[name]}">`,
  );
  return html`${form('preview-lesson')}<input type="hidden" name="way" value="edit">${hidden}
<label for="text">${t('teach.text')}</label><textarea id="text" name="text" rows="24" maxlength="60000" required lang="${fields.language}">${fields.text}</textarea>
<button>${t('teach.preview')}</button></form>`;
}
