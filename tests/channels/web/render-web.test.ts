import type { Reply } from '../../../src/channels/reply';
import { renderWeb, textOf } from '../../../src/channels/web/render-web';

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
  expect(textOf(article)).toBe('Cliquez.\n\n_Source : desk · hier_');
  expect(textOf(reply)).toBe('Laquelle ?');
});

test('what only says that an answer is on its way is told apart from one', () => {
  expect(renderWeb({ kind: 'text', text: 'Je regarde…', isProgress: true }).inputHint).toBe('ignoringInput');
  expect(renderWeb(reply).inputHint).toBe('expectingInput');
});
