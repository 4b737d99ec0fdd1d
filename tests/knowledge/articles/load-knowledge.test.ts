import { findArticle, type Knowledge, loadKnowledge } from '../../../src/knowledge/articles/load-knowledge';
import { articleFile, writeKnowledge } from './write-knowledge';

const written: { remove(): void }[] = [];
afterAll(() => {
  for (const { remove } of written) remove();
});

function load(files: Readonly<Record<string, string>>, fallback?: Knowledge): Promise<Knowledge> {
  const base = writeKnowledge(files);
  written.push(base);
  return loadKnowledge(base.folder, fallback);
}

test('articles are found by id and language, and nothing is wrong', async () => {
  const knowledge = await load({
    'fr/articles/a.md': articleFile('Un'),
    'en/articles/a.md': articleFile('One'),
    'en/articles/b.md': articleFile('Two'),
  });
  expect(knowledge.languages).toEqual(['en', 'fr']);
  expect([...knowledge.articles.keys()].sort()).toEqual(['a', 'b']);
  expect(findArticle(knowledge, 'a', 'fr')?.title).toBe('Un');
  expect(knowledge.problems).toEqual([]);
});

test('an article that a language lacks is found in another', async () => {
  const knowledge = await load({ 'de/articles/a.md': articleFile('Eins'), 'en/articles/b.md': articleFile('Two') });
  expect(findArticle(knowledge, 'b', 'de')?.title).toBe('Two');
  expect(findArticle(knowledge, 'c', 'de')).toBeUndefined();
});

test('a broken article and a field that is none are named with their lines; the good ones around them load', async () => {
  const knowledge = await load({
    'fr/articles/a.md': articleFile('Un'),
    'fr/articles/b.md': '---\ntitle: Deux\nupdated: hier\n---\nCliquez.',
    'fr/articles/c.md': articleFile('Trois'),
    'fr/articles/d.md': '',
  });
  expect([...knowledge.articles.keys()]).toEqual(['a', 'b', 'c']);
  expect(knowledge.problems).toEqual([
    { file: expect.stringMatching(/fr\/articles\/b\.md$/), line: 3, message: expect.stringContaining('updated') },
    { file: expect.stringMatching(/fr\/articles\/d\.md$/), line: 1, message: expect.stringContaining('front matter') },
  ]);
});

test('a file that cannot be read is named, and the others load', async () => {
  const knowledge = await load({
    'fr/articles/a.md/inside': 'x',
    'fr/articles/b.md': articleFile('Deux'),
    'fr/intents.yml/inside': 'x',
  });
  expect([...knowledge.articles.keys()]).toEqual(['b']);
  expect(knowledge.problems.map(({ file, message }) => `${file.replace(/^.*fr\//, '')}: ${message}`)).toEqual([
    'articles/a.md: the file cannot be read (EISDIR)',
    'intents.yml: the file cannot be read (EISDIR)',
  ]);
});

test('a broken intents file is named, and the articles beside it load', async () => {
  const knowledge = await load({
    'fr/articles/a.md': articleFile('Un'),
    'fr/intents.yml': 'commands: [',
    'fr/vocabulary.yml': 'nothing: 1',
  });
  expect(knowledge.articles.size).toBe(1);
  expect(knowledge.problems.map(({ file, line }) => [file.replace(/^.*fr\//, ''), line])).toEqual([
    ['intents.yml', 1],
    ['vocabulary.yml', 1],
  ]);
});

test('a broken intents file costs the commands of another knowledge base nothing', async () => {
  const shipped = await load({ 'fr/intents.yml': 'commands:\n  help: { title: Aide, examples: [aide] }' });
  const own = await load({ 'fr/articles/a.md': articleFile('Un'), 'fr/intents.yml': 'commands: [' }, shipped);
  expect(own.problems).toHaveLength(1);
  expect(own.intents.get('fr')?.commands).toHaveProperty('help');
});

test('articles in folders load, and two files of one id are named', async () => {
  const knowledge = await load({
    'fr/articles/mail/index.md': articleFile('Mail'),
    'fr/articles/mail/lists/create.md': articleFile('Liste'),
    'fr/articles/mail-lists-create.md': articleFile('Liste, encore'),
  });
  expect([...knowledge.articles.keys()].sort()).toEqual(['mail', 'mail-lists-create']);
  expect(knowledge.problems).toEqual([
    { file: expect.stringMatching(/mail.lists.create\.md$/), message: expect.stringContaining('"mail-lists-create"') },
  ]);
});

test('fields that nothing reads are counted, and are no problem', async () => {
  const knowledge = await load({
    'fr/articles/a.md': articleFile('Un', 'Cliquez.', 'layout: page\nparent: x\n'),
    'fr/articles/b.md': articleFile('Deux', 'Cliquez.', 'layout: page\n'),
  });
  expect(knowledge.problems).toEqual([]);
  expect([...knowledge.unread]).toEqual([
    ['layout', 2],
    ['parent', 1],
  ]);
});

test('only folders named like a language are languages, only .md files are articles', async () => {
  const knowledge = await load({
    'fr/articles/a.md': articleFile('Un'),
    'fr/articles/notes.txt': 'x',
    'pt-BR/articles/a.md': articleFile('Um'),
    'images/a.md': 'x',
    'README.md': 'x',
  });
  expect(knowledge.languages).toEqual(['fr', 'pt-BR']);
  expect([...knowledge.articles.keys()]).toEqual(['a']);
  expect(knowledge.problems).toEqual([]);
});

test('a folder that is not there is an error that names it', async () => {
  await expect(loadKnowledge('/nowhere/at/all')).rejects.toThrow('/nowhere/at/all');
});

describe('another knowledge base', () => {
  const shippedIntents = [
    'checks:\n  inbox: { title: Boîte, examples: [ma boîte] }',
    'commands:\n  help: { title: Aide, examples: [aide] }\n  handoff: { title: Personne, examples: [humain] }',
    'answers:\n  yes: { examples: [oui] }',
    'outside:\n  - { topic: abuse, examples: [idiot] }',
  ].join('\n');

  test('inherits commands, answer words and what nobody answers, not the checks', async () => {
    const shipped = await load({ 'fr/intents.yml': shippedIntents });
    const own = await load({ 'fr/articles/a.md': articleFile('Un') }, shipped);
    expect(own.intents.get('fr')).toEqual({
      checks: {},
      commands: { help: { title: 'Aide', examples: ['aide'] }, handoff: { title: 'Personne', examples: ['humain'] } },
      answers: { yes: { examples: ['oui'] } },
      outside: [{ topic: 'abuse', examples: ['idiot'] }],
    });
  });

  test('has the last word where it says something itself', async () => {
    const shipped = await load({ 'fr/intents.yml': shippedIntents });
    const intents =
      'commands:\n  help: { title: Secours, examples: [secours] }\noutside:\n  - { topic: abuse, examples: [nul] }';
    const own = await load({ 'fr/articles/a.md': articleFile('Un'), 'fr/intents.yml': intents }, shipped);
    expect(own.intents.get('fr')).toMatchObject({
      commands: { help: { title: 'Secours', examples: ['secours'] }, handoff: { title: 'Personne' } },
      outside: [{ topic: 'abuse', examples: ['nul'] }],
    });
    expect(own.intents.get('fr')?.outside).toHaveLength(1);
  });

  test('adds ways of asking to a command without naming it anew, and is told of one that nobody names', async () => {
    const shipped = await load({ 'fr/intents.yml': shippedIntents });
    const intents = 'commands:\n  help: { examples: [secours] }\n  dance: { examples: [danse] }';
    const own = await load({ 'fr/articles/a.md': articleFile('Un'), 'fr/intents.yml': intents }, shipped);
    expect(own.intents.get('fr')?.commands).toMatchObject({ help: { title: 'Aide', examples: ['secours'] } });
    expect(own.intents.get('fr')?.commands).not.toHaveProperty('dance');
    expect(own.problems.map(({ message }) => message)).toEqual(['commands.dance: a title is missing']);
  });

  test('knows the everyday words of the product beside those of its trade', async () => {
    const shipped = await load({
      'fr/vocabulary.yml': 'synonyms: { create: [créer] }\nspelling: { svp: s’il vous plaît }',
      'en/vocabulary.yml': 'synonyms: { create: [create] }',
    });
    const words = 'synonyms: { parcel: [colis], create: [fabriquer] }\nproducts: { ours: [Boutique] }';
    const own = await load({ 'fr/articles/a.md': articleFile('Un'), 'fr/vocabulary.yml': words }, shipped);
    expect(own.vocabulary.get('fr')).toEqual({
      synonyms: { parcel: ['colis'], create: ['fabriquer', 'créer'] },
      spelling: { svp: 's’il vous plaît' },
      products: { ours: ['Boutique'], others: [] },
    });
    expect(own.vocabulary.get('en')).toMatchObject({ synonyms: { create: ['create'] } });
  });

  test('in a language that we have not inherits nothing, and loads', async () => {
    const shipped = await load({ 'fr/intents.yml': shippedIntents });
    const own = await load({ 'it/articles/a.md': articleFile('Uno') }, shipped);
    expect(own.intents.get('it')).toEqual({ checks: {}, commands: {}, answers: {}, outside: [] });
  });
});
