import { openIndex } from '../../../../src/knowledge/understanding/open-index';

const WAYS = [
  'how do I',
  'where can I',
  'please help me to',
  'I want to',
  'we need to',
  'steps to',
  'is there a way to',
];
const things = ['an inbox', 'a new inbox', 'one more inbox', 'the inbox for sales', 'an inbox for the shop'];
const about = (verb: string) => WAYS.flatMap((way) => things.map((thing) => `${way} ${verb} ${thing}`));
const article = (id: string, title: string, examples: readonly string[]) => ({
  id,
  kind: 'article' as const,
  texts: { en: { title, body: `${title}.`, examples } },
});
const intents = [
  article('inbox', 'Create an inbox', about('create')),
  article('agents', 'Invite agents', ['invite an agent', 'how do I invite agents', 'invite my colleagues as agents']),
  {
    id: 'outside:weather',
    kind: 'outside' as const,
    texts: {
      en: { title: '', examples: ['will it rain', 'is it cold in Oslo', 'the weather on Sunday', 'snow tomorrow'] },
    },
  },
];
const index = openIndex(intents);
const scope = (text: string) => index.judge(text, { language: 'en' }).scope;

test('the object of a guide with a task that no line tells of is believed less than what it does', () => {
  for (const way of ['could somebody', 'my boss says we should', 'any idea how to']) {
    const own = scope(`${way} create an inbox`);
    for (const verb of ['delete', 'rename', 'merge', 'export'])
      expect(scope(`${way} ${verb} an inbox`)).toBeLessThan(own - 0.1);
  }
});

test('what is learned for it is no topic that anybody is told of', () => {
  const { reasons, ...verdict } = index.judge('rename an inbox', { language: 'en' });
  expect(reasons).not.toContainEqual(expect.objectContaining({ kind: 'outside-topic', topic: '~task' }));
  expect(verdict).not.toMatchObject({ outside: { topic: '~task' } });
  expect(verdict.candidates.map(({ intent }) => intent)).not.toContain('outside:~task');
});
