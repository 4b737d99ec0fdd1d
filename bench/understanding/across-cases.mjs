// Questions in languages that no article is in, for fitting the weights that answer them: the shipped knowledge base with its
// articles in one language, asked the example questions that they have in the others. Commands, checks and outside topics keep
// all their languages; the lines that are asked are away.

import { engine, loadIntents, seeded } from './knowledge-base.mjs';
import { wordVectors } from './word-vectors.mjs';

const { createAcrossView } = engine('across/across-view');
const { createTrainingCorpus } = engine('corpus/training-corpus');
const { gatherEvidence } = engine('decision/gather-evidence');
const { trainOnCorpus } = engine('classifier/train-on-corpus');
const { swapAction } = engine('corpus/swap-action');
const LANGUAGES = ['de', 'en', 'es', 'fr'];
/** Every third line is asked, or article or topic is away, in each of as many rounds. */
const ROUNDS = 3;
/** What a near miss counts, against a line that should be answered. */
const AWAY = 0.5;

function run(slices) {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** An intent as a knowledge base has it that is written in one language. */
const writtenIn = (source, isLearned) => (intent) => ({
  ...intent,
  texts: Object.fromEntries(
    Object.entries(intent.texts)
      .filter(([language]) => intent.kind !== 'article' || language === source)
      .map(([language, text]) => [
        language,
        { ...text, examples: text.examples.filter((line) => isLearned(intent.id, language, line)) },
      ]),
  ),
});

/**
 * Evidence for each question: {evidence, utterance, right, outside, kind, weight, language, source}.
 * @param share share (0…1) of the lines that are asked
 */
export async function acrossCases({ share = 0.25 } = {}) {
  const { intents, vocabulary } = await loadIntents();
  const vectors = wordVectors();
  const whole = createTrainingCorpus(vocabulary);
  for (const intent of intents) whole.add(intent);
  const random = seeded(29);
  const lines = intents.flatMap(({ id, kind, texts }) =>
    Object.entries(texts).flatMap(([language, { examples }]) =>
      examples.map((text) => ({ id, kind, language, text, round: Math.floor(random() * ROUNDS), drawn: random() })),
    ),
  );
  const rounds = new Map(lines.map((line) => [`${line.id} ${line.language} ${line.text}`, line.round]));
  const roundOf = new Map(intents.filter(({ kind }) => kind !== 'command').map(({ id }, i) => [id, i % ROUNDS]));
  const hiddenIn = (id) => roundOf.get(id.replace(/^check:/, ''));
  const cases = [];
  for (const source of LANGUAGES)
    for (let round = 0; round < 2 * ROUNDS; round++) {
      // First all that may be answered is there; then a third of the articles, their checks, and of the topics is not.
      const hides = round >= ROUNDS;
      const isHidden = (id) => hides && hiddenIn(id) === round - ROUNDS;
      const isAway = (id, language, text) => rounds.get(`${id} ${language} ${text}`) === round % ROUNDS;
      const isLearned = (id, language, text) => language === source || !isAway(id, language, text);
      const corpus = createTrainingCorpus(vocabulary);
      for (const intent of intents.filter(({ id }) => !isHidden(id)).map(writtenIn(source, isLearned)))
        corpus.add(intent);
      const model = run(trainOnCorpus(corpus));
      const across = createAcrossView(corpus, { vectors, languages: LANGUAGES }, vocabulary);
      const ask = (line, text, { isRight, weight, kind }) => {
        const { scored, utterance } = gatherEvidence(corpus, model, text, line.language, undefined, across);
        const outside = line.kind === 'outside' || !isRight;
        const right = scored.flatMap(({ intent }, i) =>
          (isRight && intent.id === line.id) || (outside && intent.kind === 'outside') ? [i] : [],
        );
        if (outside) right.push(scored.length);
        if (right.length > 0)
          cases.push({
            evidence: scored.map((entry) => entry.evidence),
            utterance,
            right,
            outside,
            kind,
            weight,
            language: line.language,
            source,
          });
      };
      const asked = lines.filter(
        (line) => line.language !== source && line.drawn < share && isAway(line.id, line.language, line.text),
      );
      for (const [i, line] of asked.entries()) {
        if (hides && isHidden(line.id)) ask(line, line.text, { isRight: false, weight: AWAY, kind: 'away' });
        if (hides) continue;
        ask(line, line.text, { isRight: true, weight: 1, kind: line.kind });
        const swapped =
          line.kind === 'article' && line.drawn < share / 2
            ? swapAction(whole, { ...line, intent: line.id }, i)
            : undefined;
        if (swapped !== undefined) ask(line, swapped, { isRight: false, weight: 1, kind: 'swapped' });
      }
    }
  return cases;
}
