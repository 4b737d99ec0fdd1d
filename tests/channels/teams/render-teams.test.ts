import type { Choice, Reply } from '../../../src/channels/reply';
import { renderTeams } from '../../../src/channels/teams/render-teams';

const choice = (label: string): Choice => ({ label, action: { kind: 'ask', question: label } });
const text = (...labels: readonly string[]): Reply => ({
  kind: 'text',
  text: 'Laquelle ?',
  choices: labels.map(choice),
});
const article: Reply = {
  kind: 'article',
  article: 'inbox',
  text: '**Créer une `boîte`**\n\nCliquez.',
  provenance: { title: 'Créer', updated: '2026-11-22', line: 'Mis à jour hier' },
  choices: [choice('a')],
};
const cardOf = (reply: Reply) => renderTeams(reply).attachments?.[0]?.content;

test('up to three choices are suggestions under a plain message: Teams shows no more', () => {
  const drawn = renderTeams(text('un', 'deux', 'trois'));
  expect(drawn).toMatchObject({ text: 'Laquelle ?', textFormat: 'markdown' });
  expect(drawn.suggestedActions?.actions).toEqual(
    ['un', 'deux', 'trois'].map((label) => ({ type: 'imBack', title: label, value: label })),
  );
  expect(drawn.attachments).toBeUndefined();
});

test('a fourth choice makes it a card, with a button for each', () => {
  const drawn = renderTeams(text('un', 'deux', 'trois', 'quatre'));
  expect(drawn).not.toHaveProperty('suggestedActions');
  expect(cardOf(text('un', 'deux', 'trois', 'quatre')).actions.map(({ title }: { title: string }) => title)).toEqual([
    'un',
    'deux',
    'trois',
    'quatre',
  ]);
});

test('a message without choices has no suggestions', () => {
  expect(renderTeams(text())).not.toHaveProperty('suggestedActions');
});

test('a card is of the version that Teams draws, and its text wraps', () => {
  expect(renderTeams(article).attachments?.[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(cardOf(article)).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
  expect(cardOf(article).body).toEqual([
    { type: 'TextBlock', text: '**Créer une `boîte`**', wrap: true },
    { type: 'TextBlock', text: 'Cliquez.', wrap: true },
    { type: 'TextBlock', text: '_Mis à jour hier_', wrap: true },
  ]);
});

test('a click on a card says the label in the chat and carries the action', () => {
  expect(cardOf(article).actions[0].data).toEqual({
    passerelle: { kind: 'ask', question: 'a' },
    msteams: {
      type: 'messageBack',
      displayText: 'a',
      text: 'a',
      value: { passerelle: { kind: 'ask', question: 'a' } },
    },
  });
});

test('a notification shows the first line without marks', () => {
  expect(renderTeams(article).summary).toBe('Créer une boîte');
});
