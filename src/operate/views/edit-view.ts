import type { View } from '../view.js';
import { editForm } from './edit-form.js';
import { readFields } from './lesson-fields.js';

/** An article as it stands in its file, to be changed: reached from the list of articles. */
export const editView: View = {
  name: 'edit',
  role: 'editor',
  async show(request, office) {
    const asked = readFields(request.query);
    const text = await office.teaching.teacher.source(asked.intent, asked.language);
    if (text === undefined) return { kind: 'not-found' };
    const shown = text.replaceAll('\r\n', '\n');
    const content = editForm({ ...asked, base: shown, text: shown }, request);
    return { kind: 'page', title: request.t('teach.editing'), content };
  },
};
