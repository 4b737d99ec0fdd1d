import { type FoundSecret, findBy } from './found-secret.js';

/** What a code is for, behind "code" (French, Spanish) or before it (English, German). */
const PURPOSE_FR =
  'v[ée]rification|confirmation|s[ée]curit[ée]|validation|authentification|connexion|usage unique|sms|2fa|mfa|otp';
const PURPOSE_EN =
  'verification|security|confirmation|one[ -]time|log-?in|sign-?in|auth|authentication|access|sms|2fa|mfa|otp|two[ -]factor|2-step';
const PURPOSE_DE =
  'best(?:ä|ae)tigungs|sicherheits|einmal|verifizierungs|anmelde|login|freischalt|authentifizierungs|sms|2fa|otp';
const PURPOSE_ES = 'verificaci[óo]n|seguridad|confirmaci[óo]n|autenticaci[óo]n|acceso|un solo uso|sms|2fa|otp';

const TELLING = [
  `codes? (?:(?:de|à|d['’]) ?)?(?:${PURPOSE_FR})`,
  `(?:${PURPOSE_EN})[ -](?:pass)?codes?|otp|2fa|mfa|totp`,
  `(?:${PURPOSE_DE})-?(?:code|pin|tan)|(?:sms-?|m)?tan(?=(?: lautet| ist)? ?:? ?\\d|[,.!?]|\\s(?:wo|wie|was|aber|und)\\s|$)`,
  `c[óo]digos? (?:de )?(?:${PURPOSE_ES})`,
  'code(?=\\s(?:re[çc]u|from|via|par|aus|by)\\s?(?:the |der |text |un )?(?:sms|mail|app)?\\s?:)',
  // "My code is 482913", beside nothing that says what code.
  '(?<=(?<!\\p{L})(?:mon|votre|my|your|mein|dein|ihr|mi|tu|su) )(?:code|c[óo]digo)(?=\\s{1,3}(?:est|is|ist|es|lautet|was|était)\\s)',
].join('|');

/** Of what other codes and numbers are. */
const OTHER =
  '(?:erreur|error|fehler|ticket|billet|commande|order|pedido|bestellung|postal|postleit|zip|promo|coupon|product|produit|produkt|artikel|pays|country|status|exit|http|n[°º])';
/** Up to four words that are about no other number: "reçu par SMS", "that I got is". */
const BETWEEN = `(?:\\s{1,3}(?!${OTHER})[\\p{L}'’]{1,20}){0,4}`;
const SIGN = '["\'`*_»”)]{0,3}\\s{0,3}[:=]?\\s{0,3}["\'`*_«“(]{0,3}';

/** Four to eight digits, perhaps in two halves or behind the sender's letter (G-482913), or letters and digits. */
const CODE =
  '(?:[A-Z]{1,3}-)?(?:\\d{4,8}|\\d{3}[ -]\\d{3}|\\d{2}[ -]\\d{2}[ -]\\d{2})|(?=[A-Z]{0,8}\\d)(?=\\d{0,8}[A-Z])[A-Z\\d]{6,8}';

/** The codes that come by message or from an app, behind a word that tells of one. */
const told = findBy(
  'code',
  new RegExp(
    `(?<![\\p{L}\\d_-])(?:${TELLING})(?!\\p{L})${BETWEEN}${SIGN}(?<secret>${CODE})(?![\\p{L}\\d_/-]|[.,:]\\d)`,
    'giu',
  ),
  isCode,
);

const CAME =
  're[çc]ue?|arriv[ée]e?|envoy[ée]e?|got|get|received|sent|texted|gave|came|erhalten|bekommen|gekommen|bekam|geschickt|gesendet|kam|app|sms|lleg[óo]|lleg[oa]do|recib[íi]|recibido|mandaron|mandado|enviaron|enviado|dieron|authenticator';
/** "Le code que j'ai reçu est 482913", "der Code, den ich bekommen habe: 482913": nothing says what it is for, but how it came. */
const arrived = findBy(
  'code',
  new RegExp(
    `(?<!${OTHER}[ -])(?<![\\p{L}\\d_-])(?:code|c[óo]digo|pin)(?=\\P{N}{1,60}?(?<!\\p{L})(?:${CAME})(?!\\p{L}))(?:,?\\s{1,3}(?!${OTHER})[\\p{L}'’]{1,20}){1,8},?${SIGN}(?<secret>\\d{5,8}|\\d{3}[ -]\\d{3})(?![\\p{L}\\d_/-]|[.,:]\\d)`,
    'giu',
  ),
  isCode,
);

/** "It texted me 559 201", "me mandaron por SMS el 718220". */
const texted = findBy(
  'code',
  new RegExp(
    `(?<!\\p{L})(?:texted\\s(?:me|us)|(?:par|per|por|by|via)\\s(?:sms|text|texto))(?:\\s{1,3}(?!${OTHER})[\\p{L}'’]{1,8}){0,2}${SIGN}(?<secret>\\d{6}|\\d{3}[ -]\\d{3})(?![\\p{L}\\d_/-]|[.,:]\\d|\\s\\p{L}{3,20}s(?!\\p{L}))`,
    'giu',
  ),
);

const IS = "(?:est|is|ist|es|c['’]?est|was|war|era|comme|como|as|als|für|for|pour|para)";
/** "482913 is my verification code", "use 482913 as your login code": as the messages themselves have it. */
const reversed = findBy(
  'code',
  new RegExp(
    `(?<![\\p{L}\\d_.,/-])(?<secret>${CODE})["'»”]?,?\\s{1,3}${IS}\\s{1,3}(?:\\p{L}{2,12}\\s{1,3}){0,2}(?:${TELLING})(?!\\p{L})`,
    'giu',
  ),
  isCode,
);
/** "482913 est le code", "use 482913 to sign in". */
const used = findBy(
  'code',
  new RegExp(
    `(?<![\\p{L}\\d_.,/#-]|${OTHER}\\s)(?<secret>\\d{6}|\\d{3}[ -]\\d{3})["'»”]?,?\\s{1,3}(?:(?:est|is|ist|es|c['’]?est)\\s{1,3}(?:mon|my|mein|mi|le|the|der|el|ton|votre|your|dein|ihr|tu|su)\\s{1,3}(?:code|c[óo]digo|pin)(?!\\p{L}|\\s{1,3}(?:d[e']\\s?)?${OTHER})|(?:to|pour|um|para)\\s(?:vous\\s|te\\s|se\\s|me\\s|sich\\s)?(?:log\\s?in|sign\\s?in|verify|connecter|identifier|anzumelden|iniciar|acceder|entrar|verificar|confirmar))`,
    'giu',
  ),
);
/** "PIN 4471", with nothing between: "pin the ticket 4471" is about none. */
const pins = findBy(
  'code',
  /(?<![\p{L}\d_-])pin(?:[ -]?(?:code|nummer|number))?[ :=]{1,4}(?<secret>\d{4,8})(?![\p{L}\d_/-]|[.,:]\d)/giu,
  isCode,
);

const READERS = [told, arrived, texted, reversed, used, pins];

/** Codes that let somebody in once, in our four languages. */
export function oneTimeCodes(text: string): readonly FoundSecret[] {
  return /\d/.test(text) ? READERS.flatMap((find) => find(text)) : [];
}

/** A year is none, nor is a word: the pattern reads letters of both cases. */
function isCode(value: string): boolean {
  return /\d/.test(value) && !/^(?:19|20)\d\d$/.test(value) && !/[a-z]/.test(value);
}
