import type { FieldType } from './account.js';

/**
 * What people call the six types: Desk's own labels in French, English, German and Spanish, the API's words, and those
 * of other help desks. Without accents, lower case, one space between words (see {@link readFieldType}).
 */
const WORDS: Readonly<Record<FieldType, string>> = {
  text:
    'text, single line, single line text, one line text, short text, string, text field, text input, texte, ' +
    'texte a une ligne, texte sur une ligne, texte une ligne, texte d une ligne, texte court, texte simple, ' +
    'champ texte, ligne de texte, une ligne, einzeiliger text, einzeilig, einzeiliges textfeld, kurzer text, ' +
    'textfeld, texto, texto de una linea, texto de una sola linea, texto en una linea, una linea, ' +
    'texto corto, campo de texto',
  textarea:
    'textarea, text area, multi line, multiline, multi line text, multiline text, long text, paragraph, ' +
    'texte multi lignes, texte multilignes, texte multiligne, texte sur plusieurs lignes, plusieurs lignes, ' +
    'multi lignes, multilignes, texte long, zone de texte, paragraphe, mehrzeiliger text, mehrzeilig, ' +
    'mehrzeiliges textfeld, langer text, textbereich, absatz, texto multilinea, texto de varias lineas, ' +
    'varias lineas, multilinea, texto largo, area de texto, parrafo',
  dropdown:
    'dropdown, drop down, dropdown list, drop down list, select, single select, single choice, picklist, ' +
    'list, liste, liste deroulante, menu deroulant, liste de choix, choix unique, selection, dropdown liste, ' +
    'auswahlliste, auswahl, dropdown menu, dropdownliste, einfachauswahl, lista, lista desplegable, ' +
    'desplegable, menu desplegable, seleccion, seleccion unica',
  checkboxes:
    'checkbox, checkboxes, check box, check boxes, multi select, multiselect, multiple choice, multi choice, ' +
    'tickbox, case a cocher, cases a cocher, case, cases, choix multiple, choix multiples, kontrollkastchen, ' +
    'ankreuzfeld, ankreuzfelder, mehrfachauswahl, checkboxen, casilla, casillas, casilla de verificacion, ' +
    'casillas de verificacion, seleccion multiple, opcion multiple',
  number:
    'number, numbers, numeric, integer, decimal, nombre, nombres, numero, numeros, numerique, chiffre, ' +
    'chiffres, entier, zahl, zahlen, nummer, numerisch, ganzzahl, numerico, cifra, entero',
  date: 'date, dates, calendar, date picker, calendrier, datum, datumsfeld, kalender, fecha, fechas, calendario',
};

const TYPE_OF: ReadonlyMap<string, FieldType> = new Map(
  Object.entries(WORDS).flatMap(([type, words]) =>
    words.split(', ').map((word): [string, FieldType] => [word, fieldType(type)]),
  ),
);

function fieldType(type: string): FieldType {
  const known = (['text', 'textarea', 'dropdown', 'checkboxes', 'number', 'date'] as const).find(
    (each) => each === type,
  );
  if (known === undefined) throw new Error(`Unknown field type in WORDS: ${type}`);
  return known;
}

/** The type that a word or phrase names, in any of our languages, or null. */
export function readFieldType(phrase: string): FieldType | null {
  const plain = phrase
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(?:type|typ|tipo|de type|du type|vom typ|de tipo) /, '')
    .trim();
  return (
    TYPE_OF.get(plain) ??
    TYPE_OF.get(plain.replace(/ (?:field|champ|feld)$/, '').replace(/^(?:champ|campo) /, '')) ??
    null
  );
}
