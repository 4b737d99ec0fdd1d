import { readAction } from '../../../src/channels/action';
import type { Choice, Reply } from '../../../src/channels/reply';
import { renderTeams } from '../../../src/channels/teams/render-teams';

const choice = (label: string): Choice => ({ label, action: { kind: 'ask', question: label } });
const text = (...labels: readonly string[]): Reply => ({
  kind: 'text',
  text: 'Laquelle ?',
  choices: labels.map(choice),
});
const article: Reply = {
  kind: 'article',
  article: 'inbox',
  text: '**Créer une `boîte`**\n\nCliquez.',
  provenance: { title: 'Créer', updated: '2026-11-22', line: 'Mis à jour hier' },
  choices: [choice('a')],
};
const cardOf = (reply: Reply) => renderTeams(reply).attachments?.[0]?.content;

test('up to three choices are suggestions under a plain message: Teams shows no more', () => {
  const drawn = renderTeams(text('un', 'deux', 'trois'));
  expect(drawn).toMatchObject({ text: 'Laquelle ?', textFormat: 'markdown' });
  expect(drawn.suggestedActions?.actions).toEqual(
    ['un', 'deux', 'trois'].map((label) => ({ type: 'imBack', title: label, value: label })),
  );
  expect(drawn.attachments).toBeUndefined();
});

test('a fourth choice makes it a card, with a button for each', () => {
  const drawn = renderTeams(text('un', 'deux', 'trois', 'quatre'));
  expect(drawn).not.toHaveProperty('suggestedActions');
  expect(cardOf(text('un', 'deux', 'trois', 'quatre')).actions.map(({ title }: { title: string }) => title)).toEqual([
    'un',
    'deux',
    'trois',
    'quatre',
  ]);
});

test('a message without choices has no suggestions', () => {
  expect(renderTeams(text())).not.toHaveProperty('suggestedActions');
});

test('a card is of the version that Teams draws, and its text wraps', () => {
  expect(renderTeams(article).attachments?.[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(cardOf(article)).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
  expect(cardOf(article).body).toEqual([
    { type: 'TextBlock', text: 'Créer une `boîte`', wrap: true, size: 'Large', weight: 'Bolder', style: 'heading' },
    { type: 'TextBlock', text: 'Cliquez.', wrap: true },
    {
      type: 'TextBlock',
      text: 'Mis à jour hier',
      wrap: true,
      size: 'Small',
      isSubtle: true,
      separator: true,
      spacing: 'Medium',
    },
  ]);
});

test('a click on a card says the label in the chat and carries the action', () => {
  expect(cardOf(article).actions[0].data).toEqual({
    passerelle: { kind: 'ask', question: 'a' },
    msteams: {
      type: 'messageBack',
      displayText: 'a',
      text: 'a',
      value: { passerelle: { kind: 'ask', question: 'a' } },
    },
  });
});

test('a notification shows the first line without marks', () => {
  expect(renderTeams(article).summary).toBe('Créer une boîte');
});

test('a button whose answer takes the place of the card says nothing in the chat; older clients send a message', () => {
  const step: Reply = { ...text(), choices: [{ label: 'Suivant', action: { kind: 'next' }, inPlace: true }] };
  expect(cardOf(step).actions).toEqual([
    {
      type: 'Action.Execute',
      title: 'Suivant',
      associatedInputs: 'none',
      verb: 'passerelle',
      data: { passerelle: { kind: 'next' } },
      fallback: {
        type: 'Action.Submit',
        title: 'Suivant',
        associatedInputs: 'none',
        data: {
          passerelle: { kind: 'next' },
          msteams: {
            type: 'messageBack',
            displayText: 'Suivant',
            text: 'Suivant',
            value: { passerelle: { kind: 'next' } },
          },
        },
      },
    },
  ]);
});

test('of many buttons six are in sight, a person always among them; what is rare is in the menu', () => {
  const person: Choice = { label: 'Une personne', action: { kind: 'handoff' } };
  const why: Choice = { label: 'Pourquoi ?', action: { kind: 'why' } };
  const reply: Reply = { ...text(), choices: [why, ...'abcdefg'.split('').map(choice), person] };
  const actions: readonly { title: string; mode?: string }[] = cardOf(reply).actions;
  const inSight = actions.flatMap(({ title, mode }) => (mode === undefined ? [title] : []));
  expect(inSight).toEqual(['a', 'b', 'c', 'd', 'e', 'Une personne']);
  expect(actions).toHaveLength(9);
});

test('a warning stands on its colour, with its sign and word', () => {
  const step: Reply = {
    kind: 'step',
    article: 'triggers',
    title: 'Désactiver les déclencheurs',
    number: 2,
    total: 7,
    progress: 'Étape 2 sur 7',
    before: ['Pas de souci, reprenons.'],
    warnings: ['⚠️ **Attention** : Prévenez l’équipe.'],
    text: 'Cliquez.',
  };
  expect(cardOf(step).body).toMatchObject([
    { text: 'Désactiver les déclencheurs', style: 'heading' },
    { text: 'Étape 2 sur 7', isSubtle: true },
    { type: 'TextBlock', text: 'Pas de souci, reprenons.' },
    { type: 'Container', style: 'warning', items: [{ text: '⚠️ **Attention** : Prévenez l’équipe.' }] },
    { text: 'Cliquez.' },
  ]);
});

test('a report tells each state by sign, word and ground, never by coloured words', () => {
  const report: Reply = {
    kind: 'report',
    title: 'Prêt ?',
    verdict: '❔ **Inconnu** : pas encore.',
    text: 'Regardé à 10:42.',
    rows: [
      { state: 'unknown', sign: '❔', word: 'Inconnu', title: 'Clé API', detail: '', line: '❔ Clé API' },
      { state: 'problem', sign: '⚠️', word: 'À corriger', title: 'Agents', detail: 'Luc', line: '⚠️ Agents (Luc)' },
    ],
  };
  expect(cardOf(report).body).toMatchObject([
    { text: 'Prêt ?', style: 'heading' },
    { type: 'Container', style: 'emphasis', items: [{ text: '❔ **Inconnu** : pas encore.' }] },
    { type: 'ColumnSet', columns: [{ items: [{ text: 'Clé API' }] }, { style: 'emphasis' }] },
    { type: 'ColumnSet', columns: [{ items: [{ text: 'Agents' }] }, { style: 'warning' }] },
    { type: 'TextBlock', text: 'Luc' },
    { text: 'Regardé à 10:42.' },
  ]);
  expect(cardOf(report).body[2].columns[1].items).toEqual([
    { type: 'TextBlock', text: '❔ Inconnu', wrap: true, weight: 'Bolder' },
  ]);
});

test('under an answer stand Teams’ own feedback buttons', () => {
  expect(renderTeams(article).channelData).toEqual({ feedbackLoop: { type: 'default' } });
});

test('a form is a card with a field each for name and address, holding what was typed, and its own button first', () => {
  const contact: Reply = {
    kind: 'contact',
    text: 'Je ne reconnais pas d’adresse.',
    name: { label: 'Votre nom', value: 'Ana', missing: 'Il manque votre nom.', isInvalid: false },
    email: { label: 'Votre adresse e-mail', value: 'ana at', missing: 'Il manque votre adresse.', isInvalid: true },
    submit: 'Continuer',
    choices: [{ label: 'Annuler', action: { kind: 'cancel' } }],
  };
  const { body, actions } = cardOf(contact);
  expect(body).toMatchObject([
    { type: 'TextBlock', text: 'Je ne reconnais pas d’adresse.' },
    { type: 'Input.Text', id: 'name', label: 'Votre nom', value: 'Ana', isRequired: true },
    { type: 'Input.Text', id: 'email', label: 'Votre adresse e-mail', value: 'ana at', style: 'email' },
  ]);
  expect(body.flatMap(({ errorMessage }: { errorMessage?: string }) => errorMessage ?? [])).toEqual([
    'Il manque votre nom.',
    'Il manque votre adresse.',
  ]);
  expect(actions).toMatchObject([
    { type: 'Action.Submit', title: 'Continuer', data: { passerelle: { kind: 'contact' } } },
    // An empty field does not keep anybody from cancelling.
    { title: 'Annuler', associatedInputs: 'none' },
  ]);
  expect(actions[0]).not.toHaveProperty('associatedInputs');
  expect(readAction({ ...actions[0].data, name: 'Ana', email: 'ana@exemple.fr' })).toEqual({
    kind: 'contact',
    name: 'Ana',
    email: 'ana@exemple.fr',
  });
});

test.each(['cancel', 'handoff', 'practice', 'help'] as const)(
  'beside required fields, "%s" waits for none of them and takes none along',
  (kind) => {
    const form: Reply = {
      kind: 'contact',
      text: 'Wer sind Sie?',
      name: { label: 'Name', value: '', missing: 'Der Name fehlt.', isInvalid: false },
      email: { label: 'E-Mail', value: '', missing: 'Die Adresse fehlt.', isInvalid: false },
      submit: 'Weiter',
      choices: [{ label: kind, action: { kind } }],
    };
    const [submit, other] = cardOf(form).actions;
    expect(submit).not.toHaveProperty('associatedInputs');
    expect(other).toMatchObject({ title: kind, associatedInputs: 'none' });
  },
);

test('suggestions stand under the last message of a turn alone: what is followed by another has its buttons on a card', () => {
  const followed = renderTeams(text('un', 'deux'), { onCard: true });
  expect(followed).not.toHaveProperty('suggestedActions');
  expect(followed.attachments?.[0]?.content.actions.map(({ title }: { title: string }) => title)).toEqual([
    'un',
    'deux',
  ]);
  expect(renderTeams(text(), { onCard: true })).toMatchObject({ text: 'Laquelle ?' });
});

test('a card says its language, and its first words for a client that cannot draw it', () => {
  const content = renderTeams(article, { language: 'fr' }).attachments?.[0]?.content;
  expect(content).toMatchObject({ lang: 'fr', fallbackText: 'Créer une boîte' });
});
