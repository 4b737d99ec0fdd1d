import { type FoundSecret, findBy } from './found-secret.js';
import { OTHER_CODE } from './telling-words.js';

const SIGN = '["\'`*_»”)]{0,3}\\s{0,3}[:=]?\\s{0,3}["\'`*_«“(]{0,3}';
/** Six digits, perhaps in two halves; of many things there are as many: "482913 tickets". */
const SIX =
  '(?<secret>\\d{6}|\\d{3}[ -]\\d{3})(?![\\p{L}\\d_/-]|[.,:]\\d|\\s(?!mais|dans|sans|puis|plus|depuis|alors|was|das|es\\s)\\p{L}{3,20}s(?!\\p{L}))';
const WORD = `(?:\\s{1,3}(?!${OTHER_CODE})[\\p{L}'’]{1,20})`;
const A_CODE = '(?:code|c[óo]digo|pin)';

const CAME =
  're[çc]ue?|arriv[ée]e?|envoy[ée]e?|got|get|received|sent|texted|gave|came|erhalten|bekommen|gekommen|bekam|geschickt|gesendet|kam|app|sms|lleg[óo]|lleg[oa]do|recib[íi]|recibido|mandaron|mandado|enviaron|enviado|dieron|authenticator';
/** "Le code que j'ai reçu est 482913", "der Code, den ich bekommen habe: 482913": nothing says what it is for, but how it came. */
const arrived = findBy(
  'code',
  new RegExp(
    `(?<!${OTHER_CODE}[ -])(?<![\\p{L}\\d_-])${A_CODE}(?=\\P{N}{1,60}?(?<!\\p{L})(?:${CAME})(?!\\p{L}))(?:,?\\s{1,3}(?!${OTHER_CODE})[\\p{L}'’]{1,20}){1,8},?${SIGN}(?<secret>\\d{5,8}|\\d{3}[ -]\\d{3})(?![\\p{L}\\d_/-]|[.,:]\\d)`,
    'giu',
  ),
  isCode,
);

/** "It texted me 559 201", "me mandaron por SMS el 718220". */
const texted = findBy(
  'code',
  new RegExp(
    `(?<!\\p{L})(?:texted\\s(?:me|us)|(?:par|per|por|by|via)\\s(?:sms|text|texto))${WORD}{0,2}${SIGN}${SIX}`,
    'giu',
  ),
);

/** "482913 est le code", "use 482913 to sign in". */
const used = findBy(
  'code',
  new RegExp(
    `(?<![\\p{L}\\d_.,/#-]|${OTHER_CODE}\\s)(?<secret>\\d{6}|\\d{3}[ -]\\d{3})["'»”]?,?\\s{1,3}(?:(?:est|is|ist|es|c['’]?est)\\s{1,3}(?:mon|my|mein|mi|le|the|der|el|ton|votre|your|dein|ihr|tu|su)${WORD}?\\s{1,3}${A_CODE}(?!\\p{L}|\\s{1,3}(?:d[e']\\s?)?${OTHER_CODE})|(?:to|pour|um|para)\\s(?:vous\\s|te\\s|se\\s|me\\s|sich\\s)?(?:log\\s?in|sign\\s?in|verify|connecter|identifier|anzumelden|iniciar|acceder|entrar|verificar|confirmar))`,
    'giu',
  ),
);

const ENTER = [
  'enter(?:ed|ing)?|typed?|put',
  'saisi[srt]?|saisir|tap(?:e|é|er)|r?entr(?:e|é|er)|mets?|mis',
  'gebe?|gib|eingegeben|tippe',
  'pongo|puse|pon(?:er)?|meto|introdu(?:zco|je|cir)|ingres(?:o|é|ar)|escrib(?:o|í|ir)',
].join('|');
/** "J'ai saisi le code 482913", "ich gebe den Code 482913 ein", "enter code 482913 ?". */
const entered = findBy(
  'code',
  new RegExp(
    `(?<!\\p{L})(?:${ENTER})\\s{1,3}(?:in\\s)?(?:(?:le|the|this|den|el|my|mon|mi|meinen|ce|un|a)\\s{1,3})?${A_CODE}${SIGN}${SIX}`,
    'giu',
  ),
);

/** "Votre code Teamwork : 482913", "código 482913 caducado", "482913 steht in der SMS". */
const owned = findBy(
  'code',
  new RegExp(
    `(?<!\\p{L})(?:mon|votre|ton|my|your|mein|dein|ihr|mi|tu|su)\\s${A_CODE}${WORD}?\\s{0,3}[:=]\\s{0,3}${SIX}`,
    'giu',
  ),
);
const refused = findBy(
  'code',
  new RegExp(
    `(?<![\\p{L}\\d_-]|${OTHER_CODE}\\s)${A_CODE}\\s{1,3}${SIX}\\s{1,3}(?:(?:is|est|ist|es|wird|a|has)\\s{1,3})?(?:expir|invalid|wrong|refus|reject|inv[áa]lid|abgelaufen|ungültig|falsch|abgelehnt|caduc|no\\s(?:vale|funciona)|doesn)`,
    'giu',
  ),
);
const inMessage = findBy(
  'code',
  new RegExp(
    `(?<![\\p{L}\\d_.,/#-]|${OTHER_CODE}\\s)${SIX}${WORD}{0,4}\\s{1,3}(?:sms|text\\smessage)(?!\\p{L})`,
    'giu',
  ),
);

/** "The authenticator shows 559 201", "an SMS saying 559201". */
const shown = findBy(
  'code',
  new RegExp(
    `(?<!\\p{L})(?:(?:authenticator|authy)(?:\\sapp)?|sms)\\s{1,3}(?:shows?|says?|saying|gives?|affiche|donne|dit|disant|zeigt|sagt|muestra|dice|da|con|with|mit|avec)${WORD}{0,2}${SIGN}${SIX}`,
    'giu',
  ),
);

const BACKUP = [
  '(?:back-?up|recovery|scratch)[ -]?codes?|codes?\\s(?:de\\s)?(?:secours|r[ée]cup[ée]ration)',
  '(?:wiederherstellungs|ersatz|notfall)-?codes?|c[óo]digos?\\sde\\s(?:respaldo|recuperaci[óo]n|emergencia)',
].join('|');
const BACKUP_CODE =
  '(?:(?=[a-z]{0,5}-?[a-z]{0,6}\\d)[a-z\\d]{4,6}-[a-z\\d]{4,6}|\\d{8}|\\d{4}\\s\\d{4})(?![\\p{L}\\d])';
/** "Backup codes: 8f3k-29dk 77xq-01mz", as many as there are. */
const backups = findBy(
  'code',
  new RegExp(
    `(?<!\\p{L})(?:${BACKUP})${WORD}{0,2}${SIGN}(?<secret>${BACKUP_CODE}(?:[\\s,;]{1,3}${BACKUP_CODE}){0,20})`,
    'giu',
  ),
);

const READERS = [arrived, texted, used, entered, owned, refused, inMessage, shown, backups];

/** Codes that let somebody in, told by how they came or what is done with them: nothing says what they are for. */
export function codesInUse(text: string): readonly FoundSecret[] {
  return READERS.flatMap((find) => find(text));
}

/** A year is none. */
function isCode(value: string): boolean {
  return !/^(?:19|20)\d\d$/.test(value);
}
