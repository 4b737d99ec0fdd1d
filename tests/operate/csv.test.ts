import { csvOf } from '../../src/operate/csv';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u00a0=1', '|calc', '＝1'])(
  'a spreadsheet runs no formula from %j',
  (typed) => {
    const [line = ''] = csvOf([[typed]]).split(/\r\n$/);
    expect(line.slice(1)).toBe(`"'${typed}"`);
  },
);

test('signs of the form are what they are in the file, numbers stay numbers', () => {
  expect(csvOf([['a,b', 'say "x"', 'two\nlines', -3, 'plain']])).toBe(
    '\ufeff"a,b","say ""x""","two\nlines",-3,plain\r\n',
  );
});
