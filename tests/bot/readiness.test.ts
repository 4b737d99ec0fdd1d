import { type Probed, readiness } from '../../src/bot/readiness';

const app = (changes: Partial<Probed> = {}): Probed => ({
  knowledgeService: { knowledge: { articles: new Map([['inbox', new Map()]]) } },
  locales: { languages: ['en', 'fr'] },
  problems: [],
  isWritable: async () => {},
  handoffs: { report: async () => [] },
  config: { production: true, credentials: {} },
  ...changes,
});

test('a app with everything in place is ready', async () => {
  expect(await readiness(app())).toEqual({
    status: 'ready',
    articles: 1,
    languages: ['en', 'fr'],
    messages: 'closed',
    storage: 'writable',
    handoff: [],
    problems: [],
  });
});

test('a broken article makes it degraded, and is named', async () => {
  const problems = [{ file: 'fr/articles/inbox.md', line: 3, message: 'updated: date expected' }];
  expect(await readiness(app({ problems }))).toMatchObject({
    status: 'degraded',
    problems: ['fr/articles/inbox.md:3: updated: date expected'],
  });
});

test('without storage it is down, whatever else is well', async () => {
  const failing = app({
    isWritable: () => Promise.reject(new Error('read-only')),
    problems: [{ file: 'x', message: 'y' }],
  });
  expect(await readiness(failing)).toMatchObject({ status: 'down', storage: 'failing', storageFault: 'read-only' });
});
