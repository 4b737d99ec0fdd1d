import fc from 'fast-check';
import {
  type Index,
  loadIndex,
  openIndex,
  openIndexInSlices,
} from '../../../src/knowledge/understanding/open-index.js';
import type { Verdict } from '../../../src/knowledge/understanding/verdict.js';
import { intents, vocabulary } from './knowledge-base.js';

const index = openIndex(intents, { vocabulary });
const meant = (verdict: Verdict) =>
  verdict.kind === 'answer' || verdict.kind === 'nearest'
    ? verdict.intent
    : verdict.kind === 'choose'
      ? verdict.intents[0]
      : 'unknown';
const ask = (utterance: string, language = 'en') => meant(index.judge(utterance, { language }));
const QUESTIONS = ['how do I return a box', 'où est mon paquet', 'delivery saturday?', 'rain', 'human', 'renvoyer'];
const verdicts = (of: Index) => QUESTIONS.map((question) => of.judge(question));

describe('An index', () => {
  test.each([
    ['how can I send a package back', 'en', 'returns'],
    ['where is the return label', 'en', 'returns'],
    ['when does my parcel arrive', 'en', 'delivery'],
    ['check whether my parcel is sent', 'en', 'check:delivery'],
    ['may I speak to a human', 'en', 'handoff'],
    ['comment je peux renvoyer un paquet', 'fr', 'returns'],
    ['regarde si mon colis est parti', 'fr', 'check:delivery'],
  ])('understands "%s" (%s) as %s', (utterance, language, intent) => {
    expect(ask(utterance, language)).toBe(intent);
  });

  test('reads typos, missing accents and spellings by ear', () => {
    expect(ask('how do I retrun a parcle')).toBe('returns');
    expect(ask('koman renvoyer 1 coli', 'fr')).toBe('returns');
  });

  test('takes the channel’s language as a hint only', () => {
    expect(ask('comment renvoyer un colis', 'en')).toBe('returns');
  });

  test('finds the question in a long story', () => {
    const story =
      'Hello, my aunt had her birthday last week and we were all there. I bought her shoes in the sale. ' +
      'They are far too small for her. How do I return a parcel? Have a nice day.';
    expect(ask(story)).toBe('returns');
  });

  test('reads a clause that is said over and over once', () => {
    const letter = 'we wait for our parcel and it is raining here for days. ';
    expect(index.judge(`${letter.repeat(12)} may I speak to a human`).scope).toBeCloseTo(
      index.judge(`${letter} may I speak to a human`).scope,
      5,
    );
  });

  test('refuses what is outside, and says what it seems to be about', () => {
    expect(index.judge('will it rain on sunday in paris')).toMatchObject({
      kind: 'unknown',
      outside: { topic: 'weather' },
    });
  });

  test('tells another product apart, unless it is where the customer comes from', () => {
    expect(index.judge('how do I return a parcel to Acmeshop')).toMatchObject({
      kind: 'unknown',
      otherProduct: 'Acmeshop',
    });
    expect(ask('we moved from Acmeshop to Oldshop, how do I return a parcel')).toBe('returns');
  });

  test('answers about another product where the article tells of it', () => {
    const told = openIndex(
      intents.map((intent) => {
        const { en } = intent.texts;
        return intent.id === 'returns' && en
          ? {
              ...intent,
              texts: { ...intent.texts, en: { ...en, body: `${en.body} A label of ACMESHOP is refused here.` } },
            }
          : intent;
      }),
      { vocabulary },
    );
    expect(meant(told.judge('how do I return a parcel with a label of Acmeshop'))).toBe('returns');
    expect(told.judge('when does my parcel of Acmeshop arrive')).toMatchObject({ otherProduct: 'Acmeshop' });
  });

  test('knows a product by a typo in it, but not by a word that begins with another letter', () => {
    expect(index.judge('how do I return a parcel to Acmeshpo')).toMatchObject({ otherProduct: 'Acmeshop' });
    expect(ask('how do I return a parcel to the icmeshop')).toBe('returns');
  });

  test('says why', () => {
    const { reasons } = index.judge('How do I return a Parcel?');
    expect(reasons).toContainEqual(expect.objectContaining({ kind: 'nearest-example', intent: 'returns' }));
    expect(reasons).toContainEqual(
      expect.objectContaining({ kind: 'matched-words', words: expect.arrayContaining(['Parcel']) }),
    );
  });

  test.each(['', ' ', '?!', '😀😀', 'x', 'кто ты такой', '如何退货', '\ud800\ud800'])(
    'claims nothing about %j',
    (text) => {
      expect(index.judge(text).kind).toBe('unknown');
    },
  );

  test('gives probabilities between 0 and 1, best first, without outside intents', () => {
    for (const { candidates, confidence, scope } of verdicts(index)) {
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      expect(confidence).toBeLessThanOrEqual(scope + 1e-9);
      expect(candidates.some(({ intent }) => intent.startsWith('outside:'))).toBe(false);
    }
  });

  test('searches articles only, by title and by body', () => {
    expect(index.search('island', { language: 'en' })[0]?.intent).toBe('delivery');
    expect(index.search('post office', { language: 'en' })[0]?.intent).toBe('returns');
    expect(index.search('post off', { language: 'en' })[0]?.intent).toBe('returns');
    expect(index.search('human', { language: 'en' }).map(({ intent }) => intent)).not.toContain('handoff');
    expect(index.search('parcel', { limit: 1 })).toHaveLength(1);
  });
});

describe('An index that changes', () => {
  test('is the same as one built anew when intents are added', () => {
    const grown = openIndex(intents.slice(2), { vocabulary });
    for (const intent of intents.slice(0, 2)) grown.add(intent);
    expect(verdicts(grown)).toEqual(verdicts(index));
  });

  test('is the same as one built anew when intents are removed', () => {
    const shrunk = openIndex(intents, { vocabulary });
    shrunk.remove('delivery');
    expect(verdicts(shrunk)).toEqual(
      verdicts(
        openIndex(
          intents.filter(({ id }) => id !== 'delivery'),
          { vocabulary },
        ),
      ),
    );
  });

  test('replaces an intent that it has', () => {
    const changed = openIndex(intents, { vocabulary });
    for (const intent of intents.slice(0, 3)) changed.add(intent);
    expect(verdicts(changed)).toEqual(verdicts(index));
  });

  test('learns in slices without changing its mind in between', async () => {
    const settling = openIndex(intents, { vocabulary });
    settling.remove('delivery');
    let pauses = 0;
    await settling.settle(async () => {
      pauses++;
      expect(meant(settling.judge('how do I return a parcel'))).toBe('returns');
    });
    expect(pauses).toBeGreaterThan(0);
    expect(verdicts(settling)).toEqual(
      verdicts(
        openIndex(
          intents.filter(({ id }) => id !== 'delivery'),
          { vocabulary },
        ),
      ),
    );
  });

  test('becomes the index of other intents without blocking', async () => {
    const [first, ...others] = intents;
    const without = others.filter(({ id }) => id !== 'handoff');
    const updated = openIndex(without, { vocabulary });
    let pauses = 0;
    await updated.update([...intents].reverse(), async () => {
      pauses++;
      expect(meant(updated.judge('how long does delivery take'))).toBe('delivery');
    });
    expect(pauses).toBeGreaterThan(0);
    expect(verdicts(updated)).toEqual(verdicts(index));
    await updated.update(first ? [first, ...without] : without, async () => undefined);
    expect(verdicts(updated)).toEqual(
      verdicts(
        openIndex(
          intents.filter(({ id }) => id !== 'handoff'),
          { vocabulary },
        ),
      ),
    );
  });

  test('is the same when it was built in slices', async () => {
    expect(verdicts(await openIndexInSlices(intents, async () => undefined, { vocabulary }))).toEqual(verdicts(index));
  });

  test('is the same after saving and loading, and can still be changed', () => {
    const loaded = loadIndex(index.save(), { vocabulary });
    expect(verdicts(loaded)).toEqual(verdicts(index));
    loaded.remove('delivery');
    expect(verdicts(loaded)).toEqual(
      verdicts(
        openIndex(
          intents.filter(({ id }) => id !== 'delivery'),
          { vocabulary },
        ),
      ),
    );
  });

  test('is not loaded from other bytes, or with another vocabulary', () => {
    expect(() => loadIndex(new Uint8Array([1, 2, 3]))).toThrow('not a saved index');
    expect(() => loadIndex(new TextEncoder().encode('once upon a time'))).toThrow('not a saved index');
    expect(() => loadIndex(index.save(), { vocabulary: {} })).toThrow('another vocabulary');
  });
});

describe('Without examples', () => {
  const library = openIndex([
    {
      id: 'a',
      kind: 'article',
      texts: { en: { title: 'Cleaning the coffee machine', body: 'Use vinegar.', examples: [] } },
    },
    {
      id: 'b',
      kind: 'article',
      texts: { en: { title: 'Changing the filter', body: 'Turn the lid to the left.', examples: [] } },
    },
  ]);

  test('an article is found by its title and its body', () => {
    expect(library.judge('how to clean my coffee machine').candidates[0]?.intent).toBe('a');
    expect(library.judge('which way to turn the lid').candidates[0]?.intent).toBe('b');
  });
});

describe('Any input', () => {
  test('gets a verdict, the same each time', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc
        .array(fc.constantFrom('parcel', 'return', '__proto__', 'constructor', '\u0301', '?', 'a', "l'"))
        .map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(any, fc.constantFrom('en', 'fr', 'xx', undefined), (text, language) => {
        const options = language === undefined ? {} : { language };
        expect(index.judge(text, options)).toEqual(index.judge(text, options));
        index.search(text, options);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['a story of 10,000 characters', 'I bought shoes and then I went home. '.repeat(300)],
    ['the same word a thousand times', 'parcel '.repeat(1000)],
    ['combining marks by the thousand', `e${'\u0301'.repeat(10_000)}`],
    ['bait for regular expressions', '(a+)+$'.repeat(1000)],
    ['bait for prototypes', '__proto__ constructor toString hasOwnProperty'],
  ])('%s is judged', (_, text) => {
    expect(['answer', 'choose', 'nearest', 'unknown']).toContain(index.judge(text).kind);
  });
});
