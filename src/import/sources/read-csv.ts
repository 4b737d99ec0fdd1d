import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { slug } from '../../knowledge/articles/slug.js';
import { decodeText } from '../decode-text.js';
import { ImportError } from '../import-error.js';
import type { Source } from '../source.js';
import type { ImportNote, TakeNote } from '../source-page.js';

/** How columns are called, in the languages of the product. */
const COLUMNS = {
  question: /^(?:questions?|title|titre|titel|título|titulo|frage|pregunta|subject|sujet|heading)$/i,
  answer:
    /^(?:answers?|réponses?|reponses?|antwort|respuesta|content|contenu|body|text|texte|inhalt|html|markdown|description)$/i,
  category: /^(?:categor(?:y|ies)|catégories?|categories|kategorie|categoría|section|folder|topic|thème)$/i,
  language: /^(?:lang(?:uage)?|langue|sprache|idioma|locale)$/i,
  address: /^(?:url|link|lien|source|address|adresse|dirección)$/i,
  id: /^(?:id|key|clé|slug|identifier)$/i,
  updated: /^(?:updated(?:_at)?|modified|date|mis à jour|aktualisiert)$/i,
} as const;
/** What a spreadsheet would compute: no text of anybody's. A telephone number or a list begins with `+` or `-`, too. */
const FORMULA = /^[=@][A-Z][A-Z0-9.]*\(|^[=+-][A-Z]{1,3}\d+[+\-*/:]|^=['"\d(]|^=[A-Z]{1,3}\d+$|\|'[^']*'!/i;

type Row = Readonly<Record<keyof typeof COLUMNS, string>> & { readonly line: number };

/** A CSV of questions and answers, one a line; answers in Markdown or HTML. Without a known header the first two columns count. */
export function readCsv(file: string): Source {
  return {
    name: resolve(file),
    async *items() {
      const key = basename(file);
      const notes: ImportNote[] = [];
      const note: TakeNote = (kind, message, line) => notes.push({ key, kind, message, line });
      const rows = rowsOf(decodeText(await readFile(file), note), file);
      const names = new Map<string, number>();
      for (const row of rows) {
        const { question, answer, line } = row;
        const wrong = [question, answer].some((cell) => FORMULA.test(cell.trim()));
        if (wrong) note('dropped', 'a formula, which only a spreadsheet computes', line);
        else if (!question.trim() || !answer.trim())
          note('dropped', 'a question without an answer, or an answer without a question', line);
        if (wrong || !question.trim() || !answer.trim()) continue;
        const name = slug(row.id) || slug(question) || `line-${line}`;
        const count = (names.get(name) ?? 0) + 1;
        names.set(name, count);
        yield {
          kind: 'page',
          page: {
            key: count === 1 ? `${key}#${name}` : `${key}#${name}-${count}`,
            path: name,
            language: row.language.trim() || undefined,
            title: question.replace(/\s+/g, ' ').trim(),
            format: /<(?:p|br|ul|ol|div|a|b|strong|h\d)\b[^>]*>/i.test(answer) ? 'html' : 'markdown',
            text: answer,
            firstLine: line,
            categories: row.category.trim() ? row.category.split(/\s*[>/]\s*/).map((one) => one.trim()) : [],
            address: isAddress(row.address) ? row.address.trim() : undefined,
            aliases: [],
            updated: /^\d{4}-\d{2}-\d{2}/.exec(row.updated.trim())?.[0],
          },
        };
      }
      for (const each of notes) yield { kind: 'note', note: each };
    },
  };
}

function rowsOf(text: string, file: string): readonly Row[] {
  const [first = ''] = text.split('\n');
  // Where two would do, the comma stands in a sentence.
  const [delimiter = ','] = [';', '\t', ','].toSorted((a, b) => first.split(b).length - first.split(a).length);
  const lines = parsed(text, delimiter, file);
  const [header] = lines;
  if (!header) throw new ImportError(`${file}: no line of question and answer found.`);
  const places = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, words]) => [name, header.findIndex((cell) => words.test(cell.trim()))]),
  );
  const isKnown = (places.question ?? -1) >= 0 && (places.answer ?? -1) >= 0;
  if (!isKnown && header.length < 3)
    throw new ImportError(
      `${file}: two columns expected, "question" and "answer", with ",", ";" or a tab between them.`,
    );
  const at: Readonly<Record<string, number>> = isKnown ? places : { question: 1, answer: 2 };
  return lines.slice(isKnown ? 1 : 0).map((cells) => {
    const cell = (name: keyof typeof COLUMNS) => cells[at[name] ?? -1] ?? '';
    return {
      question: cell('question'),
      answer: cell('answer'),
      category: cell('category'),
      language: cell('language'),
      address: cell('address'),
      id: cell('id'),
      updated: cell('updated'),
      line: Number(cells[0]),
    };
  });
}

/** The cells of each line, the number of the line before them. */
function parsed(text: string, delimiter: string, file: string): readonly string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => [String(lines), ...cells],
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportError(
      `${file}:${String(error.lines ?? '?')}: ${error.message} Put cells with quotes or line breaks into quotes.`,
    );
  }
}

const isAddress = (text: string) => /^https?:\/\//.test(text.trim()) && URL.canParse(text.trim());
