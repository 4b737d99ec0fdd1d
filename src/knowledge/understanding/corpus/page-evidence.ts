import type { PageQuery } from './page-query.js';
import type { PageStore } from './page-store.js';

/** How a page fits a question, part by part; all are shares (0…1). */
export interface PageEvidence {
  /** Its title or another of its names and the question: how much of each the other has, as their geometric mean. */
  readonly name: number;
  /** How much of the question that name has. */
  readonly asked: number;
  /** The same for the heading that fits best, and the question. */
  readonly heading: number;
  /** How much of the question the passage that fits best covers, the title helping. */
  readonly passage: number;
  /** The section (0 is the first) whose heading says more of the question than any name of the page, if it is that passage; -1: none. */
  readonly section: number;
}

export const NO_PAGE: PageEvidence = { name: 0, asked: 0, heading: 0, passage: 0, section: -1 };

const HEADING_COUNTS = 3;
/** Terms of a passage of usual length: half of what longer ones have more counts against them. */
const USUAL_LENGTH = 80;
const SATURATION = 1.2;

/** Looks at a page that may fit, line by line. */
export function pageEvidence(pages: PageStore, page: number, query: PageQuery): PageEvidence {
  const { title, lead, end } = pages.passagesOf(page);
  const worths = new Map<number, number>();
  for (const { ways, weight } of query.terms)
    for (const { id, worth } of ways) worths.set(id, Math.max(worths.get(id) ?? 0, worth / weight));
  const inTitle = new Set<number>();
  pages.eachTerm(title, (id) => inTitle.add(id));

  let best = { ...NO_PAGE };
  for (let name = title; name < lead; name++) {
    const { asked, both } = mutual(pages, name, query, worths);
    if (both > best.name) best = { ...best, name: both, asked };
  }
  let [heading, passage, section, ofSection] = [0, 0, -1, 0];
  for (let number = lead; number < end; number++) {
    const said = number > lead ? mutual(pages, number, query, worths).both : 0;
    heading = Math.max(heading, said);
    const times = new Map<number, number>();
    pages.eachTerm(number, (id, count, isHeading) =>
      times.set(id, count + (isHeading ? HEADING_COUNTS : 0) + (inTitle.has(id) ? 1 : 0)),
    );
    const norm = 0.5 + (0.5 * pages.passageLength(number)) / USUAL_LENGTH;
    let sum = 0;
    for (const { ways } of query.terms) {
      let most = 0;
      for (const { id, worth } of ways) {
        const x = (times.get(id) ?? (inTitle.has(id) ? 1 : 0)) / norm;
        most = Math.max(most, (worth * x) / (SATURATION + x));
      }
      sum += most;
    }
    const covered = sum / query.weight;
    if (covered > passage) [passage, section, ofSection] = [covered, number - lead - 1, said];
  }
  return { ...best, heading, passage, section: ofSection > best.name ? section : -1 };
}

/** How much of a question a short line has, and both of each other. */
function mutual(
  pages: PageStore,
  line: number,
  { terms, weight, idf }: PageQuery,
  worths: ReadonlyMap<number, number>,
): { readonly asked: number; readonly both: number } {
  const there = new Set<number>();
  let [mine, total, idfOfStem, share] = [0, 0, 0, 0];
  pages.eachTerm(line, (id, _, inHeading, isFamily) => {
    if (!inHeading) return;
    there.add(id);
    if (!isFamily) {
      mine += idfOfStem * share;
      [idfOfStem, share] = [idf(id), 0];
      total += idfOfStem;
    }
    share = Math.max(share, worths.get(id) ?? 0);
  });
  mine += idfOfStem * share;
  if (total === 0) return { asked: 0, both: 0 };
  let asked = 0;
  for (const { ways } of terms) asked += Math.max(0, ...ways.map(({ id, worth }) => (there.has(id) ? worth : 0)));
  return { asked: asked / weight, both: Math.sqrt(((asked / weight) * mine) / total) };
}
