import { renderTeams } from '../../../src/channels/teams/render-teams';
import { shortLabel } from '../../../src/channels/teams/short-label';

const LONG = 'Comment désactiver toutes les règles de traitement automatique avant la migration ?';
const SHORT = 'Comment désactiver toutes les règles de traitement…';

test.each([
  ['a short label', 'Suivant', { title: 'Suivant' }],
  ['sixty characters', 'a'.repeat(60), { title: 'a'.repeat(60) }],
  ['a long one, cut behind a word', LONG, { title: SHORT, tooltip: LONG }],
  ['one long word', 'x'.repeat(70), { title: `${'x'.repeat(59)}…`, tooltip: 'x'.repeat(70) }],
  ['signs of two units each', '👍'.repeat(61), { title: `${'👍'.repeat(59)}…`, tooltip: '👍'.repeat(61) }],
  ['sixty signs of two units each', '👍'.repeat(60), { title: '👍'.repeat(60) }],
])('%s', (_, label, shown) => {
  expect(shortLabel(label)).toEqual(shown);
});

const choice = { label: LONG, action: { kind: 'article', article: 'triggers' } } as const;

test('a suggestion shows what there is room for and says the whole', () => {
  const { suggestedActions } = renderTeams({ kind: 'text', text: 'Ask', choices: [choice] });
  expect(suggestedActions?.actions).toEqual([{ type: 'imBack', title: SHORT, value: LONG }]);
});

test.each([false, true])(
  'a button of a card says the whole in the chat and to whoever points at it (in place: %s)',
  (inPlace) => {
    const given = inPlace ? { ...choice, inPlace } : choice;
    const drawn = renderTeams({ kind: 'text', text: 'Ask', choices: [given] }, { onCard: true });
    const action = drawn.attachments?.[0]?.content.actions[0];
    expect(action).toMatchObject({ title: SHORT, tooltip: LONG });
    expect((action.fallback ?? action).data.msteams).toMatchObject({ displayText: LONG, text: LONG });
  },
);

test('a button that opens a page is cut, too', () => {
  const links = [{ label: LONG, url: 'https://help.example' }];
  const drawn = renderTeams({ kind: 'text', text: 'Ask', links }).attachments?.[0]?.content.actions;
  expect(drawn).toEqual([{ type: 'Action.OpenUrl', title: SHORT, tooltip: LONG, url: 'https://help.example' }]);
});
