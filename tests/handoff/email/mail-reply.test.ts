import { readMailReply, replyAddress } from '../../../src/handoff/email/mail-reply';
import type { MailReplySettings } from '../../../src/handoff/handoff-settings';

const settings: MailReplySettings = {
  address: 'in@bot.example',
  secret: 'a-secret-of-24-signs-at-least',
  from: ['@acme.example', 'grace@partner.example'],
};
const to = replyAddress(settings, 'P-7F3K-2QMA');
const mail = (changes: object = {}) => ({ from: 'Grace <grace@acme.example>', to, text: 'It is on.', ...changes });
const read = (changes: object = {}) => readMailReply(settings, mail(changes));

test('somebody of the team replies to the address of the case', () => {
  expect(read({ messageId: '<1@acme.example>' })).toEqual({
    ...{ kind: 'reply', reference: 'P-7F3K-2QMA', text: 'It is on.', id: 'mail-<1@acme.example>' },
  });
  expect(readMailReply(settings, { type: 'email.received', data: mail() })).toMatchObject({ kind: 'reply' });
  expect(read({ to: ['Ana <ana@acme.fr>', `Bot <${to.toUpperCase().toLowerCase()}>`] })).toMatchObject({
    kind: 'reply',
  });
});

test.each([
  ['eve@evil.example', 'sender'],
  ['grace@acme.example.evil.example', 'sender'],
  ['evilacme.example', 'sender'],
  ['"grace@acme.example" <eve@evil.example>', 'sender'],
])('a mail from %s is nobody’s of the team', (from, why) => {
  expect(read({ from })).toEqual({ kind: 'refused', why });
});

test.each([
  ['in@bot.example'],
  ['in+P-7F3K-2QMA@bot.example'],
  ['in+P-7F3K-2QMA-000000000000@bot.example'],
  [to.replace('7F3K', '7F3M')],
])('a forged sender who does not know the address of the case reaches nobody: %s', (address) => {
  expect(read({ to: address })).toEqual({ kind: 'refused', why: 'no case' });
});

test.each([
  ['On Mon, Nov 23, 2026 at 12:00 PM Assistant <bot@acme.example> wrote:'],
  ['Le lun. 23 nov. 2026 à 12:00, Assistant <bot@acme.example> a écrit :'],
  ['Am Mo., 23. Nov. 2026 um 12:00 Uhr schrieb Assistant <bot@acme.example>:'],
  ['El lun, 23 nov 2026 a las 12:00, Assistant (<bot@acme.example>) escribió:'],
  ['-----Original Message-----'],
  ['> question: …'],
])('what was replied to is left out: %s', (line) => {
  expect(read({ text: `It is on.\r\n\r\n${line}\r\n> more` })).toMatchObject({ text: 'It is on.' });
});

test('a reply without words of its own is none', () => {
  expect(read({ text: '> all quoted' })).toEqual({ kind: 'refused', why: 'no words' });
  expect(read({ text: 7 })).toEqual({ kind: 'refused', why: 'no mail' });
});
