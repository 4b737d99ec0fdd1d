// Makes `vectors/`: word vectors shared by English, French, German and Spanish, from translations (`npm run vectors [FOLDER]`, on
// Debian, some minutes). Words that stand in translations of the same messages get vectors in the same direction: the
// matrix messages × words, each word tagged with its language, is factored (latent semantic indexing across languages: Dumais,
// Landauer & Littman 1996). The same packages give the same files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engine, root } from '../understanding/knowledge-base.mjs';
import { factor } from './factor.mjs';
import { LANGUAGES, readMessages, unpackPackages } from './read-packages.mjs';

const { splitWords } = engine('text/split-text');
const { openLexicon } = engine('text/lexicon');

/** Numbers a word; more than are kept are worked out, as the last ones converge slowest. */
const DIMENSIONS = 128;
const RANK = 200;
/** A word in fewer messages has met too few others to have a direction. */
const FEWEST_MESSAGES = 4;

const folder = process.argv[2] ?? join(tmpdir(), 'passerelle-vectors');
const packages = unpackPackages(folder);
const messages = stemmed(readMessages(folder));
const { stems, rarities, matrix } = matrixOf(messages);
console.error(`${messages.length} messages, ${stems.length} words, ${matrix.ids.length} places`);
const { vectors, lengths } = factor(matrix, RANK);
write();

/** Each message once, as how often each language has each word; a word is `<language>\t<stem>`. */
function stemmed(all) {
  const seen = new Set();
  const made = [];
  for (const message of all) {
    const text = JSON.stringify(message);
    if (seen.has(text)) continue;
    seen.add(text);
    const versions = LANGUAGES.flatMap((language) => {
      const { entry } = openLexicon(language);
      const counts = new Map();
      for (const word of splitWords(message[language] ?? '')) {
        if (word.length < 2 || /\d/.test(word)) continue;
        const stem = `${language}\t${entry(word).stem}`;
        counts.set(stem, (counts.get(stem) ?? 0) + 1);
      }
      return counts.size > 0 ? [counts] : [];
    });
    if (versions.length > 1) made.push(versions);
  }
  return made;
}

/** (1 + log times) · idf, each language of a message scaled to length 1, so that the wordiest does not rule. */
function matrixOf(all) {
  const frequencies = new Map();
  const sizes = new Map();
  for (const counts of all.flat()) {
    for (const stem of counts.keys()) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
    const [language] = languageOf(counts.keys().next().value);
    sizes.set(language, (sizes.get(language) ?? 0) + 1);
  }
  const stems = [...frequencies.keys()].filter((stem) => frequencies.get(stem) >= FEWEST_MESSAGES).sort();
  const places = new Map(stems.map((stem, i) => [stem, i]));
  const rarities = stems.map((stem) => Math.log(sizes.get(languageOf(stem)[0]) / frequencies.get(stem)));
  const [starts, ids, values] = [[0], [], []];
  for (const versions of all) {
    for (const counts of versions) {
      const known = [...counts].filter(([stem]) => places.has(stem));
      const weights = known.map(([stem, times]) => (1 + Math.log(times)) * rarities[places.get(stem)]);
      const length = Math.hypot(...weights) || 1;
      for (const [i, [stem]] of known.entries()) {
        ids.push(places.get(stem));
        values.push(weights[i] / length);
      }
    }
    starts.push(ids.length);
  }
  const matrix = {
    rows: all.length,
    columns: stems.length,
    starts: Int32Array.from(starts),
    ids: Int32Array.from(ids),
    values: Float64Array.from(values),
  };
  return { stems, rarities, matrix };
}

function languageOf(stem) {
  return stem.split('\t');
}

function write() {
  const numbers = new Int8Array(stems.length * DIMENSIONS);
  for (let word = 0; word < stems.length; word++) {
    const vector = Array.from({ length: DIMENSIONS }, (_, k) => vectors[word * RANK + k] * Math.sqrt(lengths[k]));
    const longest = Math.max(...vector.map(Math.abs)) || 1;
    numbers.set(
      vector.map((value) => Math.round((127 * value) / longest)),
      word * DIMENSIONS,
    );
  }
  const into = join(root, 'vectors');
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, 'words.tsv'), stems.map((stem, i) => `${stem}\t${rarities[i].toFixed(2)}\n`).join(''));
  writeFileSync(join(into, 'words.int8'), numbers);
  writeFileSync(join(into, 'packages.txt'), `${packages.join('\n')}\n`);
}
