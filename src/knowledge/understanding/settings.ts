/**
 * Every number of the understanding that was chosen by hand. What was fitted stands in `fitted.ts`. Ranges are those
 * within which the figures of docs/understanding.md hardly change.
 */
export const settings = {
  /** Characters of an utterance that are looked at: its first 60 % and its last 40 %. 1,000 to 4,000: bounds the time of a question. */
  longestText: 2000,
  /** Characters of a word; the rest is cut. The longest German word in use has about 40. */
  longestWord: 40,
  /** Words of the shortest clause that a comma or a "but" closes. 2 to 4. */
  shortestClause: 3,
  /** Lengths of character n-grams, word borders included. */
  gramLengths: [3, 4],
  /** A feature must occur in that many lines to have a weight, where there are many lines; where there are few, each counts. 1 to 3. */
  rarestFeature: 2,
  /** Exponent of idf in the classifier's vectors. 0 to 1. */
  rarity: 0.5,
  /** What "many lines" is. 4,000 to 20,000. */
  manyExamples: 6000,
  /** Words between two concepts that are still taken as a pair. 2 to 6. */
  pairWindow: 3,
  /** Share of each block of features in a line's unit length (squares): words, concepts, n-grams. */
  blocks: { words: 1, concepts: 1, grams: 1 },
  /** Cost of the classifier's errors (C of the linear SVM). 0.5 to 2. */
  cost: 1,
  /** How much more an error on an intent's own lines costs: they are few against all the others. 2 to 10. */
  ownCost: 5,
  /** Passes over the lines. 4 to 15: the figures are the same, and with many lines as many steps are done in fewer passes. */
  epochs: 8,
  /** Enough where there are few lines. */
  epochsOfFew: 6,
  /** Examples of an article, in each language, of which another task is made to learn what it does not do. 30 to 120. */
  mostOtherTasks: 60,
  /** Places in the lists of an inverted index that one look-up may visit: it bounds the time of a question. 20,000 to 100,000. */
  mostVisits: 25_000,
  /** The same for each clause of a story. 4,000 to 20,000. */
  mostClauseVisits: 6000,
  /** Features of a question that are looked up among the known lines, rarest first. 48 to 128. */
  mostFeatures: 64,
  /** Words of a question that are looked up in the articles, rarest first. */
  mostWords: 32,
  /** What a feature counts that no line has, against one that some have. 0 to 1. */
  unknownWeight: 0.5,
  /** How often a word counts by where on a page it stands. Twice or half as much changes little. */
  fieldWeights: { title: 4, name: 3, heading: 2, lead: 1, text: 0.7 },
  /** How much the length of a field counts against it. 0 to 1. */
  fieldLengths: { title: 0.3, name: 0.3, heading: 0.3, lead: 0.5, text: 0.5 },
  /** Occurrences of a word, so weighed, that count half of what endless ones would. 1 to 5. */
  saturation: 1.2,
  /** What a word of the same family counts, against the word itself; and of how many times its idf at most. */
  familyWorth: 0.5,
  familyRarity: 2,
  /** What a page in another language than the question's counts. */
  otherLanguage: 0.7,
  /** Pages that the words of a question may be looked up in. 10,000 to 50,000. */
  mostPageVisits: 25_000,
  /** Titles and headings that teach what asks for an article, where articles have no examples. 500 to 3,000. */
  mostArticleLines: 1500,
  /** Nearest lines that are looked at. */
  neighbours: 20,
  /** So many times as many are found where lines are left out afterwards: a near miss is judged while a third of the articles is away, and the nearest lines are mostly theirs. 2 to 40. */
  spareNeighbours: 20,
  /** Letters below which nothing is concluded. */
  fewestLetters: 2,
  /** Words from which on an utterance is looked at clause by clause, too. 8 to 15. */
  shortestStory: 10,
  /** Clauses that are looked at, the last ones. */
  mostClauses: 8,
  /** Lines that share less than this of the features looked up are not near. */
  leastShared: 0.1,
  /** Candidates that a verdict shows. */
  shownCandidates: 10,
  /** Below both, nothing known is anything like it: probabilities of few features are not to be trusted. 0.1 to 0.3; -0.8 to 0. */
  leastLikeness: 0.2,
  leastMargin: -0.4,
  /** Lowest probability at which a command is obeyed: mistaking a "thanks" harms nobody. 0.3 to 0.6. */
  commandThreshold: 0.3,
  /** Where articles have no examples, a command that leaves more than this share of the words unsaid is none, unless it is that sure. 0.3 to 0.5; 0.7 to 0.9. */
  mostUnsaid: 0.4,
  /** Likeness from which on a check's example and what was said are the same words, typing mistakes apart. 0.85 to 1. */
  sameWords: 0.9,
  sureCommand: 0.8,
  /** Examples from which on a knowledge base has thresholds of its own. 30 to 100: fewer say nothing about a few in a hundred. */
  fewestNearMisses: 50,
  /** Lines from which on a knowledge base with out-of-scope lines is judged by what its near misses taught. 500 to 5,000. */
  manyLinesOfOwn: 1000,
  /** Lines that its thresholds are found by. 800 to 3,000: each costs a millisecond, and with 500 a dozen lines elsewhere moved the share that is answered by two points. */
  mostNearMisses: 1600,
  /** Those of them that are made from examples: at most where there are few out-of-scope lines, at least where there are many. 200 to 600; 80 to 200. */
  mostMade: 400,
  fewestMade: 120,
  /** The nearest guide may be offered to this multiple of the near misses that may be answered. 6 to 12: an offer with its doubt said does little harm. */
  offerFactor: 10,
  /** Share of near misses that are offered something at most, whatever the budget. */
  mostOffered: 0.3,
  /** Where articles have no examples, the page that comes first is offered from that probability on that it answers. 0.15 to 0.3. */
  pageOffer: 0.17,
  /** Where articles are in other languages: words that half of all texts have say nothing, the rarest no more than this. 1 to 3; 4 to 7. */
  acrossUsual: 2,
  acrossRarest: 5,
  /** What a concept of the vocabulary, or of everyday life, counts against them. 5 to 9: its words are known to mean the same. */
  acrossConcept: 7,
  /** Lines of an intent that a question in another language is compared with, evenly chosen. 60 to 300: it bounds the time of a question. */
  acrossLines: 100,
  /** Lines in all. */
  mostAcrossLines: 20_000,
  /** The nearest lines that count together. 1 to 5. */
  acrossNeighbours: 3,
  /** Words of pages that a word in another language is looked up by, and how alike (0…1) they are at least. 2 to 6; 0.4 to 0.7. */
  acrossTranslations: 4,
  leastTranslation: 0.5,
  /** Share of near misses that may be offered something there. 0.3 to 0.5: who asks across languages chooses among guides sooner. */
  acrossOffered: 0.5,
  /** A second and a third article with more than this share of the first one's probability are offered, too, where that is no sure answer. 0.1 to 0.5. */
  acrossRival: 0.2,
  /** The probability that the likeliest of them has at least. 0.05 to 0.3. */
  acrossChoice: 0.1,
  /** Likeness below which nothing known means anything like it. 0 to 0.3. */
  leastAcross: 0.1,
  /** The out-of-scope topic that it seems to be about is named from this probability on. 0.2 to 0.5. */
  leastTopic: 0.3,
  /** An article or a check is said as the answer only where it is likelier than not the one that is meant, however surely one of them is. 0.4 to 0.6. */
  leastAnswer: 0.5,
  /** A choice is offered where the likelier of two has at least this probability. 0.2 to 0.4. */
  leastChoice: 0.25,
  /** A second intent with more than this share of the first one's probability is offered, too. 0.5 to 0.9. */
  closeRival: 0.7,
  /** Intents that are scored, of a large knowledge base. */
  candidates: 30,
  /** Below this share of its examples an action is foreign to an intent: somebody said it in passing. 0.01 to 0.05. */
  foreignAction: 0.03,
  /** Examples that an intent is supposed to have beside its own, and those of them that name any action: few examples never say "never". With fewer of them, rare actions are taken for foreign ones. 3 to 10; a tenth to a fifth of them. */
  supposedExamples: 3,
  supposedNamings: 0.3,
  /** Examples an intent needs on average before a classifier is trained. On cdtn-fr it gains nothing with 1 or 2, half a point with 3, seven points with 12. */
  fewestExamples: 2.5,
  /** Intents up to which a classifier is trained: its memory grows with intents × features. */
  mostClasses: 600,
} as const;
