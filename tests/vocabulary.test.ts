import { PRODUCT_FOLDER, SHIPPED_DEPLOYMENT } from '../src/bot/config';
import { loadKnowledge } from '../src/knowledge/articles/load-knowledge';
import { foldText } from '../src/knowledge/understanding/text/fold-text';

/** A product or an abbreviation that is spelled like one of these would change the meaning of honest sentences. */
const EVERYDAY: Readonly<Record<string, readonly string[]>> = {
  fr: ['chez', 'nous', 'non', 'ne', 'mes', 'son', 'les', 'tout', 'reste', 'encore'],
  en: ['free', 'maps', 'drive', 'analytics', 'no', 'not', 'my', 'our', 'still', 'on', 'off'],
  de: ['bei', 'uns', 'nein', 'nicht', 'mein', 'noch', 'an', 'aus', 'alle'],
  es: ['no', 'si', 'mi', 'nos', 'todo', 'aun', 'queda', 'con', 'se'],
};
const everyday = new Set(Object.values(EVERYDAY).flat());

test('no everyday word is the name of a product, in any language', async () => {
  const { vocabulary } = await loadKnowledge(SHIPPED_DEPLOYMENT, await loadKnowledge(PRODUCT_FOLDER));
  const names = [...vocabulary.values()].flatMap(({ products }) => products?.others ?? []);
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => everyday.has(foldText(name)))).toEqual([]);
});

test.each(Object.entries(EVERYDAY))('no everyday word is an abbreviation in %s', async (language, words) => {
  const { vocabulary } = await loadKnowledge(SHIPPED_DEPLOYMENT, await loadKnowledge(PRODUCT_FOLDER));
  const short = Object.keys(vocabulary.get(language)?.spelling ?? {}).map(foldText);
  expect(short.length).toBeGreaterThan(50);
  expect(short.filter((word) => words.includes(word))).toEqual([]);
});
