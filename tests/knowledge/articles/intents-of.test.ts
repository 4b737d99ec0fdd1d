import { intentsOf } from '../../../src/knowledge/articles/intents-of';
import { loadKnowledge } from '../../../src/knowledge/articles/load-knowledge';
import { articleFile, writeKnowledge } from './write-knowledge';

async function intents(files: Readonly<Record<string, string>>) {
  const { folder, remove } = writeKnowledge(files);
  const knowledge = await loadKnowledge(folder);
  remove();
  return intentsOf(knowledge);
}

test('an article is one intent in all its languages, found by its plain words', async () => {
  const found = await intents({
    'fr/articles/a.md': articleFile(
      'Un',
      '**Cliquez**.\n\n1. Ouvrez [là](article:a).\n\n## Plus\n*Encore*',
      'not: [autre]\n',
    ),
    'en/articles/a.md': articleFile('One'),
  });
  expect(found).toEqual([
    {
      id: 'a',
      kind: 'article',
      texts: {
        fr: {
          title: 'Un',
          headings: ['Plus'],
          body: 'Cliquez .\nOuvrez là.\nEncore',
          starts: [21],
          labels: [],
          examples: ['comment Un'],
          not: ['autre'],
        },
        en: {
          title: 'One',
          headings: [],
          body: 'Cliquez ici.',
          starts: [],
          labels: [],
          examples: ['comment One'],
          not: [],
        },
      },
    },
  ]);
});

test('how pages and navigations call an article are its labels; its title is none', async () => {
  const found = await intents({
    'fr/articles/a.md': articleFile('Un', 'Voir [les **filtres**](article:b), [Deux](article:b), [ici](article:a).'),
    'fr/articles/b.md': articleFile('Deux', 'Encore [les filtres](article:b).', 'labels: [Règles, Deux]\n'),
  });
  expect(found.map(({ id, texts }) => [id, texts.fr?.labels])).toEqual([
    ['a', []],
    ['b', ['Règles', 'les filtres']],
  ]);
});

test('the text under each heading is known by where it begins', async () => {
  const [found] = await intents({
    'fr/articles/a.md': articleFile('Un', 'Début.\n\n## Un\nPremier.\n\n## Deux\nSecond.'),
  });
  const { body = '', starts = [] } = found?.texts.fr ?? {};
  expect(starts.map((start, i) => body.slice(start, starts[i + 1]).trim())).toEqual(['Premier.', 'Second.']);
});

test('checks, commands and outside topics are intents too, their languages together', async () => {
  const found = await intents({
    'deployment.yml': 'checks: teamwork-desk',
    'fr/intents.yml':
      'checks:\n  inbox: { title: Boîte, examples: [b] }\ncommands:\n  help: { title: Aide, examples: [c] }\noutside:\n  - { topic: weather, examples: [d] }',
    'en/intents.yml': 'commands:\n  help: { title: Help, examples: [e] }\nanswers:\n  yes: { examples: [yes] }',
  });
  expect(found.map(({ id, kind, texts }) => [id, kind, Object.keys(texts).sort().join(' ')]).toSorted()).toEqual([
    ['check:inbox', 'check', 'fr'],
    ['help', 'command', 'en fr'],
    ['outside:weather', 'outside', 'fr'],
  ]);
});
