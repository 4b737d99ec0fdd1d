import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { plainText } from '../../src/channels/plain-text';

const us = { id: '28:bot', name: 'Support Bot' };
const mention = (text: string | null, mentioned: { id: string; name?: string } = us) => ({
  type: 'mention',
  text,
  mentioned,
});
const said = (text: unknown, entities?: unknown) => plainText({ text, entities, recipient: us } as Partial<Activity>);

test.each([
  [
    'a mention of the assistant is no word of the customer',
    '<at>Support Bot</at> mon souci',
    [mention('<at>Support Bot</at>')],
    'mon souci',
  ],
  [
    'nor is the second one',
    '<at>Support Bot</at> dis <at>Support Bot</at> !',
    [mention('<at>Support Bot</at>')],
    'dis !',
  ],
  ['a mention without a text is known by the name', '<at>Support Bot</at> hi', [mention(null)], 'hi'],
  [
    'a name that Teams split in two goes in both parts',
    '<at>Support</at> <at>Bot</at> hello',
    [mention('<at>Support</at>', { id: us.id, name: 'Support' }), mention('<at>Bot</at>', { id: us.id, name: 'Bot' })],
    'hello',
  ],
  [
    'a colleague who is mentioned keeps the name',
    '<at>Support Bot</at> demande à <at>Ada</at>',
    [mention('<at>Support Bot</at>'), mention('<at>Ada</at>', { id: '29:ada', name: 'Ada' })],
    'demande à Ada',
  ],
  [
    'a mention with signs of a pattern in it is taken as text',
    '<at>Bot (v2)+</at> hi',
    [mention('<at>Bot (v2)+</at>')],
    'hi',
  ],
  ['a mention that is nothing changes nothing', 'hi', [mention('')], 'hi'],
])('%s', (_, text, entities, expected) => {
  expect(said(text, entities)).toBe(expected);
});

test.each([
  ['&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;', `<b> & "c" 'd'`],
  ['d&eacute;j&#224; l&#xE0; &#39;x&#39;', "déjà là 'x'"],
  ['reset&nbsp;my\u00a0password\n', 'reset my password'],
  ['&amp;lt; &amp;amp;#38;lt;', '< <'],
  ['&#1114112; &#xFFFFF; &#52 &unknown; R&D', '\ufffd \u{FFFFF} 4 &unknown; R&D'],
])('HTML entities are decoded, however often they were encoded: %j', (text, expected) => {
  expect(said(text)).toBe(expected);
});

test.each([
  ['odd spaces', 'a\u2003b\u202fc\u3000d\ufeff', 'a b c d'],
  ['null bytes and control characters', 'a\0\u0007b\u001b[31m', 'ab[31m'],
  ['half an emoji', 'a\ud83d b', 'a b'],
  ['line breaks stay', 'un\r\n\r\ndeux', 'un\ndeux'],
  ['an emoji of several parts stays', '👩‍👩‍👧 merci', '👩‍👩‍👧 merci'],
  ['right-to-left words stay, the override marks do not', '\u202eمرحبا\u202c', 'مرحبا'],
  ['only white space', ' \u00a0\n\t ', ''],
])('%s', (_, text, expected) => {
  expect(said(text)).toBe(expected);
});

test.each([
  ['no text', undefined, undefined],
  ['a text that is none', { a: 1 }, []],
  ['entities null', null, null],
  ['entities that are none', undefined, 'mention'],
  ['an entity without anything', undefined, [{}, null, 7, { type: 'mention' }, { type: 'mention', mentioned: null }]],
])('%s is no fault', (_, text, entities) => {
  expect(said(text, entities)).toBe('');
});

test('a message without a recipient keeps its mentions’ names', () => {
  expect(plainText({ text: '<at>Support Bot</at> hi', entities: [mention('<at>Support Bot</at>')] })).toBe(
    'Support Bot hi',
  );
});

test('whatever is typed comes out without control characters and stays the same when read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = said(text);
      expect(read.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      expect(read).toBe(read.trim());
    }),
  );
});
