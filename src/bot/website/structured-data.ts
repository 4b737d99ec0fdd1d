import type { Html } from '../../http/html.js';
import type { Article } from '../../knowledge/articles/article.js';
import { plainMarkdown } from '../../knowledge/articles/plain-markdown.js';

/** Characters of a description: what searches show of it. */
const LONGEST_DESCRIPTION = 200;

/** An article in a sentence or two, without marks. */
export function descriptionOf({ summary }: Article): string {
  const plain = plainMarkdown(summary).replace(/\s+/g, ' ');
  return plain.length <= LONGEST_DESCRIPTION
    ? plain
    : `${plain.slice(0, LONGEST_DESCRIPTION - 1).replace(/\s\S*$/, '')}…`;
}

/**
 * What an article is, as schema.org says it: `HowTo` with its steps, else a `FAQPage` of its one question. A data block, no
 * script: nothing in it is run, and nothing in it can end it.
 * @param url the article's own address
 */
export function structuredData(article: Article, url: string): Html {
  const { title, summary, steps, language, updated } = article;
  const about = {
    '@context': 'https://schema.org',
    inLanguage: language,
    url,
    ...(updated && { dateModified: updated }),
  };
  const data =
    steps.length > 0
      ? {
          ...{ ...about, '@type': 'HowTo', name: title, description: descriptionOf(article) },
          step: steps.map(({ number, text }) => ({
            ...{ '@type': 'HowToStep', position: number, text: plainMarkdown(text) },
          })),
        }
      : {
          ...{ ...about, '@type': 'FAQPage' },
          mainEntity: [
            {
              ...{ '@type': 'Question', name: title },
              acceptedAnswer: { '@type': 'Answer', text: plainMarkdown(summary) },
            },
          ],
        };
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return { markup: `<script type="application/ld+json">${json}</script>` };
}
