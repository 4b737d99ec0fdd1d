import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { faultOfActivity } from '../../../src/bot/connector/fault-of-activity';

const whole = {
  type: 'message',
  channelId: 'web',
  conversation: { id: 'c' },
  from: { id: 'u' },
  recipient: { id: 'b' },
  text: 'aide',
};

test.each([
  ['a whole one', whole],
  ['one with fields that we do not know', { ...whole, more: { a: 1 }, from: { id: 'u', aadObjectId: 'x' } }],
  [
    'one without recipient, id and text',
    { type: 'typing', channelId: 'web', conversation: { id: 'c' }, from: { id: 'u' } },
  ],
  [
    'one with nulls where nothing is said',
    { ...whole, text: null, entities: null, attachments: null, membersAdded: null, recipient: null },
  ],
  ['one with a date for a time', { ...whole, timestamp: new Date(0) }],
])('%s is well formed', (_, activity) => {
  expect(faultOfActivity(activity)).toBeUndefined();
});

test.each([
  ['no body', undefined, 'body'],
  ['text for a body', 'hello', 'body'],
  ['a list for a body', [whole], 'body'],
  ['no type', { ...whole, type: undefined }, 'type'],
  ['an empty type', { ...whole, type: '' }, 'type'],
  ['no channel', { ...whole, channelId: undefined }, 'channelId'],
  ['no conversation', { ...whole, conversation: undefined }, 'conversation'],
  ['no conversation id', { ...whole, conversation: {} }, 'conversation.id'],
  ['an empty conversation id', { ...whole, conversation: { id: '' } }, 'conversation.id'],
  [
    'a conversation id of a thousand and one letters',
    { ...whole, conversation: { id: 'x'.repeat(1001) } },
    'conversation.id',
  ],
  ['no sender', { ...whole, from: undefined }, 'from'],
  ['text that is none', { ...whole, text: { a: 1 } }, 'text'],
  ['an action that is a list', { ...whole, type: 'installationUpdate', action: ['add'] }, 'action'],
  ['members that are none', { ...whole, membersAdded: [{}] }, 'membersAdded.0.id'],
  ['attachments that are none', { ...whole, attachments: ['x'] }, 'attachments.0'],
  ['entities that are none', { ...whole, entities: 'x' }, 'entities'],
])('%s is a fault, named by its place', (_, activity, place) => {
  expect(faultOfActivity(activity)).toMatch(new RegExp(`^Activity expected; ${place.replace(/\./g, '\\.')}: `));
});

test('every recorded activity is well formed', () => {
  const folder = join(__dirname, '..', '..', 'payloads');
  for (const channel of ['web', 'teams']) {
    for (const file of readdirSync(join(folder, channel))) {
      const { activity } = JSON.parse(readFileSync(join(folder, channel, file), 'utf8'));
      const isTooLong = activity.type.length > 100;
      expect({ file, fault: faultOfActivity(activity) !== undefined }).toEqual({ file, fault: isTooLong });
    }
  }
});

test('no body at all breaks the border', () => {
  fc.assert(
    fc.property(fc.anything(), (body) => {
      expect(faultOfActivity(body)).toMatch(/^Activity expected; /);
    }),
  );
});
