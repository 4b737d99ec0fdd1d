import { actionSchema } from '../../src/channels/action';
import { channelOf, render } from '../../src/channels/render';
import type { Choice, Reply } from '../../src/channels/reply';

const choices: readonly Choice[] = [
  { label: 'Étape par étape', action: { kind: 'steps', article: 'inbox', step: 1 } },
  { label: 'Toutes les étapes', action: { kind: 'all-steps', article: 'inbox' } },
  { label: 'Pourquoi ?', action: { kind: 'why' } },
  { label: 'Une personne', action: { kind: 'handoff' } },
];
const replies: readonly Reply[] = [
  { kind: 'text', text: 'Bonjour' },
  { kind: 'text', text: 'Laquelle ?', choices },
  {
    kind: 'article',
    article: 'inbox',
    text: '**Créer**\n\nCliquez.',
    provenance: { title: 'Créer', updated: '2026-11-22', line: 'Mis à jour hier' },
    choices,
  },
  {
    kind: 'step',
    article: 'inbox',
    title: 'Créer',
    number: 1,
    total: 5,
    progress: 'Étape 1 sur 5',
    before: [],
    warnings: [],
    text: 'Cliquez.',
    choices,
  },
  {
    kind: 'contact',
    text: 'Quel est votre nom ?',
    name: { label: 'Nom', missing: '', isInvalid: false },
    email: { label: 'E-mail', missing: '', isInvalid: false },
    submit: 'Continuer',
    choices,
  },
];

test.each([
  ['msteams', 'teams'],
  ['emulator', 'web'],
  ['webchat', 'web'],
  ['directline', 'web'],
  ['slack', 'web'],
])('%s is drawn for as %s', (channelId, channel) => {
  expect(channelOf(channelId)).toBe(channel);
});

describe.each(['web', 'teams'] as const)('on %s', (channel) => {
  test.each(replies)('a $kind keeps all its words, offers every choice, and is a message', (reply) => {
    const drawn = JSON.stringify(render(reply, channel)).replaceAll('**', '');
    expect(render(reply, channel).map(({ type }) => type)).toEqual(['message']);
    for (const word of [
      ...reply.text.replaceAll('**', '').split('\n\n'),
      ...(reply.choices ?? []).map(({ label }) => label),
    ]) {
      expect(drawn).toContain(JSON.stringify(word).slice(1, -1));
    }
  });

  test('what a button carries can be read again', () => {
    const carried = JSON.stringify(render(replies[2] as Reply, channel)).matchAll(
      /"passerelle":(\{"kind":"(?:steps|why)"[^{}]*\})/g,
    );
    const actions = [...carried].map(([, json = '']) => actionSchema.parse(JSON.parse(json)));
    expect(new Set(actions.map(({ kind }) => kind))).toEqual(new Set(['steps', 'why']));
  });
});
