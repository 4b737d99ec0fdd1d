import { SHIPPED_DEPLOYMENT } from '../../../src/bot/config';
import { type KnowledgeService, openKnowledgeService } from '../../../src/bot/knowledge/knowledge-service';

let room: KnowledgeService;
beforeAll(async () => {
  room = await openKnowledgeService(SHIPPED_DEPLOYMENT);
}, 120_000);

function declined(text: string, language: string): string | undefined {
  return room.reading(language).declined(text, room.understanding.verdict(text, language));
}

/** What is asked not to be done, in the language of the customer. */
const DECLINED: Readonly<Record<string, readonly string[]>> = {
  en: [
    'I do not want to talk to a human',
    "I don't want to talk to a person",
    "please don't connect me to a human",
    'no human please',
    'please do not start over',
    "don't start over",
    'do not start again from the beginning',
    "don't delete my key",
    'do not forget my key',
    'please do not delete my api key yet',
    "don't cancel",
    'do not cancel yet',
    "please don't cancel this",
    "don't go back",
    'do not remind me',
    "don't stop the reminders",
    'I never asked to start over',
  ],
  fr: [
    'je ne veux pas parler à un humain',
    'je ne veux pas parler à un conseiller',
    "pas d'humain svp",
    'ne me passez pas un conseiller',
    'ne recommencez pas',
    'ne recommencez pas depuis le début',
    'surtout ne recommencez pas tout',
    'ne supprimez pas ma clé',
    "n'oubliez pas ma clé",
    "n'effacez pas encore ma clé",
    "n'annulez pas",
    "n'annulez pas encore",
    'il ne faut pas annuler',
    'ne revenez pas en arrière',
    'ne me rappelez pas demain',
    "n'arrêtez pas les rappels",
  ],
  de: [
    'ich will nicht mit einem Menschen sprechen',
    'ich möchte nicht mit einem Mitarbeiter reden',
    'keinen Menschen bitte',
    'bitte verbinden Sie mich nicht mit einem Menschen',
    'bitte nicht von vorne anfangen',
    'nicht neu starten',
    'fangen Sie nicht von vorne an',
    'löschen Sie meinen Schlüssel nicht',
    'meinen Schlüssel bitte nicht löschen',
    'vergessen Sie meinen Schlüssel noch nicht',
    'noch nicht abbrechen',
    'bitte nicht abbrechen',
    'brechen Sie das nicht ab',
    'nicht zurück',
    'ich möchte nicht abbrechen',
    'die Erinnerungen nicht abstellen',
  ],
  es: [
    'no quiero hablar con una persona',
    'no quiero hablar con un humano',
    'no me pase con un agente humano',
    'no necesito una persona',
    'por favor no empiece de nuevo',
    'no empecemos de cero',
    'no quiero empezar de nuevo',
    'no borre mi clave',
    'no olvide mi clave todavía',
    'no elimine mi clave de API todavía',
    'no cancele',
    'todavía no cancele',
    'no lo cancele por favor',
    'no vuelva atrás',
    'no me lo recuerde',
    'no quite los recordatorios',
  ],
};

test.each(Object.entries(DECLINED).flatMap(([language, texts]) => texts.map((text) => [text, language])))(
  '“%s” (%s) is not done',
  (text, language) => {
    const verdict = room.understanding.verdict(text, language);
    const runs = verdict.kind === 'answer' && declined(text, language) === undefined ? verdict.intent : undefined;
    // What is understood as nothing runs nothing either.
    expect(runs).toBeUndefined();
  },
);

/** A negation, but of something else, or one that the command itself has. */
const DONE: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  en: [
    ['never mind', 'cancel'],
    ["I don't want to talk to a bot", 'handoff'],
    ["it doesn't work, I want to talk to a human", 'handoff'],
    ["this doesn't work I want to talk to a human", 'handoff'],
    ['stop reminding me', 'stop-reminders'],
    ["don't remind me any more", 'stop-reminders'],
  ],
  fr: [
    ['laissez tomber', 'cancel'],
    ['je ne veux pas parler à un robot', 'handoff'],
    ['ça ne marche pas, je veux un conseiller', 'handoff'],
    ['ça marche pas je veux parler à quelqu’un', 'handoff'],
  ],
  de: [
    ['vergiss es', 'cancel'],
    ['erinnern Sie mich nicht daran', 'stop-reminders'],
    ['ich will nicht mit einem Roboter reden', 'handoff'],
    ['das funktioniert nicht, ich möchte mit einem Menschen sprechen', 'handoff'],
  ],
  es: [
    ['déjalo', 'cancel'],
    ['no quiero hablar con un robot', 'handoff'],
    ['no funciona, quiero hablar con una persona', 'handoff'],
  ],
};

test.each(Object.entries(DONE).flatMap(([language, pairs]) => pairs.map((pair) => [...pair, language])))(
  '“%s” still means %s (%s)',
  (text, command, language) => {
    const verdict = room.understanding.verdict(text, language);
    expect(verdict).toMatchObject({ kind: 'answer', intent: command });
    expect(declined(text, language)).toBeUndefined();
  },
);
