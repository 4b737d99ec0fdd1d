import type { TranscriptLine } from '../../src/handoff/case';
import { sqlTranscript } from '../../src/storage/sql-transcript';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const line = (text: string, from: TranscriptLine['from'] = 'customer'): TranscriptLine => ({
  at: '2026-11-23T18:30:00.000Z',
  from,
  text,
});

test('what was said is read in the order in which it was said, in one moment or not', async () => {
  const transcript = sqlTranscript(await open());
  await transcript.append('web|a', [line('un'), line('deux', 'assistant')]);
  await transcript.append('web|a', []);
  await transcript.append('web|a', [line("trois 'é' 😀")]);
  expect(await transcript.read('web|a')).toEqual([line('un'), line('deux', 'assistant'), line("trois 'é' 😀")]);
});

test('nobody reads what another conversation said', async () => {
  const transcript = sqlTranscript(await open());
  await transcript.append('web|a', [line('à moi')]);
  await transcript.append('web|b', [line('à toi')]);
  expect(await transcript.read('web|a')).toEqual([line('à moi')]);
  expect(await transcript.read('web|c')).toEqual([]);
});

test('what is forgotten is gone, and the conversation begins anew', async () => {
  const transcript = sqlTranscript(await open());
  await transcript.append('web|a', [line('un')]);
  await transcript.append('web|b', [line('reste')]);
  await transcript.forget('web|a');
  expect(await transcript.read('web|a')).toEqual([]);
  await transcript.append('web|a', [line('deux')]);
  expect(await transcript.read('web|a')).toEqual([line('deux')]);
  expect(await transcript.read('web|b')).toEqual([line('reste')]);
});

test('lines that arrive at once are all kept', async () => {
  const transcript = sqlTranscript(await open());
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => transcript.append('web|a', [line(`${i}`), line(`${i} encore`)])),
  );
  expect(await transcript.read('web|a')).toHaveLength(40);
});
