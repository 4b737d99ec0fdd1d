import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { readInbound, scopeOf } from '../../src/channels/inbound';

const activity = (changes: object) =>
  ({
    type: 'message',
    channelId: 'web',
    conversation: { id: 'c1' },
    from: { id: 'customer' },
    recipient: { id: 'bot' },
    ...changes,
  }) as Activity;

test('what the customer types is an utterance, with the secrets that were cut out of it', () => {
  expect(readInbound(activity({ text: 'clé •••' }), ['desk-key'])).toEqual({
    kind: 'utterance',
    text: 'clé •••',
    secrets: ['desk-key'],
  });
});

test('a click is the action that it carries, whatever the text beside it says', () => {
  const click = activity({ text: 'Suivant', value: { passerelle: { kind: 'next', more: 1 }, other: true } });
  expect(readInbound(click)).toEqual({ kind: 'action', action: { kind: 'next' } });
});

test.each([
  ['no kind of ours', { passerelle: { kind: 'drop' } }],
  ['a step that is none', { passerelle: { kind: 'steps', article: 'inbox', step: -1 } }],
  ['an article name of 101 letters', { passerelle: { kind: 'article', article: 'a'.repeat(101) } }],
  ['a prototype', JSON.parse('{"__proto__": {"passerelle": {"kind": "next"}}}')],
  ['null', null],
  ['a string', 'next'],
])('a value with %s is not obeyed; the words count', (_, value) => {
  expect(readInbound(activity({ text: 'aide', value }))).toEqual({ kind: 'utterance', text: 'aide', secrets: [] });
});

const NO_WORDS = { kind: 'utterance', text: '', secrets: [] };

test.each([
  ['nothing', {}, NO_WORDS],
  ['text null', { text: null }, NO_WORDS],
  ['attachments null', { attachments: null }, NO_WORDS],
  ['a picture only', { attachments: [{ contentType: 'image/png' }] }, { kind: 'unread', what: 'picture' }],
  ['a recording', { attachments: [{ contentType: 'audio/mp4' }] }, { kind: 'unread', what: 'recording' }],
  ['a film', { attachments: [{ contentType: 'video/mp4' }] }, { kind: 'unread', what: 'recording' }],
  ['a PDF', { attachments: [{ contentType: 'application/pdf' }] }, { kind: 'unread', what: 'file' }],
  ['a table', { attachments: [{ contentType: 'text/csv' }] }, { kind: 'unread', what: 'file' }],
  [
    'a card of others',
    { attachments: [{ contentType: 'application/vnd.microsoft.card.hero' }] },
    { kind: 'unread', what: 'other' },
  ],
  ['an attachment without a type', { attachments: [{}] }, { kind: 'unread', what: 'other' }],
  [
    'a file and a line break',
    { text: '\n', attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info' }] },
    { kind: 'unread', what: 'file' },
  ],
  [
    'a picture and a mention of us',
    {
      text: '<at>Bot</at>',
      entities: [{ type: 'mention', text: '<at>Bot</at>', mentioned: { id: 'bot' } }],
      attachments: [{ contentType: 'image/png' }, { contentType: 'text/html', content: '<p><at>Bot</at></p>' }],
    },
    { kind: 'unread', what: 'picture' },
  ],
  [
    'an action of a version that we do not know',
    { value: { passerelle: { kind: 'x-0' } } },
    { kind: 'unread', what: 'outdated' },
  ],
  ['the value of a card of others', { value: { other: 1 } }, { kind: 'unread', what: 'outdated' }],
])('somebody waits for an answer to a message with %s', (_, changes, read) => {
  expect(readInbound(activity(changes))).toEqual(read);
});

test('a message of white space is an empty utterance: the customer did send something', () => {
  expect(readInbound(activity({ text: ' \n' }))).toEqual({ kind: 'utterance', text: '', secrets: [] });
});

test('a message that was nothing but a secret is an utterance still', () => {
  expect(readInbound(activity({ text: undefined }), ['card'])).toEqual({
    kind: 'utterance',
    text: '',
    secrets: ['card'],
  });
});

test('of a megabyte, the beginning and the end are read, ten thousand characters', () => {
  const read = readInbound(activity({ text: 'a'.repeat(1_000_000) }));
  expect(read).toMatchObject({ kind: 'utterance', text: `${'a'.repeat(6000)}\n${'a'.repeat(3999)}` });
});

test.each([
  ['the customer', [{ id: 'customer' }], {}, { kind: 'joined', scope: 'personal' }],
  ['the assistant and the customer', [{ id: 'bot' }, { id: 'customer' }], {}, { kind: 'joined', scope: 'personal' }],
  ['the assistant', [{ id: 'bot' }], {}, { kind: 'ignored', why: 'nobody joined but the assistant itself' }],
  ['nobody', [], {}, { kind: 'ignored', why: 'nobody joined' }],
  ['nobody, said as null', null, {}, { kind: 'ignored', why: 'nobody joined' }],
  ['the assistant to a group', [{ id: 'bot' }], { isGroup: true }, { kind: 'joined', scope: 'group' }],
  [
    'a colleague to a group',
    [{ id: 'ada' }],
    { isGroup: true },
    { kind: 'ignored', why: 'somebody else joined the group' },
  ],
])('joining: %s', (_, membersAdded, conversation, expected) => {
  const update = activity({ type: 'conversationUpdate', membersAdded, conversation: { id: 'c1', ...conversation } });
  expect(readInbound(update)).toEqual(expected);
});

test.each([
  ['personal', { conversationType: 'personal' }, 'personal'],
  ['groupChat', { conversationType: 'groupChat' }, 'group'],
  ['channel', { conversationType: 'channel' }, 'group'],
  ['isGroup', { isGroup: true }, 'group'],
  ['a channel that tells nothing', {}, 'personal'],
])('scope of %s', (_, conversation, scope) => {
  expect(scopeOf(activity({ conversation: { id: 'c1', ...conversation } }))).toBe(scope);
});

test('no activity that is well formed at the border breaks the reading', () => {
  const anything = fc.anything();
  fc.assert(
    fc.property(
      fc.record({
        type: fc.constantFrom('message', 'event', 'invoke'),
        text: anything,
        value: anything,
        attachments: fc.array(fc.object()),
        entities: anything,
      }),
      (changes) => {
        expect(['utterance', 'action', 'unread', 'ignored']).toContain(readInbound(activity(changes)).kind);
      },
    ),
  );
});
