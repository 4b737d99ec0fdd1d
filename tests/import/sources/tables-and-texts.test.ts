import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSource } from '../../../src/import/import-source';
import { readCsv } from '../../../src/import/sources/read-csv';
import { readGuidesText } from '../../../src/import/sources/read-guides-text';
import { loadKnowledge } from '../../../src/knowledge/articles/load-knowledge';
import { readAll } from '../stand-in';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('a table of questions and answers', () => {
  const rows = async (text: string | Buffer) => {
    const { pages, notes } = await readAll(readCsv(file('faq.csv', text)));
    return {
      pages: pages.map(({ title, text: answer, format, categories }) => ({ title, answer, format, categories })),
      notes: notes.map(({ line, message }) => `${line}: ${message}`),
    };
  };
  const PAGE = { title: 'Livrez-vous ?', answer: 'Oui, à vélo.', format: 'markdown', categories: [] };

  it.each([
    ['with commas', 'question,answer\nLivrez-vous ?,"Oui, à vélo."\n'],
    ['with semicolons and its own words', 'Réponse;Question\nOui, à vélo.;Livrez-vous ?\n'],
    ['with tabs', 'Question\tAntwort\nLivrez-vous ?\tOui, à vélo.\n'],
    ['without a header', 'Livrez-vous ?;Oui, à vélo.\n'],
    [
      'from a spreadsheet, in Windows-1252',
      Buffer.from('question;answer\nLivrez-vous ?;Oui, \xe0 v\xe9lo.\n', 'latin1'),
    ],
  ])('%s', async (_, text) => {
    expect((await rows(text)).pages).toEqual([PAGE]);
  });

  it('answers may be HTML, lines may be broken, categories have levels', async () => {
    const { pages } = await rows('question,answer,category\n"A\nb?","<p>x</p>",Pain > Levain\nC?,"one\n\ntwo",\n');
    expect(pages).toEqual([
      { title: 'A b?', answer: '<p>x</p>', format: 'html', categories: ['Pain', 'Levain'] },
      { title: 'C?', answer: 'one\n\ntwo', format: 'markdown', categories: [] },
    ]);
  });

  it('formulas and half lines are left out, with their line; a telephone number is none', async () => {
    const { pages, notes } = await rows(
      'question,answer\nA?,"=HYPERLINK(""http://evil.example"",""x"")"\nB?,\nC?,+33 1 23 45\nD?,=A1+B2\n',
    );
    expect(pages.map(({ answer }) => answer)).toEqual(['+33 1 23 45']);
    expect(notes).toEqual([
      '2: a formula, which only a spreadsheet computes',
      '3: a question without an answer, or an answer without a question',
      '5: a formula, which only a spreadsheet computes',
    ]);
  });

  it('one that is no table is refused with its line', async () => {
    await expect(rows('question,answer\n"A?,"b" c\n')).rejects.toThrow(/faq\.csv:\d+: /);
  });
});

const GUIDES = `1. Accueil
  2. Guides

Guides de la boulangerie

Comment nourrir mon levain ?

smart_display
Nourrir son levain en vidéo

Regardez notre vidéo pour tout savoir.

Regardez maintenant

Un levain se nourrit chaque jour, sinon il s'endort.

Important ! Pas d'eau chaude, elle tue le levain.

1. Pesez 50 g de farine :

farine sur la balance

2. Ajoutez 50 g d'eau.

Elle doit être tiède.

Attention ! Ne fermez pas le bocal.

Il éclaterait à coup sûr.

3. Attendez.

Bocal ouvert

Deux sortes de levain

Voici lesquelles :

  • Le levain dur - pour le pain de seigle.
  • Le levain liquide - pour les autres.

Comment payer ?

Étape 1. Sortez votre carte.

Étape 2. Posez-la.

Vous cherchez autre chose ?

Parlons-en
`;

it('the text of a public page becomes its guides: titles, steps, what is to be known before each', async () => {
  const report = await importSource(readGuidesText(file('guides.txt', GUIDES)), {
    into: join(folder, 'help'),
    dryRun: false,
    onProgress: () => undefined,
    language: 'fr',
  });
  expect(readdirSync(join(folder, 'help', 'fr', 'articles'))).toEqual([
    'comment-nourrir-mon-levain.md',
    'comment-payer.md',
  ]);
  const { articles, problems } = await loadKnowledge(join(folder, 'help'));
  expect(problems).toEqual([]);
  const guide = articles.get('comment-nourrir-mon-levain')?.get('fr');
  expect(guide?.title).toBe('Comment nourrir mon levain ?');
  expect(guide?.summary).toBe("Un levain se nourrit chaque jour, sinon il s'endort.");
  expect(guide?.steps.map(({ warnings }) => warnings)).toEqual([
    ["Important ! Pas d'eau chaude, elle tue le levain."],
    [],
    ['Attention ! Ne fermez pas le bocal.\n\nIl éclaterait à coup sûr.'],
  ]);
  expect(guide?.steps[1]?.text).toBe("Ajoutez 50 g d'eau.\n\nElle doit être tiède.");
  expect(guide?.steps[2]?.text).toContain('**Deux sortes de levain**\n\nVoici lesquelles :\n\n- Le levain dur');
  expect(
    articles
      .get('comment-payer')
      ?.get('fr')
      ?.steps.map(({ text }) => text),
  ).toEqual(['Sortez votre carte.', 'Posez-la.']);
  expect(report.notes.map(({ kind }) => kind).sort()).toEqual(['changed', 'dropped', 'dropped', 'dropped', 'dropped']);
  expect(readFileSync(join(folder, 'help/fr/articles/comment-payer.md'), 'utf8')).toContain(
    'categories:\n  - Guides de la boulangerie\n',
  );
});

it('a text without a question is refused', async () => {
  await expect(readAll(readGuidesText(file('a.txt', 'Bonjour.')))).rejects.toThrow('no question with an answer');
});
