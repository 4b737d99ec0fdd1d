import type { Root } from 'mdast';
import { articleId } from '../knowledge/articles/read-article.js';
import { slug } from '../knowledge/articles/slug.js';
import { detectLanguage } from '../knowledge/understanding/text/detect-language.js';
import type { Draft } from './articles/draft.js';
import { draftArticles, type NamedDraft } from './articles/draft-articles.js';
import { finishLinks, linkTargets } from './articles/link-targets.js';
import { nameApart } from './articles/name-apart.js';
import type { TakenPicture } from './collect-pictures.js';
import { holdDepth } from './html/hold-depth.js';
import { parseHtml } from './html/parse-html.js';
import { ImportError } from './import-error.js';
import { normaliseDialect } from './markdown/normalise-dialect.js';
import { parseMarkdown } from './markdown/parse-markdown.js';
import type { ImportNote, SourcePage, TakeNote } from './source-page.js';

interface ImportOptions {
  /** Of pages that do not say theirs; those that say another one are left out. */
  readonly language?: string | undefined;
  /** Where the source is public. */
  readonly site?: string | undefined;
  /** Ids that earlier imports gave, by language and key. */
  readonly known: ReadonlyMap<string, string>;
  /** What becomes of the picture at an address, when the source or the page itself has it. */
  readonly picture: (page: SourcePage, address: string) => TakenPicture | undefined;
  /** Called after each page. */
  readonly onPage: () => Promise<void>;
}

interface Imported {
  readonly drafts: readonly Draft[];
  readonly notes: readonly ImportNote[];
}

/** Turns the pages of a source into articles. */
export async function importPages(pages: readonly SourcePage[], options: ImportOptions): Promise<Imported> {
  const notes: ImportNote[] = [];
  const assumed = options.language ?? languageOf(pages);
  const inLanguage = pages.map((page) => ({ ...page, language: page.language ?? assumed }));
  const wanted = inLanguage.filter(({ language, key }) => {
    if (options.language === undefined || sameLanguage(language, options.language)) return true;
    notes.push({ key, kind: 'dropped', message: `in another language (${language}) than the one asked for` });
    return false;
  });
  const targets = linkTargets(wanted, options.site);
  const found: NamedDraft[] = [];
  for (const page of wanted) {
    const note: TakeNote = (kind, message, line) => notes.push({ key: page.key, kind, message, line });
    const tree = treeOf(page, note);
    if (tree) {
      targets.resolve(tree, page, note, (address) => options.picture(page, address));
      found.push(...draftArticles(page, page.language, tree, note));
    }
    await options.onPage();
  }
  const named = nameApart(inOrder(found), options.known);
  return { drafts: withLinks(named.drafts, wanted), notes: [...notes, ...named.notes] };
}

/** Nothing when a page is nested so deeply that no parser gets through it: the others arrive. */
function treeOf({ format, text, title, firstLine = 1 }: SourcePage, note: TakeNote): Root | undefined {
  try {
    if (format === 'html') return parseHtml(text, note);
    const dialect = normaliseDialect(text, { note, title: title ?? '' }, firstLine);
    const tree = parseMarkdown(dialect, format, note, firstLine);
    holdDepth(tree);
    return tree;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    note('failed', 'nested too deeply to be read');
    return undefined;
  }
}

/** Numbers the articles of each language as their pages are ordered; the answers of one page stay in the page's own order. */
function inOrder(drafts: readonly NamedDraft[]): readonly NamedDraft[] {
  if (drafts.every(({ page }) => page.order === undefined)) return drafts;
  const sorted = drafts.toSorted((a, b) => (a.page.order ?? LAST) - (b.page.order ?? LAST));
  const counts = new Map<string, number>();
  const orders = new Map<NamedDraft, number>();
  for (const draft of sorted) {
    const order = (counts.get(draft.language) ?? 0) + 1;
    counts.set(draft.language, order);
    orders.set(draft, order);
  }
  return drafts.map((draft) => ({ ...draft, order: orders.get(draft) }));
}
const LAST = Number.POSITIVE_INFINITY;

/** Links between pages lead to articles: to the answer that an anchor names, when the page was split. */
function withLinks(drafts: readonly NamedDraft[], pages: readonly SourcePage[]): readonly Draft[] {
  const byPage = new Map<SourcePage, NamedDraft[]>();
  for (const draft of drafts) byPage.set(draft.page, [...(byPage.get(draft.page) ?? []), draft]);
  const addressOf = (place: number, anchor: string | undefined) => {
    const page = pages[place];
    const own = (page && byPage.get(page)) ?? [];
    const named = anchor === undefined ? undefined : own.find(({ id }) => id.endsWith(`/${slug(anchor)}`));
    const [first] = own;
    const id = (named ?? first)?.id;
    return id === undefined ? `/${page?.path ?? ''}` : `article:${articleId(id)}`;
  };
  return drafts.map(({ page: _, part: __, ...draft }) => ({ ...draft, body: finishLinks(draft.body, addressOf) }));
}

/** How many pages are read to tell the language of a source that does not say it. */
const SAMPLE = 30;

function languageOf(pages: readonly SourcePage[]): string {
  const silent = pages.filter(({ language }) => language === undefined).slice(0, SAMPLE);
  const counts = new Map<string, number>();
  for (const { title, text } of silent) {
    const words = `${title ?? ''}\n${text.replace(/<[^>]*>|```[\s\S]*?```|https?:\S+/g, ' ')}`;
    const { language, confidence } = detectLanguage(words, { languages: ['en', 'fr', 'de', 'es'] });
    if (confidence > 0.5) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  if (best && best[1] * 2 > silent.length) return best[0];
  if (silent.length === 0) return 'en';
  throw new ImportError('The language of the pages cannot be told. Say it: --language fr');
}

/** `fr-CA` is French. */
const sameLanguage = (a: string, b: string) => a.split('-')[0] === b.split('-')[0];
