import { foldText } from '../understanding/text/fold-text.js';

/** What interfaces are worked with, as instructions begin: imperative and infinitive, accents folded away. */
const VERBS = new Set(
  // French
  (
    'ouvrez ouvrir cliquez cliquer selectionnez selectionner choisissez choisir allez aller entrez entrer saisissez saisir tapez taper appuyez appuyer connectez connecter ' +
    'copiez copier collez coller telechargez telecharger enregistrez enregistrer confirmez confirmer validez valider ajoutez ajouter creez creer activez activer desactivez desactiver ' +
    'cochez cocher decochez decocher fermez fermer attendez attendre remplissez remplir faites rendez accedez acceder installez installer lancez lancer verifiez verifier glissez deposez modifiez modifier supprimez supprimer renseignez indiquez envoyez ' +
    // English
    'open click select choose go enter type press tap log sign copy paste download upload save confirm scroll switch turn add create find navigate drag drop install run check uncheck tick set enable disable ' +
    'close wait fill visit launch start restart verify edit change delete remove send point connect configure use make hit pick expand scan ' +
    // German
    'offnen klicken wahlen gehen geben tippen drucken melden kopieren fugen laden speichern bestatigen scrollen schalten erstellen suchen ziehen installieren starten prufen setzen aktivieren deaktivieren schliessen warten ' +
    'fullen navigieren rufen entfernen loschen andern senden ' +
    'offne klicke wahle gehe gib tippe drucke melde kopiere fuge lade speichere bestatige erstelle suche ziehe installiere starte prufe setze aktiviere schliesse warte fulle ' +
    // Spanish
    'abra abrir haga hacer seleccione seleccionar elija elegir vaya ir introduzca introducir escriba escribir pulse pulsar toque inicie iniciar copie copiar pegue pegar descargue descargar suba guarde guardar confirme confirmar ' +
    'anada anadir cree crear busque buscar arrastre instale instalar ejecute compruebe active activar desactive desactivar cierre cerrar espere rellene acceda acceder marque marcar abre haz selecciona elige introduce pulsa guarda'
  ).split(/\s+/),
);
/** Names of buttons and menus, keys, and the way through menus. */
const LABEL = /\*\*|__|`|[«»“”"]|\s(?:>|›|→|»)\s/;
const FEWEST = 2;

/**
 * Whether the items of a numbered list are steps to be done one after the other, rather than a ranking or an enumeration: most of
 * them begin with what is to be done, or name what is clicked.
 * @param items Markdown, without the markers of the list
 */
export function areSteps(items: readonly string[]): boolean {
  if (items.length < FEWEST) return false;
  return items.filter(isInstruction).length * 2 > items.length;
}

function isInstruction(item: string): boolean {
  if (LABEL.test(item)) return true;
  const words = foldText(item).match(/[\p{L}\p{N}]+/gu) ?? [];
  // "Then click", "In the menu, choose": what is done stands near the beginning.
  return words.slice(0, 6).some((word) => VERBS.has(word));
}
