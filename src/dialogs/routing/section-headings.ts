import type { Article } from '../../knowledge/articles/article.js';
import { answerTokens } from './answer-tokens.js';

/** Where a section stands: its guide, and its place in it from 0. */
export interface SectionPlace {
  readonly article: string;
  readonly section: number;
}

/** A single word is seldom meant as a heading. */
const FEWEST_WORDS = 2;

/** Finds the section whose very heading was typed, in any language; nothing when two sections have it. */
export function openSectionHeadings(articles: Iterable<Article>): (text: string) => SectionPlace | undefined {
  const places = new Map<string, SectionPlace | undefined>();
  for (const { id, sections } of articles) {
    for (const [section, { title }] of sections.entries()) {
      const heading = answerTokens(title);
      const before = places.get(heading.join(' '));
      const isOther = before !== undefined && before.article !== id;
      if (heading.length >= FEWEST_WORDS) places.set(heading.join(' '), isOther ? undefined : { article: id, section });
    }
  }
  return (text) => places.get(answerTokens(text.slice(0, 300)).join(' '));
}
