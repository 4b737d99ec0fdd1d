import { cutSecrets } from '../../../src/channels/secrets/cut-secrets';
import { makeTransferCode, readTransferCode } from '../../../src/dialogs/transfer/transfer-code';

const draw = (start: number) => {
  let at = start;
  return () => (at = (at + 0.379) % 1);
};

test('a code is two groups of four letters and digits that are not taken for one another, some of each', () => {
  for (let i = 0; i < 300; i++) {
    const code = makeTransferCode(draw(i / 300));
    expect(code).toMatch(/^[346789ABCDEFGHJKMNPQRTUVWXY]{4}-[346789ABCDEFGHJKMNPQRTUVWXY]{4}$/);
    expect(code).toMatch(/\d/);
    expect(code).toMatch(/[A-Z]/);
  }
});

test.each([
  '7F3K-9QMA',
  '7f3k-9qma',
  '7F3K9QMA',
  ' 7F3K 9QMA ',
  '7 f 3 k – 9 q m a',
  '**7F3K-9QMA**',
  'mon code est 7f3k-9qma, merci',
  'code: 7F3K–9QMA',
])('%s is read as the code that it is', (typed) => {
  expect(readTransferCode(typed)).toBe('7F3K-9QMA');
});

test.each([
  ['the reference of a case', 'P-7F3K-9QMA'],
  ['a sentence with a reference', 'ma demande P-7F3K-9QMA'],
  ['a word of eight letters', 'MARKUPAD'],
  ['eight digits', '3467 8934'],
  ['a code with letters that none has', '7F3K-0OIL'],
  ['a longer number', '7F3K-9QMA-77'],
  ['part of a longer word', 'x7F3K-9QMA'],
  ['a code amid much else', 'le produit que je veux importer a pour numéro 7F3K-9QMA dans notre base'],
  ['nothing', ''],
])('%s is no code: %s', (_, typed) => {
  expect(readTransferCode(typed)).toBeUndefined();
});

test('a code is not taken for a key, and a key beside it still is', () => {
  for (const typed of ['7F3K-9QMA', 'code 7F3K-9QMA', 'Mein Code: 7F3K-9QMA', 'mi código es 7F3K-9QMA']) {
    expect(cutSecrets(typed)).toEqual({ text: typed, found: [] });
  }
  const key = `tkn.v1_${'Qa7'.repeat(26)}==`;
  const { text, found } = cutSecrets(`7F3K-9QMA ${key}`);
  expect(found).toEqual(['desk-key']);
  expect(text).toBe('7F3K-9QMA •••');
});
