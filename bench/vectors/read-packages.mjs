// Translated messages of LibreOffice, Firefox and Thunderbird, out of Debian's packages: `[{ en, fr, de, es }]`, aligned by
// what the programs align them by: the source text of a gettext catalogue, the id of a paragraph of the help, the key of a string.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseFluent, Visitor } from '@fluent/syntax';
import { unzipSync } from 'fflate';
import { mo } from 'gettext-parser';
import { parseHTML } from 'linkedom';

export const LANGUAGES = ['en', 'fr', 'de', 'es'];
/** How each project names the languages. */
const OFFICE = { en: 'en-US', fr: 'fr', de: 'de', es: 'es' };
const MOZILLA = { en: 'en-US', fr: 'fr', de: 'de', es: 'es-ES' };

export const PACKAGES = [
  ...['fr', 'de', 'es'].map((language) => `libreoffice-l10n-${language}`),
  ...['en-us', 'fr', 'de', 'es'].map((language) => `libreoffice-help-${language}`),
  ...['firefox-esr', 'thunderbird'].flatMap((program) => [
    program,
    ...['fr', 'de', 'es-es'].map((language) => `${program}-l10n-${language}`),
  ]),
];

/**
 * Fetches the packages that are not in a folder yet, and unpacks them.
 * @returns their names with their versions
 */
export function unpackPackages(folder) {
  mkdirSync(folder, { recursive: true });
  const files = () => readdirSync(folder).filter((file) => file.endsWith('.deb'));
  const missing = PACKAGES.filter((name) => !files().some((file) => file.startsWith(`${name}_`)));
  if (missing.length > 0) runOrEnd('apt-get', ['download', ...missing], folder);
  const unpacked = join(folder, 'unpacked');
  rmSync(unpacked, { recursive: true, force: true });
  const used = files().filter((file) => PACKAGES.some((name) => file.startsWith(`${name}_`)));
  for (const file of used) runOrEnd('dpkg-deb', ['-x', file, unpacked], folder);
  return used.sort().map((file) => file.split('_').slice(0, 2).map(decodeURIComponent).join(' '));
}

function runOrEnd(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error || status !== 0)
    throw error ?? new Error(`${command} ended with ${status}: this needs Debian, or a container of it.`);
}

/** All messages that at least two languages have. */
export function readMessages(folder) {
  const at = (path) => join(folder, 'unpacked', path);
  const messages = new Map();
  const put = (key, language, text) => {
    const message = messages.get(key) ?? {};
    messages.set(key, message);
    if (text.trim() !== '') message[language] ??= text;
  };
  readCatalogues(at('usr/lib/libreoffice/program/resource'), put);
  for (const language of LANGUAGES) readHelp(at(`usr/share/libreoffice/help/${OFFICE[language]}/text`), language, put);
  for (const [program, archives] of Object.entries({
    'firefox-esr': ['usr/lib/firefox-esr/omni.ja', 'usr/lib/firefox-esr/browser/omni.ja'],
    thunderbird: ['usr/share/thunderbird/omni.ja'],
  })) {
    for (const archive of archives) readArchive(at(archive), program, 'en', put);
    const packs = {
      'firefox-esr': 'usr/lib/firefox-esr/browser/extensions',
      thunderbird: 'usr/lib/thunderbird/extensions',
    };
    for (const language of LANGUAGES.filter((each) => each !== 'en')) {
      const pack = at(`${packs[program]}/langpack-${MOZILLA[language]}@${program}.mozilla.org.xpi`);
      const path = existsSync(pack) ? pack : pack.replace('firefox-esr.mozilla', 'firefox.mozilla');
      readArchive(path, program, language, put);
    }
  }
  return [...messages.values()].filter((message) => Object.keys(message).length > 1);
}

/** The interface of LibreOffice; the source text is English. */
function readCatalogues(folder, put) {
  for (const language of LANGUAGES.filter((each) => each !== 'en')) {
    const catalogues = join(folder, OFFICE[language], 'LC_MESSAGES');
    for (const file of readdirSync(catalogues).sort()) {
      const { translations } = mo.parse(readFileSync(join(catalogues, file)));
      for (const [context, entries] of Object.entries(translations))
        for (const { msgid, msgstr } of Object.values(entries)) {
          const key = `${file}/${context}/${msgid}`;
          put(key, 'en', plain(msgid));
          put(key, language, plain(msgstr[0] ?? ''));
        }
    }
  }
}

/** The help of LibreOffice, paragraph by paragraph. */
function readHelp(folder, language, put) {
  for (const path of readdirSync(folder, { recursive: true }).sort()) {
    if (!path.endsWith('.html')) continue;
    const { document } = parseHTML(readFileSync(join(folder, path), 'utf8'));
    for (const paragraph of document.querySelectorAll('[id^="par_id"], [id^="hd_id"]'))
      put(`${path}#${paragraph.id}`, language, paragraph.textContent);
  }
}

/** The strings of a program of Mozilla's, in an archive of its own or a language pack. */
function readArchive(file, program, language, put) {
  const files = unzipSync(readFileSync(file), { filter: ({ name }) => /\.(?:ftl|properties)$/.test(name) });
  for (const name of Object.keys(files).sort()) {
    const text = Buffer.from(files[name]).toString('utf8');
    // The same path in every language, but for the language.
    const place = `${program}/${name.replaceAll(MOZILLA[language], '')}`;
    for (const [key, value] of name.endsWith('.ftl') ? fluentStrings(text) : propertyStrings(text))
      put(`${place}#${key}`, language, plain(value));
  }
}

function fluentStrings(text) {
  const strings = [];
  for (const entry of parseFluent(text, {}).body) {
    if (entry.type !== 'Message' && entry.type !== 'Term') continue;
    for (const { id, value } of [entry, ...entry.attributes]) {
      const words = [];
      if (value) new TextCollector(words).visit(value);
      strings.push([entry.id.name === id.name ? id.name : `${entry.id.name}.${id.name}`, words.join(' ')]);
    }
  }
  return strings;
}

class TextCollector extends Visitor {
  constructor(words) {
    super();
    this.words = words;
  }
  visitTextElement({ value }) {
    this.words.push(value);
  }
}

const propertyStrings = (text) => [...text.matchAll(/^([\w.-]+)\s*=\s*(.*)$/gm)].map(([, key, value]) => [key, value]);

/** Without marks of keys, places and elements. */
const plain = (text) =>
  text
    .replace(/<[^>]*>|%[A-Z]{2,}|%\d*\$?[sSd]|\$\(?\w+\)?|\$\{[^}]*\}|&[a-z]+;/g, ' ')
    .replace(/[~_&](?=\p{L})/gu, '');
