import { cardTexts } from '../../../src/channels/adaptive-card';
import type { Reply } from '../../../src/channels/reply';
import { replyText } from '../../../src/channels/reply-text';
import { renderWeb } from '../../../src/channels/web/render-web';

const reply: Reply = { kind: 'text', text: 'Laquelle ?', choices: [{ label: 'Aide', action: { kind: 'help' } }] };
const article: Reply = {
  kind: 'article',
  article: 'inbox',
  text: 'Cliquez.',
  provenance: { title: 'Créer', updated: '2026-11-22', line: 'Source : desk · hier' },
};

test('a click says the label in the customer’s name and carries the action', () => {
  expect(renderWeb(reply).suggestedActions).toEqual({
    to: [],
    actions: [
      {
        type: 'messageBack',
        title: 'Aide',
        displayText: 'Aide',
        text: 'Aide',
        value: { passerelle: { kind: 'help' } },
      },
    ],
  });
});

test('a client that draws replies itself gets the reply whole', () => {
  expect(renderWeb(article).channelData).toEqual({ passerelle: { ...article, choices: [] } });
});

test('without choices there are no buttons, not an empty row of them', () => {
  expect(renderWeb({ kind: 'text', text: 'Bonjour' })).not.toHaveProperty('suggestedActions');
});

test('under an article stands where it comes from', () => {
  expect(replyText(article)).toBe('Cliquez.\n\n_Source : desk · hier_');
  expect(replyText(reply)).toBe('Laquelle ?');
});

test('what only says that an answer is on its way is told apart from one', () => {
  expect(renderWeb({ kind: 'text', text: 'Je regarde…', isProgress: true }).inputHint).toBe('ignoringInput');
  expect(renderWeb(reply).inputHint).toBe('expectingInput');
});

test('what a card says is not said beside it, also in Web Chat, which shows both', () => {
  const row = { state: 'problem', sign: '⚠️', word: 'À corriger', title: 'Agents', detail: 'Luc' } as const;
  const report: Reply = {
    ...{ kind: 'report', title: 'Prêt ?', verdict: '⚠️ Pas encore', text: 'Regardé à 10:42.' },
    rows: [{ ...row, line: '⚠️ **À corriger** : Agents (Luc)' }],
  };
  const { text, summary, attachments = [] } = renderWeb(report);
  expect(text).toBeUndefined();
  expect(attachments.flatMap(({ content }) => cardTexts(content))).toEqual([
    'Prêt ?',
    '⚠️ Pas encore',
    'Agents',
    '⚠️ À corriger',
    'Luc',
    'Regardé à 10:42.',
  ]);
  // For whoever draws no cards: the terminal.
  expect(summary).toBe('⚠️ Pas encore\n\n- ⚠️ **À corriger** : Agents (Luc)\n\nRegardé à 10:42.');
  const field = { label: 'Site', hint: '', missing: '' };
  const signIn = renderWeb({
    kind: 'sign-in',
    text: 'Votre clé ?',
    check: 'all',
    site: field,
    key: { ...field, isMasked: true },
    submit: 'OK',
  });
  expect(signIn.attachments?.flatMap(({ content }) => cardTexts(content))).toEqual([]);
});
