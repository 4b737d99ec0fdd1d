import { mainContent } from '../html/main-content.js';
import type { SourcePage, TakeNote } from '../source-page.js';

/** What a page of HTML says of itself, and its text alone. `canonical` is its own address, absolute. */
export type HtmlPage = Pick<SourcePage, 'language' | 'title' | 'description' | 'categories' | 'updated'> & {
  readonly canonical?: string | undefined;
  readonly html: string;
};

/**
 * Reads a page of HTML, from the web or from a file. Nothing when it holds no article, which is noted.
 * @param url where it was read, when it was on the web
 */
export function pageOfHtml(markup: string, note: TakeNote, url?: string): HtmlPage | undefined {
  const content = mainContent(markup);
  if (!content) {
    note('dropped', 'no article: there is no text on it, its text comes from a script, or it is nested too deeply');
    return undefined;
  }
  const { language, canonical, ...rest } = content;
  const isAddress = canonical !== undefined && URL.canParse(canonical, url);
  return {
    ...rest,
    language: language?.toLowerCase().replace(/-([a-z]{2})$/, (_, region: string) => `-${region.toUpperCase()}`),
    canonical: isAddress ? new URL(canonical, url).href : undefined,
  };
}
