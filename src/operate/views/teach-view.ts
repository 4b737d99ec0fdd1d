import { html } from '../../http/html.js';
import type { View } from '../view.js';
import { readFields } from './lesson-fields.js';
import { lessonForm } from './lesson-form.js';

/** From a question to a better answer: what it means is said here, looked at, and kept. Behind a lesson that was kept, the way back. */
export const teachView: View = {
  name: 'teach',
  label: (t) => t('teach.label'),
  role: 'editor',
  async show(request, office) {
    const { t, query, form, base } = request;
    const fields = readFields(query);
    const kept = query.get('kept');
    const undo =
      kept === null
        ? html``
        : html`${form('undo-lesson')}<input type="hidden" name="lesson" value="${kept}"><button class="plain">${t('teach.undo')}</button></form>`;
    const back = fields.group
      ? html`<p><a href="${base}/unanswered/${fields.group}">${t('teach.back')}</a></p>`
      : html``;
    const content = html`${back}${undo}<p>${t('teach.intro')}</p>${lessonForm(fields, request, office)}`;
    return { kind: 'page', title: t('teach.heading'), content };
  },
};
