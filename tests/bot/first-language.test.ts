import { firstLanguage } from '../../src/bot/first-language';
import { openTestApp, startTalk } from '../converse';

test.each([
  ['en', 'Hello'],
  ['de', 'Guten Tag'],
])('with DEFAULT_LANGUAGE=%s whoever tells no language is greeted in it', async (defaultLanguage, greeting) => {
  const app = await openTestApp({ defaultLanguage });
  const { text } = await startTalk(app, { locale: '' }).join();
  expect(text).toContain(greeting);
  await app.close();
});

test('one that nothing can be said in stops the start, and those that there are, are named', () => {
  expect(() => firstLanguage('it', ['fr', 'en'])).toThrow('DEFAULT_LANGUAGE (now "it"): one of fr, en expected');
});
