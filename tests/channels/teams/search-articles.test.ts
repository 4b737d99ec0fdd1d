import { type FoundArticle, readSearch, searchAnswer } from '../../../src/channels/teams/search-articles';

const query = (value: unknown, queryOptions?: unknown) => ({
  commandId: 'searchArticles',
  parameters: [{ name: 'query', value }],
  queryOptions,
});
const found: FoundArticle = {
  title: 'Créer une boîte',
  text: 'Cliquez sur **Boîtes**.',
  preview: `Cliquez sur Boîtes. ${'Puis attendez. '.repeat(20)}`,
  steps: '3 étapes',
  line: 'Mis à jour le 22 novembre 2026',
  link: { label: 'Ouvrir', url: 'https://help.example/articles/fr/inbox' },
};

test('the words and the part of the list are read', () => {
  expect(readSearch(query(' boîte ', { skip: 25, count: 10 }))).toEqual({ query: 'boîte', skip: 25, count: 10 });
});

test('a box that has just been opened has no words', () => {
  const opened = { commandId: 'searchArticles', parameters: [{ name: 'initialRun', value: 'true' }] };
  expect(readSearch(opened)).toEqual({ query: '', skip: 0, count: 25 });
});

test.each([
  ['nothing', undefined],
  ['another command', { commandId: 'other', parameters: [] }],
  ['a text', 'searchArticles'],
])('%s is no search of ours', (_, value) => {
  expect(readSearch(value)).toBeUndefined();
});

test.each([
  ['no parameters', { commandId: 'searchArticles' }],
  ['a parameter that is no text', query(5)],
  ['odd options', query('', { skip: -1, count: 'all' })],
])('%s is read as an empty search from the start', (_, value) => {
  expect(readSearch(value)).toEqual({ query: '', skip: 0, count: 25 });
});

test('no more than 25 are given at a time', () => {
  expect(readSearch(query('a', { skip: 0, count: 9999 }))?.count).toBe(25);
});

test('a key that was pasted into the box goes no further', () => {
  expect(readSearch(query(`tkn.v1_${'Ab3'.repeat(26)}`))?.query).toBe('•••');
});

test('what is found is a list of cards that lead to the page, with a plain preview', () => {
  const { composeExtension } = searchAnswer([found], 'rien') as { composeExtension: Record<string, unknown> };
  expect(composeExtension).toMatchObject({
    type: 'result',
    attachmentLayout: 'list',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: { version: '1.5', actions: [{ type: 'Action.OpenUrl', title: 'Ouvrir', url: found.link.url }] },
        preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: 'Créer une boîte' } },
      },
    ],
  });
  const said = JSON.stringify(composeExtension);
  for (const words of ['Cliquez sur **Boîtes**.', '3 étapes · Mis à jour le 22 novembre 2026'])
    expect(said).toContain(words);
});

test('a preview is short', () => {
  const answer = searchAnswer([found], 'rien') as {
    composeExtension: { attachments: { preview: { content: { text: string } } }[] };
  };
  const text = answer.composeExtension.attachments[0]?.preview.content.text ?? '';
  expect(text).toMatch(/^3 étapes · Cliquez sur Boîtes\..*…$/);
  expect(text.length).toBeLessThan(170);
});

test('nothing found is said, not shown as an empty list', () => {
  expect(searchAnswer([], 'Aucun guide')).toEqual({ composeExtension: { type: 'message', text: 'Aucun guide' } });
});
