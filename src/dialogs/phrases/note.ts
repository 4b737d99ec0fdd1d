import type { Finding, Note } from '../../checks/finding.js';
import { listed, quoted } from './names.js';
import type { Words } from './words.js';

type FieldNote = Extract<Note, { kind: 'field' }>;

/** What else was seen, one short sentence each. What the problems say already is not said twice. */
export function noteTexts(finding: Finding, t: Words, language: string, told?: number): readonly string[] {
  const fields = finding.notes.filter((note) => note.kind === 'field');
  // Only who has no verdict on the fields needs to read which there are.
  const there = finding.kind === 'unknown' && fields.length > 0 ? [fieldsText(fields, t, language, told)] : [];
  return [
    ...there,
    ...finding.notes.filter((note) => isNews(note, finding)).flatMap((note) => noteText(note, t, language, told)),
  ];
}

function isNews(note: Note, finding: Finding): boolean {
  if (note.kind === 'without-list' && finding.kind === 'unknown') return false;
  if (note.kind !== 'sample-inbox' || finding.kind !== 'problem') return true;
  return !finding.problems.some(({ kind }) => kind === 'inbox-only-sample');
}

function noteText(note: Note, t: Words, language: string, told?: number): readonly string[] {
  switch (note.kind) {
    case 'triggers-manual':
    case 'triggers-system':
    case 'triggers-incomplete': {
      const names = note.triggers.map(({ name, id }) => quoted(name, t, id));
      return [t(`finding.note.${note.kind}`, { count: names.length, names: listed(names, t, language, told) })];
    }
    case 'auto-replies-on':
    case 'real-inboxes': {
      const names = note.inboxes.map(({ name, id }) => quoted(name, t, id));
      return [t(`finding.note.${note.kind}`, { names: listed(names, t, language, told) })];
    }
    case 'sample-inbox':
      return [t('finding.note.sample-inbox', { names: quotedNames(note.names, t, language, told) })];
    case 'fields-required':
      return [
        t('finding.note.fields-required', {
          count: note.labels.length,
          names: quotedNames(note.labels, t, language, told),
        }),
      ];
    case 'without-list':
      return [t('finding.note.without-list')];
    case 'field':
      return [];
  }
}

function fieldsText(fields: readonly FieldNote[], t: Words, language: string, told?: number): string {
  const names = fields.map(({ label, type, enabled }) => {
    const field = { label: quoted(label, t), type: t(`finding.fieldType.${type ?? 'unknown'}`) };
    return enabled === false ? t('finding.note.fieldOff', field) : t('finding.note.field', field);
  });
  return t('finding.note.fields', { names: listed(names, t, language, told) });
}

function quotedNames(names: readonly string[], t: Words, language: string, told?: number): string {
  return listed(
    names.map((name) => quoted(name, t)),
    t,
    language,
    told,
  );
}
