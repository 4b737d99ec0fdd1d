import { escapeMarkdown } from '../../src/channels/escape-markdown';
import { drawForTerminal } from '../../src/commands/draw-for-terminal';

const drawn = (text: string, colours = false) => drawForTerminal({ type: 'message', text }, colours).trim();

test.each([
  ['bold', '**Profil**', 'Profil'],
  ['italic', '*Settings* et _source_', 'Settings et source'],
  ['a link shows where it leads', '[le guide](https://example.com/a_b_c)', 'le guide <https://example.com/a_b_c>'],
  ['a word with underscores stays', 'mot_de_passe et 2*3*4', 'mot_de_passe et 2*3*4'],
  ['a list stays', '- un\n- deux', '- un\n- deux'],
  ['no text', '', ''],
])('%s', (_, markdown, text) => {
  expect(drawn(markdown)).toBe(text);
});

test('words of the customer are shown as they were typed', () => {
  const typed = '**a** _b_ `c` [d](e) <f> & "g" \\ {h} #i';
  expect(drawn(escapeMarkdown(typed))).toBe(typed);
});

test('colours mark what matters, and end where it ends', () => {
  expect(drawn('**a** *b*', true)).toBe('\u001b[1ma\u001b[0m \u001b[2mb\u001b[0m');
  expect(drawn('⚠️ **Attention** : x', true)).toContain('\u001b[33m');
});

test('without colours no control character is written', () => {
  expect(drawn('**a** *b*\n⚠️ c [d](e)')).not.toContain('\u001b');
});

test('what a customer typed is shown and cannot control the terminal', () => {
  expect(drawn('a\u001b[2Jb\u0007c\rd\u009b1m', true)).toBe('a\\u001b[2Jb\\u0007c\\u000dd\\u009b1m');
});

test('buttons are a numbered list', () => {
  const actions = ['Oui', 'Non'].map((title) => ({ type: 'imBack', title, value: title }));
  expect(drawForTerminal({ type: 'message', text: 'Alors ?', suggestedActions: { to: [], actions } }, false)).toBe(
    '\nAlors ?\n  [1] Oui\n  [2] Non\n\n',
  );
});

test('what is no message is not drawn', () => {
  expect(drawForTerminal({ type: 'typing' }, false)).toBe('');
});
