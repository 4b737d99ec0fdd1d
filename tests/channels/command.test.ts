import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAction } from '../../src/channels/action';
import { BUTTON_COMMANDS, COMMANDS } from '../../src/channels/command';
import { readIntents } from '../../src/knowledge/articles/read-intents';

test.each(['fr', 'en', 'de', 'es'])('customers can ask for every command, and for no other (%s)', (language) => {
  const path = join(__dirname, '..', '..', 'locales', language, 'intents.yml');
  const read = readIntents(path, readFileSync(path, 'utf8'));
  const known = read.kind === 'loaded' ? Object.keys(read.value.commands) : [];
  expect(known.sort()).toEqual(Object.keys(COMMANDS).sort());
});

test.each(BUTTON_COMMANDS.map((kind) => [kind]))('the button "%s" says what it is for when it comes back', (kind) => {
  expect(readAction({ passerelle: { kind } })).toEqual({ kind });
});

test.each(['greeting', 'privacy', 'toString'])('"%s" is no button', (kind) => {
  expect(readAction({ passerelle: { kind } })).toBeUndefined();
});
