import { type Html, html } from '../http/html.js';
import type { Article } from '../knowledge/articles/article.js';
import type { Reason, Verdict } from '../knowledge/understanding/verdict.js';
import { verdictMeaning } from './verdict-meaning.js';

/** A question that was tried, and what came of it. */
export interface Tried {
  readonly question: string;
  readonly language: string;
  /** The language that it was read in. */
  readonly detected: string;
  readonly verdict: Verdict;
  titleOf(intent: string): string | undefined;
  articleOf(intent: string): Article | undefined;
}

interface TryPage {
  readonly languages: readonly string[];
  /** What keeps files from loading, with file and line. */
  readonly problems: readonly string[];
  readonly articles: number;
  /** Where the help centre and the widget are. */
  readonly website: string;
  readonly tried: Tried | undefined;
}

const MOST_CANDIDATES = 5;

/** The page on which a team tries questions: the verdict, how sure it is, why, and what came next. Without a script it works, too. */
export function tryPage({ languages, problems, articles, website, tried }: TryPage): string {
  const language = tried?.language ?? languages[0] ?? 'en';
  const options = languages.map(
    (each) => html`<option${each === language ? html` selected` : html``}>${each}</option>`,
  );
  const broken = html`<h2>Not loaded</h2><ul>${problems.map((problem) => html`<li><code>${problem}</code></li>`)}</ul>`;
  return html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Try questions – Passerelle</title>
<link rel="stylesheet" href="/try.css"><script src="/reload.js" defer></script></head>
<body><main><h1>Try questions</h1>
<p>${articles} articles in ${languages.join(', ')}. Change a file: this page comes anew by itself. <a href="${website}">Help centre and widget</a></p>
${problems.length > 0 ? broken : html``}
<form method="get" action="/"><label for="q">What would a customer ask?</label>
<input id="q" name="q" value="${tried?.question ?? ''}" maxlength="500" autofocus autocomplete="off"><label for="lng">in</label> <select id="lng" name="lng">${options}</select> <button>Ask</button></form>
${tried ? outcome(tried) : html``}</main></body></html>`.markup;
}

function outcome({ detected, verdict, titleOf, articleOf }: Tried): Html {
  const name = (intent: string) => `${titleOf(intent) ?? '?'} (${intent})`;
  const [best] = verdict.candidates;
  const shown = verdict.kind === 'answer' || verdict.kind === 'nearest' ? articleOf(verdict.intent) : undefined;
  return html`<section aria-live="polite"><h2>${verdict.kind}: ${verdictMeaning(verdict, name)}</h2>
<p>${percent(verdict.confidence)} sure, read as ${detected}.</p>
${shown ? html`<blockquote>${shown.summary}</blockquote>` : html``}
<h3>Why</h3><ul>${verdict.reasons.map((reason) => html`<li>${reasonWords(reason, name)}</li>`)}</ul>
<h3>What came next</h3><ol>${verdict.candidates.slice(0, MOST_CANDIDATES).map(({ intent, score }) => html`<li><meter min="0" max="1" value="${score.toFixed(3)}"></meter> ${score.toFixed(3)} ${name(intent)}</li>`)}</ol>
${verdict.kind === 'answer' && best ? html`` : html`<p>Should it be answered? Put the question, as it was asked, under <code>questions:</code> of the article.</p>`}</section>`;
}

function reasonWords(reason: Reason, name: (intent: string) => string): string {
  switch (reason.kind) {
    case 'matched-words':
      return `its words speak for ${name(reason.intent)}: ${reason.words.join(', ')}`;
    case 'nearest-example':
      return `nearest known wording, of ${name(reason.intent)}: “${reason.example}” (${percent(reason.similarity)} alike)`;
    case 'lead':
      return `ahead by ${percent(reason.by)}${reason.over === undefined ? '' : ` of ${name(reason.over)}`}`;
    case 'respelled':
      return `“${reason.written}” was read as “${reason.read}”`;
    case 'other-product':
      return `it names a product that this help centre is not about: ${reason.product}`;
    case 'outside-topic':
      return `it is about a topic that is not answered: ${reason.topic}`;
    case 'nothing-known':
      return 'no word of it is known';
  }
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Comes anew when the articles have. */
export const RELOAD_SCRIPT = `let known;
setInterval(async () => {
  const version = await fetch('/version').then((response) => response.text(), () => known);
  if (known !== undefined && version !== known) location.reload();
  known = version;
}, 700);
`;

export const TRY_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
label[for=q] { width: 100%; }
#q { flex: 1; min-width: 12rem; font: inherit; padding: .4rem; }
blockquote { white-space: pre-wrap; border-left: 3px solid; margin: 1rem 0; padding: 0 1rem; }
`;
