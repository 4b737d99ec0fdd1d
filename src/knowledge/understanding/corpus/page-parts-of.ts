import type { Intent, Language } from '../intent.js';
import type { Reader } from '../text/read-utterance.js';
import type { PageParts } from './page-store.js';
import { pageTermsOf } from './page-terms.js';

/** An article in one language, part by part. */
export function pagePartsOf({ id, texts }: Intent, language: Language, reader: Reader): PageParts {
  const { title = '', labels = [], examples = [], headings = [], body = '', starts = [] } = texts[language] ?? {};
  const maker = reader.maker(language);
  const read = (text: string) => pageTermsOf(maker, reader.readBody(text, language));
  return {
    intent: id,
    language,
    names: [title, ...labels, ...examples].map(read),
    lead: read(body.slice(0, starts[0] ?? body.length)),
    sections: headings.map((heading, i) => ({
      heading: read(heading),
      text: read(starts[i] === undefined ? '' : body.slice(starts[i], starts[i + 1] ?? body.length)),
    })),
  };
}
