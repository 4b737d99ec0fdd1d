const THING = [
  'polic(?:y|ies)|rules?|fields?|forms?|pages?|options?|templates?|inbox(?:es)?|users?|teams?|groups?|accounts?|levels?|parts?|cases?|bugs?|issues?|tiers?',
  'tabs?|screens?|columns?|lines?|rows?|settings?|notes?|lists?|files?|agents?|sections?|questions?|items?|attempts?|days?|support|service|sales|info|contact|billing|help',
  'r[èe]gles?|champs?|formulaires?|bo[îi]tes?|utilisateurs?|[ée]quipes?|groupes?|comptes?|niveaux?|parties?|cas|[ée]crans?|colonnes?|lignes?|onglets?',
  'regeln?|feld(?:er)?|formular|seiten?|postf[aä]ch(?:er)?|benutzer|gruppen?|kont(?:o|en)|stufen?|teile?|f[aä]lle?|spalten?|zeilen?|dateien?|versuche?',
  'reglas?|campos?|formularios?|p[áa]ginas?|agentes?|bandejas?|usuarios?|equipos?|grupos?|cuentas?|nivel|partes?|casos?|pantallas?|columnas?|filas?',
].join('|');
const PRODUCT =
  'aes|iso|rfc|pbkdf|tls|ssl|oidc|saml|base|chrome|firefox|safari|edge|win|macos|teams|desk|zendesk|office|\\dpassword|keepass|bitwarden';
const NUMBERED = new RegExp(`^(?:(?:${THING})[-_]?\\d{1,2}|[qt][1-4][-/ ]?\\d{2,4}|(?:${PRODUCT})[-_]?v?\\d*)$`, 'iu');

/** "policy2", "Q4-2026", "Chrome128": a thing with its number or version, which nobody chose to log in with. */
export function isNumberedThing(word: string): boolean {
  return word.length <= 24 && NUMBERED.test(word);
}
