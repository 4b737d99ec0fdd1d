import type { Account } from '../../../src/checks/account';
import { type PutBack, readForPutBack, rememberWhatIsOn, type SwitchedThing } from '../../../src/checks/put-back';
import { putBackText } from '../../../src/dialogs/phrases/put-back';
import type { Words } from '../../../src/dialogs/phrases/words';
import { accountWith, inbox, luc, NOT_READY, trigger } from '../../checks/example-accounts';
import { formatting, LANGUAGES, LEAK, spoken, withPlainSpaces } from './spoken';

let words: (language: string) => Words;
beforeAll(async () => {
  words = await spoken();
});

const before = accountWith({
  triggers: [trigger({ id: 1, name: 'VIP' }), trigger({ id: 2, name: 'Close' })],
  inboxes: [inbox({ sendsAutoReplies: true })],
  agents: [luc],
});
const text = (now: Account, language = 'fr') =>
  withPlainSpaces(putBackText(readForPutBack(rememberWhatIsOn(before), now), words(language), language, 'UTC'));

test('everything is back', () => {
  expect(text(before)).toMatch(
    /^✅ \*\*OK\*\* : les 4 réglages que j'avais vus actifs au premier contrôle sont actifs\./,
  );
});

test('what is not back yet, by name and kind; what cannot be found; the e-mails, which nobody can see', () => {
  const now = accountWith({
    triggers: [trigger({ id: 1, name: 'VIP', state: 'inactive' })],
    inboxes: [inbox({ sendsAutoReplies: false })],
    agents: [{ ...luc, isPartTime: false }],
  });
  expect(text(now)).toBe(
    [
      '⚠️ **À remettre** : 3 réglages sur 4 ne sont pas encore remis.',
      '',
      '- Déclencheur « VIP » : éteint',
      '- Réponses automatiques de « Support » : coupées',
      '- Agent « Luc Moreau » : à temps plein, au lieu du temps partiel',
      '',
      'Je ne retrouve plus : déclencheur « Close ».',
      '',
      'Pensez aussi aux notifications par e-mail : je ne les vois pas, chaque agent réactive les siennes.',
      '',
      'Regardé à 10:42 UTC.',
    ].join('\n'),
  );
});

test('never "all back" when something was not seen', () => {
  const unread = accountWith({}, { triggers: { kind: 'failed', why: { kind: 'timeout' } } });
  const hidden = accountWith({
    ...NOT_READY,
    me: { id: 1, email: null, isAdmin: false, isActive: true },
    triggers: [],
  });
  for (const now of [unread, hidden]) expect(text(now)).not.toMatch(/✅|\*\*OK\*\*/);
  const backButUnsure: PutBack = {
    at: before.readAt,
    notBackYet: [],
    back: [{ kind: 'trigger', id: 1, name: 'VIP' }],
    ...{ deleted: [], manual: [], gone: [] },
    doubts: [{ kind: 'could-not-read', section: 'agents', why: { kind: 'forbidden' } }],
  };
  expect(withPlainSpaces(putBackText(backButUnsure, words('fr'), 'fr', 'UTC'))).toMatch(
    /^❔ \*\*Inconnu\*\* : je ne peux pas dire si tout est remis\.[\s\S]*pas le droit de voir vos agents/,
  );
});

test('nothing was remembered: said, not called OK', () => {
  const nothing: PutBack = {
    at: before.readAt,
    notBackYet: [],
    back: [],
    deleted: [],
    manual: [],
    gone: [],
    doubts: [],
  };
  expect(putBackText(nothing, words('fr'), 'fr', 'UTC')).toBe(words('fr')('putBack.nothingRemembered'));
});

test.each(LANGUAGES)('every sentence is there, long lists are cut, names stay words: %s', (language) => {
  const kinds = ['trigger', 'auto-reply', 'part-time'] as const;
  const things = Array.from(
    { length: 12 },
    (_, id): SwitchedThing => ({ kind: kinds[id % 3] ?? 'trigger', id, name: id === 0 ? '' : `[n](x) ${id}` }),
  );
  const all: PutBack = {
    at: before.readAt,
    notBackYet: things,
    back: things,
    ...{ deleted: things, manual: things, gone: things },
    doubts: [{ kind: 'role-inconclusive' }],
  };
  const said = putBackText(all, words(language), language, 'UTC');
  expect(said).not.toMatch(LEAK);
  expect(formatting(said)).toEqual(['bullet_list_open', 'list_item_open', 'paragraph_open', 'strong_open']);
  expect(said.match(/^- /gm)).toHaveLength(10);
});
