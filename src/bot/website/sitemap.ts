import { html } from '../../http/html.js';
import { articleAddress } from '../../knowledge/articles/article-address.js';
import type { PageDeps } from './page-deps.js';

/** `/sitemap.xml`: every guide in the languages that it is written in, each with its translations (sitemaps.org, Google's `xhtml:link`). */
export function sitemap({ languages, site, list, find }: PageDeps): string {
  const [first = 'en'] = languages;
  const urls = list(first).flatMap(({ id }) => {
    const versions = languages.flatMap((language) => {
      const article = find(id, language);
      return article?.language === language ? [article] : [];
    });
    const address = (language: string) => `${site}${articleAddress(language, id)}`;
    const links = versions.map(
      ({ language }) => html`<xhtml:link rel="alternate" hreflang="${language}" href="${address(language)}"/>`,
    );
    return versions.map(
      ({ language, updated }) =>
        html`<url><loc>${address(language)}</loc>${updated ? html`<lastmod>${updated}</lastmod>` : html``}${versions.length > 1 ? links : html``}</url>`,
    );
  });
  const home = languages.map((language) => html`<url><loc>${site}/?lng=${language}</loc></url>`);
  const { markup } = html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[...home, ...urls]}
</urlset>
`;
  return markup;
}

/** `/robots.txt`: where the sitemap is, and what is nobody's to search. */
export function robots({ site, folder }: PageDeps): string {
  const hidden = ['/reports/', '/v3/', '/api/', '/widget/'].map((path) => `Disallow: ${folder}${path}`);
  return `User-agent: *\n${hidden.join('\n')}\nSitemap: ${site}/sitemap.xml\n`;
}
