import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT_FOLDER } from '../../src/bot/config';
import { lintTranslations } from '../../src/commands/lint-translations';
import { newLanguage } from '../../src/commands/new-language';
import { lintSentences } from '../../src/dialogs/phrases/lint-sentences';
import { openTestApp, startTalk } from '../converse';
import { articleFile, writeKnowledge } from '../knowledge/articles/write-knowledge';

const FILES = {
  'en/articles/bread.md': articleFile('Bake bread', 'Bake it.\n\n1. Heat the oven.\n2. Wait.'),
  'en/deployment.json': JSON.stringify({ welcome: { fresh: 'Flour again?' }, shop: { open: 'We are open.' } }),
};
let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = writeKnowledge(FILES));
});
afterEach(() => remove());

const sentencesIn = (language: string) => JSON.parse(readFileSync(join(folder, language, 'deployment.json'), 'utf8'));
const folders = () => ({ product: PRODUCT_FOLDER, deployment: folder });

test('a language that nobody ships has every sentence in English, the team’s own before the product’s', async () => {
  await newLanguage(folder, 'it');
  const said = sentencesIn('it');
  expect(said.choice.person).toBe('Talk to a person');
  expect(said.welcome.fresh).toBe('Flour again?');
  expect(said.shop.open).toBe('We are open.');
  // Italian has a plural form that English does not have.
  expect(Object.keys(said.finding)).toEqual(expect.arrayContaining(['more_one', 'more_many', 'more_other']));
  expect(readFileSync(join(folder, 'it', 'intents.yml'), 'utf8')).toContain('commands:');
  expect(existsSync(join(folder, 'it', 'teams.json'))).toBe(true);
  expect(await lintSentences(folders(), ['en', 'it'])).toEqual([]);
});

test('it is spoken as soon as it is there: a customer gets its articles and sentences', async () => {
  await newLanguage(folder, 'it');
  const said = sentencesIn('it');
  said.welcome.first = 'Buongiorno! Sono l’assistente automatico.';
  writeFileSync(join(folder, 'it', 'deployment.json'), JSON.stringify(said));
  mkdirSync(join(folder, 'it', 'articles'));
  writeFileSync(
    join(folder, 'it', 'articles', 'bread.md'),
    articleFile('Fare il pane', 'Cuocere il pane.\n\n1. Scaldare il forno.\n2. Aspettare.'),
  );
  const app = await openTestApp({ knowledgeFolder: folder });
  const talk = startTalk(app, { locale: 'it-IT' });
  expect((await talk.join()).text).toContain('Buongiorno! Sono l’assistente automatico.');
  expect((await talk.say('fare il pane')).text).toContain('Cuocere il pane.');
  await app.close();
});

test('lint names what is missing, and what is still in English', async () => {
  await newLanguage(folder, 'it');
  const said = sentencesIn('it');
  said.choice.person = 'Parlare con una persona';
  delete said.choice.topics;
  writeFileSync(join(folder, 'it', 'deployment.json'), JSON.stringify(said));
  const missing = (await lintSentences(folders(), ['en', 'it'])).map(({ message }) => message);
  expect(missing.join('\n')).toContain('choice.topics');
  const english = (await lintTranslations(folder, ['en', 'it'])).map(({ message }) => message);
  expect(english).toContain('still in English: "choice.startOver"');
  expect(english).not.toContain('still in English: "choice.person"');
  expect(english.length).toBeGreaterThan(100);
});

test('a second run adds what is missing and keeps every translation', async () => {
  await newLanguage(folder, 'it');
  const said = sentencesIn('it');
  said.choice.person = 'Parlare con una persona';
  delete said.choice.topics;
  writeFileSync(join(folder, 'it', 'deployment.json'), JSON.stringify(said));
  writeFileSync(join(folder, 'it', 'intents.yml'), 'commands: {}\n');
  await newLanguage(folder, 'it');
  expect(sentencesIn('it').choice).toMatchObject({ person: 'Parlare con una persona', topics: 'See the topics' });
  expect(readFileSync(join(folder, 'it', 'intents.yml'), 'utf8')).toBe('commands: {}\n');
});

test.each([
  ['de', 'The product speaks "de" already'],
  ['../it', 'is no language'],
  ['Italian', 'is no language'],
])('%s is refused: %s', async (language, message) => {
  await expect(newLanguage(folder, language)).rejects.toThrow(message);
});

test('a broken file is named with its line, and stays', async () => {
  mkdirSync(join(folder, 'it'));
  writeFileSync(join(folder, 'it', 'deployment.json'), '{\n  "choice": [\n');
  await expect(newLanguage(folder, 'it')).rejects.toThrow(/it\/deployment\.json:\d/);
  expect(readFileSync(join(folder, 'it', 'deployment.json'), 'utf8')).toBe('{\n  "choice": [\n');
});
