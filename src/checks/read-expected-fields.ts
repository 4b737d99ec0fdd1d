import type { FieldType } from './account.js';
import { readFieldType } from './field-type-words.js';
import { plainLabel } from './plain-writing.js';

/** A field that the customer wants to find. `options` only when they were pasted too. */
export interface ExpectedField {
  readonly label: string;
  readonly type: FieldType;
  readonly options: readonly string[];
}

/** What {@link readExpectedFields} finds in a paste. */
export interface ExpectedFields {
  readonly fields: readonly ExpectedField[];
  /** Lines without a label or without a type that we know. */
  readonly notUnderstood: readonly string[];
}

/** More than any migration maps; a paste beyond it is a mistake. */
const MOST_FIELDS = 500;
const LONGEST_LINE = 500;
/** What people put between label and type, from the most to the least telling. A dash needs spaces: `e-mail` has one. */
const SEPARATORS: readonly RegExp[] = [
  /\t+/,
  /\s*\|\s*/,
  /\s*(?:→|=>|->)\s*/,
  /\s*[:：=]\s*/,
  /\s+[-–—]\s+/,
  /\s*[;,]\s*/,
];

/**
 * Reads custom fields as people paste them, one a line: `Plan: dropdown`, `Plan : liste déroulante (Or, Argent)`,
 * `Plan - Dropdown: Gold, Silver`, `Plan (dropdown)`, table rows, bullets. Types in French, English, German, Spanish.
 */
export function readExpectedFields(pasted: string): ExpectedFields {
  const fields = new Map<string, ExpectedField>();
  const notUnderstood: string[] = [];
  for (const raw of pasted.split(/[\r\n]+/).slice(0, MOST_FIELDS)) {
    const line = raw
      .slice(0, LONGEST_LINE)
      .trim()
      .replace(/^(?:[-–—*•‣·>]\s*|\d{1,3}[.)]\s+)+/u, '')
      .replace(/^\||\|$/g, '')
      .trim();
    if (!/[\p{L}\p{N}]/u.test(line)) continue;
    const field = readLine(line);
    if (field === null) notUnderstood.push(line);
    else if (!fields.has(plainLabel(field.label))) fields.set(plainLabel(field.label), field);
  }
  return { fields: [...fields.values()], notUnderstood };
}

function readLine(line: string): ExpectedField | null {
  for (const separator of SEPARATORS) {
    const parts = line.split(separator);
    for (let at = 1; at < parts.length; at++) {
      const field = readPair(joinBefore(line, parts, at), parts[at] ?? '', parts.slice(at + 1));
      if (field !== null) return field;
    }
  }
  const inBrackets = /^(?<label>.+?)\s*[([](?<type>[^()[\]]+)[)\]]\s*:?(?<options>.*)$/u.exec(line)?.groups;
  if (inBrackets) return readPair(inBrackets.label ?? '', inBrackets.type ?? '', [inBrackets.options ?? '']);
  return null;
}

/** The line up to part number `at`, with the separators that stood in it: a label may hold a colon. */
function joinBefore(line: string, parts: readonly string[], at: number): string {
  const tail = parts.slice(at).reduce((length, part) => length + part.length, 0);
  if (at === 1) return parts[0] ?? '';
  const rest = line.slice(0, Math.max(0, line.length - tail));
  return rest.replace(/(?<![\s|:：=→>;,–—-])[\s|:：=→>;,–—-]+$/u, '');
}

/** `Plan` and `dropdown (Gold, Silver)`; options may also stand after another separator. */
function readPair(label: string, typeText: string, rest: readonly string[]): ExpectedField | null {
  const match = /^(?<word>[^([{:：]+?)\s*(?:[([{:：]\s*(?<options>.*?)[)\]}]?)?\s*[.;,]?$/u.exec(
    typeText.trim(),
  )?.groups;
  const type = readFieldType(match?.word ?? typeText);
  const name = label
    .trim()
    .replace(/^["'«“`]+\s*|\s*["'»”`]+$/gu, '')
    .replace(/\s+/g, ' ');
  if (type === null || name === '') return null;
  const takesOptions = type === 'dropdown' || type === 'checkboxes';
  return { label: name, type, options: takesOptions ? readOptions([match?.options ?? '', ...rest].join(',')) : [] };
}

/** Words about the field that are no options of it. */
const REMARK = /^(?:required|optional|obligatoire|facultatif|optionnel|pflicht(?:feld)?|obligatorio|opcional|\*)$/i;

function readOptions(text: string): string[] {
  const options = text
    .split(/[,;/|，、]+/)
    .map((option) => option.trim().replace(/^["'«“([{]+\s*|\s*["'»”)\]}.]+$/gu, ''))
    .filter((option) => option !== '' && !REMARK.test(option));
  return [...new Set(options)];
}
