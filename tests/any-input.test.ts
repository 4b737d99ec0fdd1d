import fc from 'fast-check';
import type { App } from '../src/bot/compose';
import { openTestApp, startTalk } from './converse';

let app: App;
const broken: Error[] = [];

beforeAll(async () => {
  app = await openTestApp();
  app.adapter.onTurnError = async (_context, error) => void broken.push(error);
});
afterAll(() => app?.close());

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '{{team}}',
    '$t(welcome.first)',
    '\u0000',
    '\ud800',
    '🙂🙂',
    ' \n ',
    'ا'.repeat(50),
  ),
);

test('no string that a customer may type breaks a turn, and every turn is answered', async () => {
  const before = [
    '',
    'comment désactiver les déclencheurs ?',
    'étape par étape',
    'je veux parler à un conseiller',
    'mes déclencheurs sont-ils éteints ?',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...before),
      fc.array(anyText, { minLength: 1, maxLength: 3 }),
      async (opening, texts) => {
        const talk = startTalk(app);
        if (opening) await talk.say(opening);
        for (const text of texts) {
          const heard = await talk.say(text);
          // An empty message is no utterance; everything else gets a reply.
          if (text !== '') expect(heard.text).not.toBe('');
        }
        expect(broken).toEqual([]);
      },
    ),
    { numRuns: 75, seed: 20261123 },
  );
});

test('no value that a button may carry breaks a turn', async () => {
  await fc.assert(
    fc.asyncProperty(fc.object({ maxDepth: 3 }), fc.string({ maxLength: 20 }), async (value, kind) => {
      const talk = startTalk(app);
      await talk.post({ type: 'message', text: 'x', value: { ...value, passerelle: { kind, ...value } } });
      await talk.post({ type: 'message', value: { passerelle: { kind: 'steps', article: kind, step: 1 } } });
      await talk.post({ type: 'message', value: { passerelle: { kind: 'check', check: kind } } });
      expect(broken).toEqual([]);
    }),
    { numRuns: 30, seed: 20261123 },
  );
});
