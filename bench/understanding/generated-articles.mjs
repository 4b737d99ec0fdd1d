// Articles out of a seeded generator, for measuring time and memory: words follow Zipf's law over a vocabulary of
// syllables, so that the lengths of an index's lists are those of real text.
import { seeded } from './knowledge-base.mjs';

const ONSETS = [
  'b',
  'c',
  'd',
  'f',
  'g',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'tr',
  'pl',
  'ch',
  'qu',
  'gr',
  'st',
  'br',
];
const CORES = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou', 'on', 'en', 'er', 'eau', 'é', 'è', 'in'];
const SMALL = [
  'le',
  'la',
  'les',
  'de',
  'du',
  'des',
  'un',
  'une',
  'et',
  'à',
  'en',
  'dans',
  'pour',
  'sur',
  'avec',
  'vous',
  'votre',
  'est',
  'que',
  'qui',
];

/** `count` articles of about 110 words with a title, and `questions` about them: {text, id}. */
export function generateArticles(count, questions, seed = 1) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const vocabulary = new Set();
  const size = Math.min(60_000, 3000 + count * 4);
  while (vocabulary.size < size)
    vocabulary.add(Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(ONSETS) + pick(CORES)).join(''));
  const words = [...vocabulary];
  // Zipf: the rank of a word is e^(u ln n) for u uniform.
  const word = () => (random() < 0.45 ? pick(SMALL) : words[Math.floor(words.length ** random()) - 1]);
  const sentence = (length) => Array.from({ length }, word).join(' ');
  const articles = Array.from({ length: count }, (_, i) => ({
    id: `article-${i}`,
    title: sentence(6),
    questions: [],
    body: Array.from({ length: 8 }, () => `${sentence(14)}.`).join(' '),
  }));
  const asked = Array.from({ length: questions }, () => {
    const { id, title, body } = pick(articles);
    const source = `${title} ${body}`.split(/[\s.]+/).filter((part) => part.length > 3);
    return { id, text: `comment ${Array.from({ length: 4 }, () => pick(source)).join(' ')} ?` };
  });
  return { articles, asked };
}
