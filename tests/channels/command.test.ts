import { PRODUCT_FOLDER, SHIPPED_DEPLOYMENT } from '../../src/bot/config';
import { readAction } from '../../src/channels/action';
import { BUTTON_COMMANDS, COMMANDS } from '../../src/channels/command';
import { loadKnowledge } from '../../src/knowledge/articles/load-knowledge';

test.each(['fr', 'en', 'de', 'es'])('customers can ask for every command, and for no other (%s)', async (language) => {
  const { intents } = await loadKnowledge(SHIPPED_DEPLOYMENT, await loadKnowledge(PRODUCT_FOLDER));
  const known = Object.keys(intents.get(language)?.commands ?? {});
  expect(known.sort()).toEqual(Object.keys(COMMANDS).sort());
});

test.each(BUTTON_COMMANDS.map((kind) => [kind]))('the button "%s" says what it is for when it comes back', (kind) => {
  expect(readAction({ passerelle: { kind } })).toEqual({ kind });
});

test.each(['greeting', 'privacy', 'toString'])('"%s" is no button', (kind) => {
  expect(readAction({ passerelle: { kind } })).toBeUndefined();
});
