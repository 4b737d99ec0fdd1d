import { readPosted } from '../../../src/channels/web/read-posted';

const signIn = (fields: object, more: object = {}) =>
  readPosted({
    ...{ type: 'message', text: 'canary', ...more },
    value: { passerelle: { kind: 'sign-in', check: 'order' }, ...fields },
  });

test.each([
  ['a key alone', { key: 'canary' }],
  ['a site alone, which opens the account where no key is asked for', { site: 'canary' }],
  ['a site and a key', { site: 'canary', key: 'canary' }],
  ['fields that are no text', { site: ['canary'] }],
])('of a sign-in with %s nothing that was typed is kept, wherever a client copies it', (_, fields) => {
  const channelData = { messageBack: { displayText: 'canary' }, clientActivityID: 'one' };
  const posted = signIn(fields, { channelData });
  expect(posted).toMatchObject({ kind: 'posted', activity: { text: '' } });
  expect(JSON.stringify(posted.kind === 'posted' && posted.echo)).not.toContain('canary');
});

test('what is typed beside any other button is kept: it is the customer’s message', () => {
  const posted = readPosted({ type: 'message', text: 'my site', value: { passerelle: { kind: 'help' }, site: 'a' } });
  expect(posted).toMatchObject({ activity: { text: 'my site' }, echo: { text: 'my site' } });
});
