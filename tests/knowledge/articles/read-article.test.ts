import { describeProblem } from '../../../src/knowledge/articles/article';
import { readArticle } from '../../../src/knowledge/articles/read-article';

const FILE = 'locales/fr/articles/inbox.md';
const article = (front: string, body = 'Cliquez.') => `---\n${front}\n---\n${body}`;
const problemsOf = (text: string, file = FILE) => {
  const read = readArticle(file, 'fr', text);
  return (read.kind === 'broken' ? read.problems : read.value.problems).map(describeProblem);
};

const readAt = (path: string, text: string) => readArticle(`fr/articles/${path}`, 'fr', text, path);

test('a whole article is read, its file name is its id', () => {
  const front = [
    'title: Créer une boîte',
    'questions: [Comment créer une boîte ?]',
    'not: [ma boîte Gmail]',
    'check: inbox',
    'video: { title: La vidéo, url: https://example.com/v }',
    'source: https://example.com/guide',
    'related: [agents]',
    'updated: 2026-11-22',
    'featured: { order: 1, question: Comment créer une boîte ? }',
  ].join('\n');
  const body = 'Cliquez.\n\n> [!WARNING]\n> Attention.\n\n1. Ouvrez.\n\n## Plus\nEncore.';
  const read = readArticle(FILE, 'fr', article(front, body));
  expect(read.kind === 'loaded' && read.value).toEqual({
    unread: [],
    problems: [],
    article: {
      id: 'inbox',
      language: 'fr',
      title: 'Créer une boîte',
      questions: ['Comment créer une boîte ?'],
      not: ['ma boîte Gmail'],
      labels: [],
      check: 'inbox',
      video: { title: 'La vidéo', url: 'https://example.com/v' },
      source: 'https://example.com/guide',
      related: ['agents'],
      updated: '2026-11-22',
      featured: { order: 1, question: 'Comment créer une boîte ?' },
      summary: 'Cliquez.',
      steps: [{ number: 1, text: 'Ouvrez.', warnings: ['Attention.'] }],
      sections: [{ title: 'Plus', body: 'Encore.' }],
      stepsIn: [],
    },
  });
});

test('a title and a paragraph are enough', () => {
  const read = readArticle(FILE, 'fr', article('title: Créer'));
  expect(read).toMatchObject({
    kind: 'loaded',
    value: { article: { questions: [], not: [], related: [], steps: [], sections: [] } },
  });
});

test('fields of the program that it was written for are told, and cost nothing', () => {
  const read = readArticle(FILE, 'fr', article('layout: page\ntitle: Créer\nnavigation: { order: 5 }\ntags: [a]'));
  expect(read).toMatchObject({
    kind: 'loaded',
    value: { article: { title: 'Créer' }, unread: ['layout', 'navigation', 'tags'] },
  });
  expect(read.kind === 'loaded' && Object.keys(read.value.article)).not.toContain('layout');
});

test('of a page that is nothing but steps the title is the answer in short', () => {
  expect(readArticle(FILE, 'fr', article('title: Créer', '1. Ouvrez.\n2. Fermez.'))).toMatchObject({
    kind: 'loaded',
    value: { article: { summary: 'Créer', steps: [{ text: 'Ouvrez.' }, { text: 'Fermez.' }] } },
  });
});

test('blanks behind the lines around the front matter are nothing', () => {
  expect(readArticle(FILE, 'fr', '--- \ntitle: Créer\n---\t\nCliquez.')).toMatchObject({
    kind: 'loaded',
    value: { article: { title: 'Créer', summary: 'Cliquez.' } },
  });
});

test.each([
  ['updated: 2024-03-12 10:00:00', 'updated'],
  ['categories: mail', 'categories'],
  ['labels: a, b', 'labels'],
  ['related: a', 'related'],
  ['source: Jane', 'source'],
  ['video: https://example.com/v', 'video'],
  ['featured: true', 'featured'],
  ['check: true', 'check'],
])('"%s" is another program’s: it is named, and the page is there without it', (field, name) => {
  const text = article(`title: Créer\n${field}`);
  const read = readArticle(FILE, 'fr', text);
  expect(read).toMatchObject({ kind: 'loaded', value: { article: { title: 'Créer' } } });
  expect(read.kind === 'loaded' && [read.value.article].flatMap((one) => Object.entries(one))).not.toContainEqual([
    name,
    expect.stringContaining(field.split(': ')[1] ?? ''),
  ]);
  expect(problemsOf(text)).toEqual([expect.stringMatching(new RegExp(`inbox\\.md:3: ${name}: `))]);
});

test('the further lines of a value in quotes need no indentation', () => {
  const front =
    'title: "Créer une\nboîte, \\"vite\\""\ndescription: \'L\'\'essentiel,\n\nen bref\'\nupdated: 2026-11-22';
  expect(readArticle(FILE, 'fr', article(front))).toMatchObject({
    kind: 'loaded',
    value: { article: { title: 'Créer une boîte, "vite"', updated: '2026-11-22' } },
  });
});

test('a page of questions and answers, without an introduction, says what it answers', () => {
  const read = readArticle(
    FILE,
    'fr',
    article('title: Questions', '## Où est le RIB ?\nEn bas.\n\n### Et ailleurs ?\nIci.'),
  );
  expect(read).toMatchObject({
    kind: 'loaded',
    value: {
      article: {
        summary: '- Où est le RIB ?\n- Et ailleurs ?',
        sections: [
          { title: 'Où est le RIB ?', body: 'En bas.' },
          { title: 'Et ailleurs ?', body: 'Ici.' },
        ],
      },
    },
  });
});

test.each([
  ['inbox.md', 'inbox'],
  ['mail/filters.md', 'mail-filters'],
  ['mail/index.md', 'mail'],
  ['mail/lists/index.md', 'mail-lists'],
  ['mail\\lists\\index.md', 'mail-lists'],
  ['index.md', 'index'],
])('%s has the id %s', (path, id) => {
  expect(readAt(path, article('title: Créer'))).toMatchObject({ value: { article: { id } } });
});

test('a folder named like no id is named', () => {
  expect(readAt('Mail Box/index.md', article('title: Créer'))).toMatchObject({
    kind: 'broken',
    problems: [{ message: expect.stringContaining('not "Mail Box"') }],
  });
});

test('files saved on Windows, with a byte order mark, are read alike', () => {
  const unix = article('title: Créer\nupdated: 2026-11-22', 'Cliquez.\n\n1. Ouvrez.\n2. Fermez.');
  expect(readArticle(FILE, 'fr', `\uFEFF${unix.replace(/\n/g, '\r\n')}`)).toEqual(readArticle(FILE, 'fr', unix));
});

test.each([
  ['an empty file', '', [/inbox\.md:1: front matter expected/]],
  ['no front matter', '# Créer\nCliquez.', [/inbox\.md:1: front matter expected/]],
  ['a front matter without its end', '---\ntitle: x\nCliquez.', [/inbox\.md:1: front matter expected/]],
  ['an empty front matter', '---\n\n---\nCliquez.', [/inbox\.md:2: the whole file: /]],
  ['no title', article('updated: 2026-11-22'), [/inbox\.md:2: title: /]],
  ['an empty title', article('updated: 2026-11-22\ntitle: "  "'), [/inbox\.md:3: title: /]],
  ['a title that is a number', article('title: 7\nupdated: 2026-11-22'), [/inbox\.md:2: title: .*string/]],
  ['a day that does not exist', article('title: Créer\nupdated: 2026-13-40'), [/inbox\.md:3: updated: .*date/]],
  ['a day as people write it', article('title: Créer\nupdated: 22/11/2026'), [/inbox\.md:3: updated: .*date/]],
  [
    'a field that is misspelt',
    article('title: Créer\nupdated: 2026-11-22\nquestion: [x]'),
    [/inbox\.md:4: an unknown field .*"question"/],
  ],
  [
    'a question that is empty',
    article('title: Créer\nupdated: 2026-11-22\nquestions:\n  - ok\n  - ""'),
    [/inbox\.md:6: questions\.1: /],
  ],
  [
    'a question with a colon, unquoted',
    article('title: Créer\nupdated: 2026-11-22\nquestions:\n  - ok\n  - ordre : quoi'),
    [/inbox\.md:6: questions\.1: .*string/],
  ],
  [
    'a link that is no address',
    article('title: Créer\nupdated: 2026-11-22\nsource: guide'),
    [/inbox\.md:4: source: .*URL/],
  ],
  [
    'a script as a link',
    article('title: Créer\nupdated: 2026-11-22\nsource: "javascript:alert(1)"'),
    [/inbox\.md:4: source: .*URL/],
  ],
  [
    'a video without a title',
    article('title: Créer\nupdated: 2026-11-22\nvideo:\n  url: https://example.com'),
    [/inbox\.md:5: video\.title: /],
  ],
  [
    'a video over http',
    article('title: Créer\nupdated: 2026-11-22\nvideo:\n  title: V\n  url: http://example.com'),
    [/inbox\.md:6: video\.url: .*URL/],
  ],
  ['YAML that is none', article('title: Créer\nupdated: [2026\nx: ]'), [/inbox\.md:[34]: /]],
  [
    'the same field twice',
    article('title: Créer\nupdated: 2026-11-22\ntitle: Encore'),
    [/inbox\.md:4: Map keys must be unique$/],
  ],
  ['a tab as indentation', article('title: Créer\nquestions:\n\t- x\nupdated: 2026-11-22'), [/inbox\.md:4: /]],
  ['no body', '---\ntitle: Créer\nupdated: 2026-11-22\n---\n', [/inbox\.md:5: the answer in short is missing/]],
  ['two things at once', article('title: ""\nupdated: hier'), [/inbox\.md:2: title: /, /inbox\.md:3: updated: /]],
])('%s is named with file and line', (_, text, expected) => {
  const problems = problemsOf(text);
  for (const problem of expected) expect(problems).toContainEqual(expect.stringMatching(problem));
});

test.each(['Inbox.md', 'in box.md', 'in_box.md', '-inbox.md', 'boîte.md'])(
  '%s is no name for an article, and the rule is said',
  (name) => {
    expect(problemsOf(article('title: Créer\nupdated: 2026-11-22'), `fr/articles/${name}`)).toEqual([
      `fr/articles/${name}: the file name is the article's id: use lower-case letters, digits and hyphens, not "${name.replace('.md', '')}"`,
    ]);
  },
);

test('a page that begins with a heading is introduced by its headings, also when a section of it has steps', () => {
  const read = readArticle(
    FILE,
    'fr',
    article('title: x', '## Ouvrir\n\n1. Ouvrez la boîte.\n2. Cliquez.\n\n## Plus\n\nEncore.'),
  );
  expect(read.kind === 'loaded' && read.value.article.summary).toBe('- Ouvrir\n- Plus');
});

test('an order that is no number belongs to another program', () => {
  const orderOf = (order: string) => {
    const read = readArticle(FILE, 'fr', article(`title: x\norder: ${order}`));
    return read.kind === 'loaded' ? read.value.article.order : 'broken';
  };
  expect(['3', 'first', '[1]'].map(orderOf)).toEqual([3, undefined, undefined]);
});
