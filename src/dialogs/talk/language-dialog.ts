import type { Choice } from '../../channels/reply.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { DialogStart, Given, Next } from '../dialog-start.js';
import { person, topics } from '../phrases/choices.js';
import { languagesSpoken } from '../phrases/languages-spoken.js';
import type { Locales } from '../phrases/words.js';
import { oneTurn } from '../waterfall.js';

/** What was typed is in none of our languages (BCP 47: undetermined). */
const UNSPOKEN = 'und';

/** Switches the language for good, and goes on where the conversation was. */
export function languageDialog({ library, locales }: DialogDeps & { readonly locales: Locales }) {
  return oneTurn<Given<'language'>, Next>('language', async (turn, given) => {
    const { language, resume } = given;
    if (language !== undefined && library.languages.includes(language)) {
      turn.answered({ language, languageChosen: true });
      const t = turn.words();
      const next: DialogStart | undefined = resume ?? lastTopic(turn.memory().topic);
      await turn.say({
        kind: 'text',
        text: t('language.switched'),
        ...(next ? {} : { choices: [topics(t), person(t)] }),
      });
      return next;
    }
    const t = turn.words();
    const choices: readonly Choice[] = library.languages.map((code) => ({
      label: capitalise(locales.words(code)('language.name')),
      action: { kind: 'language', language: code },
    }));
    const languages = languagesSpoken(library.languages, turn.language(), t);
    const text = language === undefined ? t('language.which') : t('language.unavailable', { languages });
    await turn.say({ kind: 'text', text, choices: [...choices, person(t)] });
    // What was understood all the same is answered.
    return language === UNSPOKEN ? resume : undefined;
  });
}

const lastTopic = (article: string | undefined): DialogStart | undefined =>
  article === undefined ? undefined : { dialog: 'answer', article };

const capitalise = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
