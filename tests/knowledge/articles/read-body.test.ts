import { readBody } from '../../../src/knowledge/articles/read-body';

test('what stands before the steps is the answer in short', () => {
  const { summary } = readBody('Cliquez **ici**.\n\nPuis là :\n\n- un\n- deux\n\n1. Ouvrez.');
  expect(summary).toBe('Cliquez **ici**.\n\nPuis là :\n\n- un\n- deux');
});

test('steps are numbered through, whatever their author wrote', () => {
  const { steps } = readBody('x\n\n1. un\n1. deux\n1. trois');
  expect(steps.map(({ number, text }) => `${number} ${text}`)).toEqual(['1 un', '2 deux', '3 trois']);
});

test('steps go on after a warning, and the warning stands before its step', () => {
  const { steps, summary } = readBody(
    'x\n\n1. un\n\n> [!WARNING]\n> Attention\n> à deux lignes.\n\n> [!warning] Encore.\n\n2. deux\n3. trois',
  );
  expect(steps.map(({ text, warnings }) => [text, ...warnings])).toEqual([
    ['un'],
    ['deux', 'Attention\nà deux lignes.', 'Encore.'],
    ['trois'],
  ]);
  expect(summary).toBe('x');
});

test('a quotation that is no warning belongs to the answer', () => {
  expect(readBody('x\n\n> dit-on').summary).toBe('x\n\n> dit-on');
});

test('a step of several paragraphs, with code, keeps them at the margin', () => {
  const { steps } = readBody('x\n\n1. Ouvrez :\n\n   ```\n   a\n     b\n   ```\n\n   Voilà.\n2. Fermez.');
  expect(steps.map(({ text }) => text)).toEqual(['Ouvrez :\n\n```\na\n  b\n```\n\nVoilà.', 'Fermez.']);
});

test('a list inside a step is no step', () => {
  expect(readBody('x\n\n1. Choisissez :\n   - a\n   - b\n2. Fermez.').steps.map(({ text }) => text)).toEqual([
    'Choisissez :\n- a\n- b',
    'Fermez.',
  ]);
});

test('steps beyond nine lose their wider numbers too', () => {
  const { steps } = readBody(`x\n\n${Array.from({ length: 12 }, (_, i) => `${i + 1}. pas ${i + 1}`).join('\n')}`);
  expect(steps.map(({ text }) => text)).toEqual(Array.from({ length: 12 }, (_, i) => `pas ${i + 1}`));
});

test('what stands under a heading is a section, a numbered list there included', () => {
  const { steps, sections } = readBody(
    'x\n\n1. un\n\n## Plus *encore*\nTexte.\n\n1. liste\n2. suite\n\n> [!WARNING]\n> là\n\n### Fin',
  );
  expect(steps).toHaveLength(1);
  expect(sections).toEqual([
    { title: 'Plus *encore*', body: 'Texte.\n\n1. liste\n2. suite\n\n> [!WARNING]\n> là' },
    { title: 'Fin', body: '' },
  ]);
});

test('a heading underlined with dashes is one as well', () => {
  expect(readBody('x\n\nPlus\n----\nTexte.').sections).toEqual([{ title: 'Plus', body: 'Texte.' }]);
});

test('a table of the answer stays whole', () => {
  const table = '| a | b |\n|---|---|\n| 1 | 2 |';
  expect(readBody(`x\n\n${table}`).summary).toBe(`x\n\n${table}`);
});

test('an empty body is empty, not a fault', () => {
  expect(readBody('')).toEqual({ summary: '', steps: [], stepsIn: [], sections: [] });
});

test.each([
  ['## How to do it\n1. Open **Settings**.\n2. Click **Reset**.', ['Open **Settings**.', 'Click **Reset**.']],
  [
    '## Marche à suivre\n1. Ouvrez les réglages.\n2. Cliquez sur Sécurité.',
    ['Ouvrez les réglages.', 'Cliquez sur Sécurité.'],
  ],
  [
    '## Anleitung\n1. Öffnen Sie die Einstellungen.\n2. Wählen Sie Sicherheit.',
    ['Öffnen Sie die Einstellungen.', 'Wählen Sie Sicherheit.'],
  ],
  ['## Pasos\n1. Abra los ajustes.\n2. Pulse Seguridad.', ['Abra los ajustes.', 'Pulse Seguridad.']],
])('steps under a heading of their own are steps, and stay in their section (%s)', (section, wanted) => {
  const { steps, stepsIn, sections } = readBody(`x\n\n${section}\n\n## More\n- a`);
  expect(steps.map(({ text }) => text)).toEqual(wanted);
  expect(stepsIn).toEqual([0]);
  expect(sections.map(({ title }) => title)).toHaveLength(2);
});

test('a warning in front of a step of a section stands before that step', () => {
  const { steps } = readBody('x\n\n## How\n1. Open it.\n\n> [!WARNING]\n> Careful.\n\n2. Click **Delete**.');
  expect(steps.map(({ warnings }) => warnings)).toEqual([[], ['Careful.']]);
});

test('headings that count steps are steps', () => {
  const { steps, stepsIn } = readBody('x\n\n## Étape 1 : Ouvrir\nTexte.\n\n## Étape 2 : Fermer\nAutre.\n\n## Plus\ny');
  expect(steps.map(({ text }) => text)).toEqual(['Ouvrir\n\nTexte.', 'Fermer\n\nAutre.']);
  expect(stepsIn).toEqual([0, 1]);
});

test.each([
  ['a ranking', '## Prices\n1. Free plan\n2. Team plan\n3. Company plan'],
  ['two ways side by side', '## From a file\n1. Open it.\n2. Click **A**.\n\n## By hand\n1. Open it.\n2. Click **B**.'],
  ['a list of points', '## Good to know\n- Open all day\n- Click and go'],
])('%s is no way to walk', (_, sections) => {
  expect(readBody(`x\n\n${sections}`)).toMatchObject({ steps: [], stepsIn: [] });
});

test('steps before the first heading come first', () => {
  const { steps, stepsIn } = readBody('x\n\n1. Ouvrez.\n2. Fermez.\n\n## Sinon\n1. Ouvrez **A**.\n2. Cliquez.');
  expect(steps.map(({ text }) => text)).toEqual(['Ouvrez.', 'Fermez.']);
  expect(stepsIn).toEqual([]);
});
