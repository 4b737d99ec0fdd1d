import crypto from 'node:crypto';
import { isSameSecret } from '../../src/http/is-same-secret';

test('whatever is guessed, the same is compared: nobody learns from the time how much was right', () => {
  const compare = jest.spyOn(crypto, 'timingSafeEqual');
  const secret = 'a-token-that-is-long-enough-for-tests-0123';
  const guesses = ['', 'x', secret.slice(0, -1), `${secret}x`, secret.toUpperCase(), 'é'.repeat(500), secret];
  expect(guesses.map((guess) => isSameSecret(guess, secret))).toEqual([...guesses.slice(1).map(() => false), true]);
  const lengths = compare.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength]);
  expect(lengths).toHaveLength(guesses.length);
  expect(new Set(lengths.flat()).size).toBe(1);
  compare.mockRestore();
});
