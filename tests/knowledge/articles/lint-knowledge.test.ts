import { lintKnowledge } from '../../../src/knowledge/articles/lint-knowledge';
import { loadKnowledge } from '../../../src/knowledge/articles/load-knowledge';
import { articleFile, writeKnowledge } from './write-knowledge';

/** What lint says of a knowledge base of these files, whose form is sound. */
async function lint(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { folder, remove } = writeKnowledge(files);
  const knowledge = await loadKnowledge(folder);
  remove();
  expect(knowledge.problems).toEqual([]);
  return lintKnowledge(knowledge).map(({ file, message }) => `${file}: ${message}`);
}

const words = (count: number) => Array.from({ length: count }, (_, i) => `mot${i}`).join(' ');
const one = (body: string, front = '') => ({ 'fr/articles/a.md': articleFile('Un', body, front) });

test('nothing is said of a sound article', async () => {
  const body = `${words(120)}\n\n1. ${words(100)}\n2. Voir [là](article:a).\n\n## Plus\n- une\n- liste`;
  expect(await lint(one(body))).toEqual([]);
});

test.each([
  [
    'an answer in short of 121 words',
    one(words(121)),
    'the answer in short has 121 words; at most 120, details go into steps and sections',
  ],
  ['a step that is too long', one(`x\n\n1. ${words(121)}`), 'step 1 is longer than 120 words: one action a step'],
  [
    'a step whose warning makes it too long',
    one(`x\n\n1. a\n\n> [!WARNING]\n> ${words(60)}\n\n2. ${words(61)}`),
    'step 2 is longer than 120 words: one action a step',
  ],
  ['a list in a step', one('x\n\n1. Choisissez\n   - a\n   - b'), 'step 1 holds a list: one action a step'],
  [
    'two ways side by side',
    one('x\n\n## A\n1. Ouvrez.\n2. Cliquez **là**.\n\n## B\n1. Ouvrez **a**.\n2. Cliquez **ici**.'),
    '2 sections have numbered steps: they can be walked when each is an article',
  ],
  [
    'steps with dots in place of numbers',
    one('x\n\n## A\n- Ouvrez le menu.\n- Cliquez **là**.\n- Validez **tout**.'),
    'the list in "A" looks like steps: with numbers they can be walked',
  ],
  ['a section without a word', one('x\n\n## Plus\n\n## Encore\ny'), 'the section "Plus" is empty'],
  [
    'a video named like its article',
    one('x', 'video: { title: UN, url: https://example.com }\n'),
    'the video needs a title of its own: it is its text equivalent',
  ],
  ['a related article that is not there', one('x', 'related: [nowhere]\n'), 'related: there is no article "nowhere"'],
  ['a check that is not there', one('x', 'check: nothing\n'), 'check: there is no check "nothing" in intents.yml'],
  ['an image without a description', one('x ![](a.png)'), 'an image has no alternative text'],
  ['a link to no article', one('x\n\n## Plus\n[là](article:nowhere)'), 'link: there is no article "nowhere"'],
  ['HTML', one('x<br>y'), 'HTML is not drawn on every channel: use Markdown'],
])('%s is found', async (_, files, message) => {
  expect(await lint(files)).toEqual([`fr/articles/a.md: ${message}`]);
});

test('an article that nobody asks for is found', async () => {
  const files = { 'fr/articles/a.md': '---\ntitle: Un\nupdated: 2026-11-22\n---\nx' };
  expect(await lint(files)).toEqual(['fr/articles/a.md: no questions: customers would find it by its own words only']);
});

describe('the languages', () => {
  test('an article that one of them lacks is found', async () => {
    const files = { ...one('x'), 'en/articles/b.md': articleFile('Two') };
    expect((await lint(files)).toSorted()).toEqual([
      'en/articles/a.md: missing: the article exists in another language',
      'fr/articles/b.md: missing: the article exists in another language',
    ]);
  });

  const full = '\n\n> [!WARNING]\n> w\n\n1. un\n2. deux\n\n## Plus\ny';
  test.each([
    ['as many steps', '\n\n> [!WARNING]\n> w\n\n1. un\n\n## Plus\ny', '', 'steps: "1" here, "2" in de'],
    [
      'the warnings before the same steps',
      '\n\n1. un\n\n> [!WARNING]\n> w\n\n2. deux\n\n## Plus\ny',
      '',
      'warnings before the steps: "0 1" here, "1 0" in de',
    ],
    ['as many sections', '\n\n> [!WARNING]\n> w\n\n1. un\n2. deux', '', 'sections: "0" here, "1" in de'],
    ['the same related articles', full, 'related: [a]\n', 'related: "a" here, "" in de'],
  ])('say the same with %s', async (_, body, front, message) => {
    const files = {
      'de/articles/a.md': articleFile('Eins', `x${full}`),
      'fr/articles/a.md': articleFile('Un', `x${body}`, front),
    };
    expect(await lint(files)).toContain(`fr/articles/a.md: ${message}`);
  });

  test('were last changed on the same day', async () => {
    const files = {
      'de/articles/a.md': articleFile('Eins').replace('11-22', '11-23'),
      'fr/articles/a.md': articleFile('Un'),
    };
    expect(await lint(files)).toEqual(['fr/articles/a.md: updated: "2026-11-22" here, "2026-11-23" in de']);
  });

  test('know the same checks, commands, answer words and topics', async () => {
    const intents = [
      'checks:\n  inbox: { title: Boîte, examples: [b] }',
      'commands:\n  help: { title: Aide, examples: [c] }',
      'answers:\n  yes: { examples: [oui] }',
      'outside:\n  - { topic: weather, examples: [d] }',
    ].join('\n');
    const files = { 'deployment.yml': 'checks: teamwork-desk', 'fr/intents.yml': intents, 'en/intents.yml': '{}' };
    expect(await lint(files)).toEqual([
      'en/intents.yml: missing: check inbox',
      'en/intents.yml: missing: command help',
      'en/intents.yml: missing: answer word yes',
      'en/intents.yml: missing: outside topic weather',
    ]);
  });
});

test('a line that stands for two intents is found, whatever its case, accents and marks', async () => {
  const intents = 'commands:\n  help: { title: Aide, examples: ["Comment UN ?", "aide", "Aidé !"] }';
  expect(await lint({ ...one('x'), 'fr/intents.yml': intents })).toEqual([
    'fr: "Comment UN ?" stands for a and again for help',
    'fr: "Aidé !" stands for help and again for help',
  ]);
});

it('what keeps an article from working is told from what would be better otherwise', async () => {
  const { folder, remove } = writeKnowledge({
    'fr/articles/a.md': '---\ntitle: A\nrelated: [nowhere]\n---\nVoir [cela](article:gone).\n\n![](/pictures/a.png)\n',
  });
  const found = lintKnowledge(await loadKnowledge(folder));
  remove();
  expect(found.map(({ isAdvice, message, near }) => [isAdvice ? 'advice' : 'error', message, near])).toEqual([
    ['advice', 'no questions: customers would find it by its own words only', undefined],
    ['error', 'related: there is no article "nowhere"', 'nowhere'],
    ['advice', 'an image has no alternative text', '![](/pictures/a.png'],
    ['error', 'link: there is no article "gone"', '](article:gone)'],
  ]);
});

it('tags in code are no HTML', async () => {
  expect(await lint(one('Écrivez `<b>`.\n\n```\n<Limit>\n```\n\nOu \\<i>.'))).toEqual([]);
});
