import fc from 'fast-check';
import { readErrors } from '../../../src/checks/http/read-errors.js';

describe('an error of Desk, whatever its shape', () => {
  test.each([
    [
      'an object',
      '{"errors":{"id":"1","title":"Failed","code":"G401","detail":"failed to validate token"}}',
      [{ detail: 'failed to validate token', code: 'G401' }],
    ],
    [
      'an array',
      '{"errors":[{"detail":"must be set","source":"customer"}]}',
      [{ detail: 'must be set', source: 'customer' }],
    ],
    ['an array of strings', '{"errors":["no","never"]}', [{ detail: 'no' }, { detail: 'never' }]],
    [
      'a map of fields',
      '{"errors":{"customer":["must be set"],"inbox.id":["must be set","must be a whole number"]}}',
      [
        { source: 'customer', detail: 'must be set' },
        { source: 'inbox.id', detail: 'must be set' },
        { source: 'inbox.id', detail: 'must be a whole number' },
      ],
    ],
    [
      'of the other product',
      '{"CONTENT":{"ERRORS":["Invalid token or token version"]}}',
      [{ detail: 'Invalid token or token version' }],
    ],
    ['a message', '{"message":"Sorry"}', [{ detail: 'Sorry' }]],
    ['an error', '{"error":"nope"}', [{ detail: 'nope' }]],
    ['only a title', '{"errors":[{"title":"Not Found","code":"G404"}]}', [{ detail: 'Not Found', code: 'G404' }]],
    ['plain text', 'Sorry, the server ran into a problem', [{ detail: 'Sorry, the server ran into a problem' }]],
    ['HTML', '<html><title>502 Bad Gateway</title></html>', [{ detail: '502 Bad Gateway' }]],
    ['nothing', '', [{ detail: 'no message' }]],
    ['null', 'null', [{ detail: 'null' }]],
  ])('%s', (_, body, errors) => {
    expect(readErrors(body)).toEqual(errors);
  });

  test('is cut where a page of a proxy goes on', () => {
    expect(readErrors('x'.repeat(5_000))[0]?.detail).toHaveLength(200);
  });

  test('never throws and always says something', () => {
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((errors) => JSON.stringify({ errors })),
    );
    fc.assert(fc.property(body, (text) => readErrors(text).length > 0));
  });
});
