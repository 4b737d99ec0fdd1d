import { createActionProfiles } from '../../../../src/knowledge/understanding/corpus/action-profiles.js';

const line = (...actions: string[]) => actions;
const told = () => ['delete'];

test('what the text of a page tells is no foreign task, where it has few examples', () => {
  const profiles = createActionProfiles();
  profiles.set('mailbox', true, [line('create'), line()], told);
  expect(profiles.isForeign('mailbox', 'create')).toBe(false);
  expect(profiles.isForeign('mailbox', 'delete')).toBe(false);
  expect(profiles.isForeign('mailbox', 'rename')).toBe(true);
});

test('where it has many, they alone tell: a text mentions much in passing', () => {
  const profiles = createActionProfiles();
  const read = jest.fn(told);
  profiles.set('mailbox', true, new Array(60).fill(line('create')), read);
  expect(profiles.isForeign('mailbox', 'delete')).toBe(true);
  expect(read).not.toHaveBeenCalled();
});

test('what was told is saved with the rest', () => {
  const profiles = createActionProfiles();
  profiles.set('mailbox', true, [line('create')], told);
  expect(createActionProfiles(profiles.dump()).isForeign('mailbox', 'delete')).toBe(false);
});
