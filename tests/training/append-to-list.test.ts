import { parse } from 'yaml';
import { appendToList } from '../../src/training/append-to-list';

const TRADE = `# who asks for it
title: 'Turn off: triggers'
questions: # as people type them
  - "how do I…?"   # the first
  - where are
    the triggers
# near misses
not:
- delete a trigger
related: [agents]
`;

describe('a line added to a list in YAML', () => {
  it('is one line more, and every other line stays as its author wrote it', () => {
    const longer = appendToList(TRADE, ['questions'], 'stop rules');
    expect(longer).toBe(TRADE.replace('the triggers\n', 'the triggers\n  - stop rules\n'));
    expect(appendToList(TRADE, ['not'], 'rename one')).toBe(
      TRADE.replace('- delete a trigger\n', '- delete a trigger\n- rename one\n'),
    );
  });

  it.each([
    'key: value?',
    '- dash',
    '"quoted" and \'so\'',
    '#hash',
    'yes',
    '12',
    '{{name}} [x]',
    '@at',
    'é ü ß ¿por qué?',
    '* star',
    'a # b',
    ': ',
    '~',
    '2026-11-22',
  ])('reads as what was typed: %s', (question) => {
    for (const list of ['questions', 'not', 'related', 'labels'])
      expect(parse(appendToList(TRADE, [list], question))[list].at(-1)).toBe(question);
  });

  it('begins a list that is not there, below what is', () => {
    expect(appendToList('title: Inbox\n', ['questions'], 'where is it')).toBe(
      'title: Inbox\nquestions:\n  - where is it\n',
    );
    expect(appendToList('', ['outside'], { topic: 'tax', examples: ['vat?'] })).toBe(
      'outside:\n  - topic: tax\n    examples:\n      - vat?\n',
    );
  });

  it('keeps line ends of Windows, and a last line without an end', () => {
    expect(appendToList('questions:\r\n  - a\r\nnot: []\r\n', ['questions'], 'b')).toBe(
      'questions:\r\n  - a\r\n  - b\r\nnot: []\r\n',
    );
    expect(appendToList('questions:\n  - a', ['questions'], 'b')).toBe('questions:\n  - a\n  - b\n');
  });

  it('finds a list inside others', () => {
    const intents = 'outside:\n  - topic: tax\n    examples:\n      - vat\n  - topic: pets\n    examples: []\n';
    expect(appendToList(intents, ['outside', 0, 'examples'], 'tax?')).toBe(
      intents.replace('- vat\n', '- vat\n      - tax?\n'),
    );
    expect(parse(appendToList(intents, ['outside', 1, 'examples'], 'cat')).outside[1].examples).toEqual(['cat']);
  });

  it('leaves block texts and comments after the last item where they are', () => {
    const block = 'questions:\n  - |\n    one\n    two\n  # the end\nnot:\n  - x\n';
    const read = parse(appendToList(block, ['questions'], 'three'));
    expect(read).toEqual({ questions: ['one\ntwo\n', 'three'], not: ['x'] });
  });
});
