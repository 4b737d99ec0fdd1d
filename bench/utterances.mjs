// What customers say in benches: real-sounding questions (no two the same in a round's course), and what people click in between.
import { readFileSync } from 'node:fs';

const questions = readFileSync(new URL('../tests/ranking/questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).text);
const between = ['étape par étape', 'suivant', 'précédent', 'merci'];

export const utterance = (i) =>
  i % 2 === 0 ? questions[(i / 2) % questions.length] : between[((i - 1) / 2) % between.length];
