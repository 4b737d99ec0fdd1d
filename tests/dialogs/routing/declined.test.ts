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
    'stop sending me to a human',
    'stop trying to connect me to a person',
    'quit passing me on to an agent',
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
    "arrêtez de m'envoyer vers un humain",
    'arrête de me passer un conseiller',
    'cessez de me renvoyer vers une personne',
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
    'hör auf, mich mit einem Menschen zu verbinden',
    'hören Sie auf mich an einen Menschen weiterzuleiten',
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
    'deja de mandarme con una persona',
    'dejen de pasarme con un humano',
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

/** A look at the account that is not wanted. */
const NO_LOOK: Readonly<Record<string, readonly string[]>> = {
  en: [
    "don't check my account",
    'please do not look into my account',
    "I don't want you to check my triggers",
    'no need to check anything',
    'there is no need to check my triggers',
    'dont chek my account pls',
    'never look at my account',
    'stop checking my account',
    "I'd rather you didn't check my inboxes",
    'without checking my account please',
    'not necessary to verify my agents',
    "I don't need you to verify my agents",
    "you don't have to look at my triggers",
    'do not read my account',
    "don't verify my custom fields, thanks",
  ],
  fr: [
    'inutile de vérifier mon compte',
    'ne vérifiez pas mon compte',
    'pas la peine de contrôler mes déclencheurs',
    'je ne veux pas que vous regardiez mon compte',
    'je veux pas que vous vérifiez mes déclencheurs',
    'surtout ne regardez pas mon compte',
    'pas besoin de vérifier mes agents',
    'ne consultez pas mon compte svp',
    "il n'est pas nécessaire de vérifier mes champs",
    'merci de ne pas vérifier mon compte',
    'sans vérifier mon compte',
    'arrêtez de vérifier mon compte',
    'ne contrôle pas mes boîtes',
    'verifie pas mon compte',
    'je préfère que vous ne regardiez pas mon compte',
  ],
  de: [
    'bitte mein Konto nicht prüfen',
    'prüfen Sie mein Konto nicht',
    'Sie brauchen meine Trigger nicht zu prüfen',
    'schauen Sie bitte nicht in mein Konto',
    'ich will nicht, dass Sie mein Konto prüfen',
    'nicht nötig, mein Konto zu prüfen',
    'es ist nicht nötig, mein Konto zu prüfen',
    'unnötig mein Konto zu kontrollieren',
    'meine Agenten bitte nicht kontrollieren',
    'prüf meine Trigger nicht',
    'kein Blick in mein Konto bitte',
    'ohne mein Konto zu prüfen',
    'hören Sie auf, mein Konto zu prüfen',
    'ich möchte nicht dass du mein konto ansiehst',
    'mein Konto nich prüfen',
  ],
  es: [
    'no revises mi cuenta',
    'no quiero que mires mi cuenta',
    'no compruebe mis disparadores',
    'no hace falta revisar la cuenta',
    'no hace falta que compruebe mis agentes',
    'por favor no mire mi cuenta',
    'no es necesario verificar mis campos',
    'sin revisar mi cuenta',
    'deje de mirar mi cuenta',
    'no quiero que revisen mi cuenta',
    'nunca mires mi cuenta',
    'mejor no compruebes mi cuenta',
    'no verifiques mis disparadores',
    'prefiero que no mire mi cuenta',
    'no mires mis bandejas porfa',
  ],
};

test.each(Object.entries(NO_LOOK).flatMap(([language, texts]) => texts.map((text) => [text, language])))(
  '“%s” (%s) has nothing looked at',
  (text, language) => expect(declined(text, language)).toBe('check'),
);

/** A negation beside the word for looking, and a look is wanted all the same, or nothing is said of one. */
const LOOK: Readonly<Record<string, readonly string[]>> = {
  en: [
    "why don't you check my account",
    "can't you check my triggers",
    "don't forget to check my triggers",
    'no, check my account',
    'no please check my account',
    'check that no trigger is on',
    'I did not check my account yet, can you',
    'are my triggers not off?',
    "I don't know how to check my triggers",
  ],
  fr: [
    'vous ne pouvez pas vérifier mon compte ?',
    'tu peux pas regarder mon compte',
    "n'oubliez pas de vérifier mes déclencheurs",
    'non, vérifiez mon compte',
    'vérifiez que mes déclencheurs ne sont pas actifs',
    'pourquoi ne pas vérifier mon compte',
    'je ne sais pas comment vérifier mes déclencheurs',
  ],
  de: [
    'können Sie nicht mal mein Konto prüfen',
    'vergessen Sie nicht, meine Trigger zu prüfen',
    'nein, prüfen Sie mein Konto',
    'prüfen Sie, dass kein Trigger an ist',
    'warum prüfst du nicht mein Konto',
    'ich weiß nicht, wie ich meine Trigger prüfe',
  ],
  es: [
    'no puedes revisar mi cuenta',
    '¿no podría mirar mi cuenta?',
    'no olvides revisar mis disparadores',
    'no, revisa mi cuenta',
    'compruebe que no haya disparadores activos',
    'por qué no miras mi cuenta',
    'no sé cómo comprobar mis disparadores',
  ],
};

test.each(Object.entries(LOOK).flatMap(([language, texts]) => texts.map((text) => [text, language])))(
  '“%s” (%s) declines no look',
  (text, language) => expect(declined(text, language)).not.toBe('check'),
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
