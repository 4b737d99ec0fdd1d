import { mergeArticle } from '../../../src/import/keep/merge-article';

const BASE = 'title\n\none\n\ntwo\n';

it.each([
  ['a new page is written', undefined, undefined, BASE, { kind: 'added', text: BASE }],
  ['nothing changed', BASE, BASE, BASE, { kind: 'same' }],
  ['changed at the source', BASE, BASE, 'title\n\nONE\n\ntwo\n', { kind: 'updated', text: 'title\n\nONE\n\ntwo\n' }],
  ['edited here', BASE, 'title\n\none\n\nTWO\n', BASE, { kind: 'kept' }],
  [
    'both, in different lines',
    BASE,
    'title\n\none\n\nTWO\n',
    'title\n\nONE\n\ntwo\n',
    { kind: 'joined', text: 'title\n\nONE\n\nTWO\n' },
  ],
  [
    'both, the same lines',
    BASE,
    'title\n\nmine\n\ntwo\n',
    'title\n\ntheirs\n\ntwo\n',
    { kind: 'conflict', text: 'title\n\nmine\n\ntwo\n' },
  ],
  ['both the same', BASE, 'x\n', 'x\n', { kind: 'same' }],
  ['deleted here', BASE, undefined, 'x\n', { kind: 'gone' }],
  ['a file of the team’s own stands there', undefined, 'mine\n', BASE, { kind: 'conflict', text: 'mine\n' }],
])('%s', (_, base, own, theirs, expected) => {
  expect(mergeArticle(base, own, theirs)).toEqual(expected);
});
