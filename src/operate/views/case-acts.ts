import { html } from '../../http/html.js';
import type { Act } from '../view.js';
import { answerForm } from './case-page.js';

/** An operator takes a case on; whoever was first keeps it. */
export const claimCase: Act = {
  name: 'claim-case',
  role: 'editor',
  async take({ fields, operator, t }, office) {
    const reference = fields.get('reference') ?? '';
    const found = await office.cases.claim(reference, operator.name);
    if (!found) return { kind: 'refused', why: t('cases.gone'), status: 404 };
    const { claimed } = found;
    if (claimed && claimed.by !== operator.name)
      return { kind: 'refused', why: t('cases.claimedBy', { by: claimed.by }), status: 409 };
    return { kind: 'done', to: `/cases/${found.reference}`, said: 'claimed', subject: found.reference };
  },
};

/** An operator is done with a case. */
export const closeCase: Act = {
  name: 'close-case',
  role: 'editor',
  async take({ fields, t }, office) {
    const found = await office.cases.close(fields.get('reference') ?? '');
    if (!found) return { kind: 'refused', why: t('cases.gone'), status: 404 };
    return { kind: 'done', to: '/cases', said: 'closed', subject: found.reference };
  },
};

/**
 * An operator answers a case. Who has not seen the answer that somebody else gave meanwhile is shown it first: of two who
 * answer at once, one has, for the answer carries how many there were before it.
 */
export const answerCase: Act = {
  name: 'answer-case',
  role: 'editor',
  async take({ fields, operator, t, form }, office) {
    const reference = fields.get('reference') ?? '';
    const text = (fields.get('text') ?? '').replaceAll('\r\n', '\n').trim();
    const found = await office.cases.find(reference);
    if (!found) return { kind: 'refused', why: t('cases.gone'), status: 404 };
    const again = (why: string, seen: number, status: number) =>
      ({ kind: 'refused', why, status, content: answerForm(reference, seen, text, form, t) }) as const;
    const meanwhile = async () => {
      const answers = (await office.cases.find(reference))?.answers ?? [];
      const last = answers.at(-1);
      // Sent twice by the same hand: it is said, once.
      if (last?.by === operator.name && last.text === text) return sent(reference);
      const told = html`<p>${t('cases.meanwhile')}</p><blockquote><p>${last?.text ?? ''}</p><p>${last?.by ?? t('cases.team')}</p></blockquote>`;
      return {
        ...again(t('cases.meanwhile'), answers.length, 409),
        content: html`${told}${answerForm(reference, answers.length, text, form, t)}`,
      };
    };
    const seen = found.answers?.length ?? 0;
    if (String(seen) !== fields.get('seen')) return meanwhile();
    if (text === '') return again(t('cases.empty'), seen, 422);
    const came = await office.cases.answer(reference, text, operator.name, `page-${seen}`);
    switch (came) {
      case 'queued':
        return sent(reference);
      case 'known':
        return meanwhile();
      case 'unknown':
      case 'unreadable':
        return again(t('cases.gone'), seen, 404);
      case 'unreachable':
        return again(t('cases.unreachable', { email: found.email }), seen, 422);
      case 'full':
        return again(t('cases.full'), seen, 503);
      case 'secret':
        return again(t('cases.secret'), seen, 422);
    }
  },
};

const sent = (reference: string) =>
  ({ kind: 'done', to: `/cases/${reference}`, said: 'answered', subject: reference }) as const;
