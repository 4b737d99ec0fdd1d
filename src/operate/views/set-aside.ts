import type { Act } from '../view.js';

/** A group of unanswered questions need not be looked at any more. */
export const setAside: Act = {
  name: 'set-aside',
  role: 'editor',
  async take({ fields, t }, office) {
    const id = fields.get('group') ?? '';
    const group = (await office.unanswered()).find(({ ids }) => String(ids[0]) === id);
    if (!group) return { kind: 'refused', why: t('unanswered.gone') };
    await office.insights.handle(group.ids, 'set-aside');
    return { kind: 'done', to: '/unanswered', said: 'setAside', subject: id };
  },
};
