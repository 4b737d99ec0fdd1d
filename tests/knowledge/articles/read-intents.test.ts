import { readIntents } from '../../../src/knowledge/articles/read-intents';

const FILE = 'fr/intents.yml';
const problemsOf = (text: string) => {
  const read = readIntents(FILE, text);
  return read.kind === 'broken' ? read.problems : [];
};

test('checks, commands, answer words and topics are read; what is not there is empty', () => {
  const text =
    'commands:\n  help:\n    title: Aide\n    examples: [aide, 42, oui]\noutside:\n  - topic: weather\n    examples: [il pleut]\n';
  expect(readIntents(FILE, text)).toEqual({
    kind: 'loaded',
    value: {
      checks: {},
      commands: { help: { title: 'Aide', examples: ['aide', '42', 'oui'] } },
      answers: {},
      outside: [{ topic: 'weather', examples: ['il pleut'] }],
    },
  });
});

test.each([
  ['a check without a title', 'checks:\n  inbox:\n    examples: [a]\n', 3, 'checks.inbox.title'],
  ['examples that are no list', 'checks:\n  inbox:\n    title: Boîte\n    examples: a\n', 4, 'checks.inbox.examples'],
  [
    'an example that is empty',
    'checks:\n  inbox:\n    title: Boîte\n    examples:\n      - a\n      - ""\n',
    6,
    'checks.inbox.examples.1',
  ],
  ['an unknown part', 'command:\n  help: {}\n', 1, 'command'],
  ['a topic without a name', 'outside:\n  - examples: [a]\n', 2, 'outside.0.topic'],
  ['a list at the top', '- a\n', 1, 'the whole file'],
  ['an unclosed quote', 'commands:\n  help:\n    title: "Aide\n', 4, 'Missing closing "quote'],
])('%s is named with its line', (_, text, line, named) => {
  expect(problemsOf(text)).toContainEqual({ file: FILE, line, message: expect.stringContaining(named) });
});
