import type { Attachment } from 'botbuilder';
import { cardTexts } from '../../../src/channels/adaptive-card';
import { escapeMarkdown } from '../../../src/channels/escape-markdown';
import type { Reply } from '../../../src/channels/reply';
import { renderTeams } from '../../../src/channels/teams/render-teams';

/** What a client that looks for addresses in what it shows takes for one. */
const LINK = /\b[a-z][a-z0-9+.-]*:\/\/|\b[a-z]+:[^\s\u2060]|\bwww\.\w|\w\.[a-z]{2,}|\S@\w|\/\/\w/i;
const NAMES = ['https://evil.example/a', 'www.evil.com', 'evil.com', 'ana@evil.com', 'javascript:alert(1)', 'tel:+33'];
const words = NAMES.map(escapeMarkdown).join(', ');
const row = { state: 'ok', sign: '✅', word: 'OK', title: 'Déclencheurs', detail: words, line: words } as const;
const REPLIES: readonly Reply[] = [
  { kind: 'text', text: words },
  { kind: 'text', text: words, links: [{ label: 'Ouvrir', url: 'https://example.org/' }] },
  { kind: 'report', title: 'Rapport sur acme.teamwork.com', verdict: words, text: words, rows: [row] },
  {
    kind: 'step',
    article: 'x',
    title: 'Cliquer',
    number: 1,
    total: 2,
    progress: 'Étape 1',
    before: [words],
    warnings: [words],
    text: words,
  },
];

/** All that a card or a message of Teams shows, the notification included. */
function texts({ text, summary, attachments = [] }: ReturnType<typeof renderTeams>): string {
  const cards = attachments.flatMap(({ content }: Attachment) => cardTexts(content));
  return [text, summary, ...cards].filter(Boolean).join('\n');
}

test.each(REPLIES)('names in Teams are no links, and read as they are: $kind', (reply) => {
  const shown = texts(renderTeams(reply));
  expect(shown).not.toMatch(LINK);
  const read = shown.replaceAll('\u2060', '').replace(/\\(?=\W)/g, '');
  for (const name of NAMES) expect(read).toContain(name);
});

test('links that we give stay links', () => {
  const { attachments } = renderTeams({
    kind: 'text',
    text: 'Voir [le guide](https://example.org/guide.html) : https://example.org',
    links: [{ label: 'Ouvrir', url: 'https://example.org/a.b' }],
  });
  const card = JSON.stringify(attachments);
  expect(card).toContain('(https://example.org/guide.html) : https://example.org');
  expect(card).toContain('"url":"https://example.org/a.b"');
});
