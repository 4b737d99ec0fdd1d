/** "p a s s w o r d", "P.A.S.S.W.O.R.D". */
const SPACED = ['password', 'passwort', 'kennwort', 'contraseña', 'contrasena', 'motdepasse', 'mdp']
  .map((word) => [...word].join('[ ._*-]'))
  .join('|');

/** What opens a wallet, or an account whose password is lost: many words. */
export const PHRASE_WORD = [
  'pass[ -]?phrases?|(?:recovery|seed|secret|mnemonic|backup)[ -]phrases?',
  'phrases?\\s(?:secr[èe]te|de\\s(?:passe|r[ée]cup[ée]ration|secours))',
  '(?:wiederherstellungs|seed-?|sicherheits|mnemonik-?)(?:phrase|satz|s[äa]tze)',
  'frases?\\s(?:secreta|semilla|de\\s(?:recuperaci[óo]n|paso|contrase[ñn]a|seguridad))',
].join('|');

/** What one answers who has lost a password. */
const ANSWER_WORD = [
  '(?:secret|security)\\sanswer|answer\\sto\\s(?:the|my|our|a)\\s(?:secret|security)\\squestion',
  'r[ée]ponse\\s(?:(?:à|a)\\s(?:la|ma)\\squestion\\s)?(?:secr[èe]te|de\\ss[ée]curit[ée])',
  '(?:geheime\\s|sicherheits-?)antwort|antwort\\sauf\\s(?:die|meine)\\s(?:geheim|sicherheits-?)frage',
  'respuesta\\s(?:a\\s(?:la|mi)\\spregunta\\s)?(?:secreta|de\\sseguridad)',
].join('|');

/** Words after which stands what somebody logs in with, in our four languages, and as they are mistyped. */
export const PASSWORD_WORD = [
  SPACED,
  PHRASE_WORD,
  ANSWER_WORD,
  "m(?:ote?s?|t|o)[\\s-]?(?:d['’]?e?|2)[\\s-]?pas{1,3}e?s?|mots?[\\s-]?passe|m\\.?d\\.?p|mp(?=\\s?[=:])",
  "code\\s(?:secret|pin|d['’]acc[eè]s|(?:du\\s)?wi-?fi)",
  // password, pasword, pssword, passwrd, passowrd, passord, p@ssw0rd, "pass word", "p a s s w o r d".
  'p[a@4s$]{2,4}[\\s-]?w{1,2}[o0r]{0,3}ds?|pas{1,2}(?:ord|owrd|rowd)s?|passw?|p\\/?w|pword',
  'passwd|pswd|psw|pwd|passcode|pin(?:[ -]?code)?|access\\scode',
  'p[a@4s]{2,4}[\\s-]?w[orö0]{1,3}e?r?t(?:er)?|ken{1,2}w(?:o|ö|oe)rt(?:er)?|zugangscode|pwort',
  // contraseña, contrasena, contaseña, contrseña, constraseña, contracena, contrasenia.
  'con?s?t(?:ra?|ar?)[\\s-]?[sc]{1,2}e(?:ñ|n\\u0303?)i?as?|clave(?!\\s(?:de\\s)?(?:api|orden|b[úu]squeda)|\\s(?:primaria|for[áa]nea|p[úu]blica))|c[óo]digo\\s(?:secreto|de\\sacceso)(?=\\s?[=:]|\\ses\\s)',
  'contra(?=\\s?[=:]|\\ses\\s)|(?<=(?<!\\p{L})(?:mi|tu|su)\\s)contra',
].join('|');

/** Words after which stands what a program logs in with. */
export const KEY_WORD = [
  "cl(?:(?:é|e\\u0301?)s?|efs?)(?:\\s(?:d['’])?api)?|jetons?",
  'api[ _-]?(?:keys?|tokens?)|(?:access|secret|private)[ _-]?keys?|keys?|tokens?|secrets?',
  '(?:api|zugangs)?[ -]?schl(?:ü|ue|u\\u0308?)ssel|clave\\s(?:de\\s)?api',
].join('|');

/** Words that name the one who logs in, or the log-in itself: a password is not far. */
export const LOG_IN_WORD = [
  'log-?ins?|sign-?ins?|user(?:[\\s_-]?(?:name|id))?s?|credentials?|creds',
  "identifiants?|utilisateurs?|(?:mes|nos|les|vos)\\sacc[eè]s|acc[eè]s\\s?:|connexion|connecte[rz]?|code\\sd['’]acc[eè]s",
  'benutzer(?:name|kennung|konto)?|nutzer(?:name)?|zugangsdaten|anmeldedaten|log-?in-?daten|zugang|kennung|anmeld(?:ung|en)|ein(?:ge)?log(?:gen|gt)',
  'usuarios?|credenciales|(?:datos\\sde\\s)?acceso|inici(?:o\\sde|ar)\\ssesi[óo]n|entr(?:o|ar)',
].join('|');

/** What other codes and numbers are of: errors, tickets, places, offers. */
export const OTHER_CODE =
  '(?:erreur|error|fehler|ticket|billet|commande|order|pedido|bestellung|postal|article|art[íi]culo|fournisseur|facture|suivi|seguimiento|tracking|descuento|rabatt|gutschein|client|cliente|kunden|customer|postleit|zip|promo|coupon|product|produit|produkt|artikel|pays|country|status|exit|http|n[°º])';
