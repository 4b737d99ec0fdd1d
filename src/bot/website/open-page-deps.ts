import type { IncomingHttpHeaders } from 'node:http';
import { pictureOrigins } from '../../channels/web/picture-origins.js';
import type { App } from '../compose.js';
import { publicFolder } from '../public-folder.js';
import type { PageDeps } from './page-deps.js';
import { wishedLanguage } from './wished-language.js';

/** What a guide must reach to be shown as found, 0…1: the index ranks everything that shares a word. */
const LEAST_SCORE = 0.05;
const MOST_FOUND = 5;

/** What the pages need, and the language that each is in. */
export interface SitePages extends PageDeps {
  /** The language asked for, else the browser's first that we speak, else the app's own. */
  languageOf(asked: string | null, headers: IncomingHttpHeaders): string;
}

/** What the pages show of the app, as it is when they are asked for. */
export function openPageDeps({ knowledgeService, locales, defaultLanguage, config, practice }: App): SitePages {
  const { languages } = locales;
  const { library } = knowledgeService;
  return {
    languages,
    team: config.team.name,
    hasPractice: practice !== undefined,
    site: config.publicUrl,
    folder: publicFolder(config.publicUrl),
    pictures: pictureOrigins(config.webOrigins, config.publicUrl),
    words: locales.words,
    find: library.find,
    list: library.list,
    search: (query, language) =>
      knowledgeService.index
        .search(query, { language, limit: MOST_FOUND })
        .filter(({ score }) => score >= LEAST_SCORE)
        .flatMap(({ intent }) => library.find(intent, language) ?? []),
    languageOf(asked, headers) {
      return wishedLanguage(asked, headers, languages) ?? defaultLanguage;
    },
  };
}
