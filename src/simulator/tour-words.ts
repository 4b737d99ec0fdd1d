/** What the guided tour asks and says. It is a tool beside the bot, so its words live with it. */
export interface TourWords {
  readonly title: string;
  readonly page: string;
  /** Each question with the caption before it. */
  readonly questions: readonly { readonly caption: string; readonly ask: string }[];
  readonly check: { readonly caption: string; readonly ask: string };
  readonly fix: string;
  readonly turnedOff: string;
  readonly again: string;
  readonly end: string;
  readonly pause: string;
}

const EN: TourWords = {
  title: 'Passerelle in two minutes. Nothing is asked of you, and nothing here is real.',
  page: 'The practice account, which you may change yourself as long as the tour lasts:',
  questions: [
    { caption: 'A question typed in a hurry.', ask: 'hw do i turn of teh triggers' },
    { caption: 'The same conversation, in another language.', ask: 'Wo finde ich meinen API-Schlüssel?' },
    {
      caption: 'Something that is not in the help centre: it says so.',
      ask: 'what will the weather be like tomorrow?',
    },
  ],
  check: {
    caption: 'Is it really done? It looks at the account, after asking for leave.',
    ask: 'are my triggers off?',
  },
  fix: 'Now we turn them off, as the buttons of the practice page do.',
  turnedOff: 'turned off',
  again: 'And we ask it to look again.',
  end: 'That was the tour. Go on by yourself: npm run talk -- --language en',
  pause: 'Enter to go on',
};

const FR: TourWords = {
  title: 'Passerelle en deux minutes. On ne vous demandera rien, et rien n’est réel ici.',
  page: 'Le compte d’entraînement, que vous pouvez modifier vous-même pendant la visite :',
  questions: [
    { caption: 'Une question tapée à la hâte.', ask: 'coment desactivé les declencheur' },
    { caption: 'La même conversation, dans une autre langue.', ask: 'Wo finde ich meinen API-Schlüssel?' },
    { caption: 'Une question hors sujet : il le dit.', ask: 'quel temps fera-t-il demain à Lyon ?' },
  ],
  check: {
    caption: 'Est-ce vraiment fait ? Il regarde le compte, après avoir demandé la permission.',
    ask: 'mes déclencheurs sont-ils éteints ?',
  },
  fix: 'Désactivons-les, comme le font les boutons de la page d’entraînement.',
  turnedOff: 'désactivé',
  again: 'Et demandons-lui de revérifier.',
  end: 'Fin de la visite. Continuez vous-même : npm run talk -- --language fr',
  pause: 'Entrée pour continuer',
};

/** French for a French terminal, English for any other. */
export function tourWords(language: string | undefined): TourWords & { readonly language: 'fr' | 'en' } {
  return language?.slice(0, 2).toLowerCase() === 'fr' ? { ...FR, language: 'fr' } : { ...EN, language: 'en' };
}
