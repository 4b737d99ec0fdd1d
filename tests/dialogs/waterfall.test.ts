import { waterfall } from '../../src/dialogs/waterfall';

interface Given {
  readonly article: string;
}

// What must not compile is held by `npm run types`: a line that is expected to be wrong and is not, is an error there.

it('hands each step what the step before it ended with, and is known by its id and the names of its steps', () => {
  const { id, shape } = waterfall<Given, number>('counted')
    .step(async function ask({ given, next }) {
      return next(given.article.length);
    })
    .step(async function count({ answer, finish }) {
      return finish(answer + 1);
    })
    .build();
  expect({ id, shape }).toEqual({ id: 'counted', shape: 'counted(ask,count)' });
});

it('does not compile with its steps in another order', () => {
  const first = waterfall<Given, number>('disordered').step(async ({ next }) => next('words'));
  // @ts-expect-error: the step before it ended with words
  first.step(async ({ answer, finish }) => finish(answer + 1));
  // @ts-expect-error: before the first step nothing was answered
  waterfall<Given, number>('disordered').step(async ({ answer, finish }) => finish(answer.length));
  expect(first.build).toBeInstanceOf(Function);
});

it('does not compile while its last step leaves the customer without an end', () => {
  const open = waterfall<Given, number>('endless').step(async ({ next }) => next('words'));
  // @ts-expect-error: the last step must finish
  const build: () => unknown = open.build;
  expect(build).toBeInstanceOf(Function);
});

it('does not compile with another result, or with what it was not given', () => {
  const dialog = waterfall<Given, number>('mistyped');
  // @ts-expect-error: its result is a number
  dialog.step(async ({ finish }) => finish('one'));
  // @ts-expect-error: it is given an article
  dialog.step(async ({ given, finish }) => finish(given.step));
  // @ts-expect-error: it begins again with an article
  dialog.step(async ({ again }) => again({ article: 1 }));
  expect(dialog.step).toBeInstanceOf(Function);
});
