import { teamsChatLink } from '../../../src/channels/teams/chat-link';

test('the link opens a private chat with the bot, the words typed already', () => {
  const link = new URL(teamsChatLink('11111111-2222', 'Mes déclencheurs & « règles » ?'));
  expect(link.origin + link.pathname).toBe('https://teams.microsoft.com/l/chat/0/0');
  expect(link.searchParams.get('users')).toBe('28:11111111-2222');
  expect(link.searchParams.get('message')).toBe('Mes déclencheurs & « règles » ?');
});

test('long words are cut, also in the middle of a sign that takes two places', () => {
  const message = new URL(teamsChatLink('app', `${'a'.repeat(299)}😀 and more`)).searchParams.get('message');
  expect(message).toBe('a'.repeat(299));
});
