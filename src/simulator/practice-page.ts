import { createHash } from 'node:crypto';
import { type Html, html } from '../http/html.js';
import { accountPage } from './account-page.js';
import type { ChangeableDesk } from './changeable-desk.js';
import type { SimulatedResponse } from './desk-response.js';
import { textAnswer } from './desk-response.js';
import { applyForm } from './page-actions.js';
import { PRACTICE_ACCOUNTS } from './practice-keys.js';
import { inLanguage, type PageSentences, type PracticeSentences } from './practice-sentences.js';

const READ = ['GET', 'HEAD'];

export interface PageRequest {
  readonly method: string;
  /** Below the mounting path: `/` or `/accounts/not-ready`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: unknown;
  readonly basePath: string;
  readonly clock: () => number;
  readonly sentences: PracticeSentences;
}

const STYLE = `
body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}
.notice{border-left:.3rem solid #8a5a00;background:#fff6e0;padding:.5rem 1rem}
.done{border-left:.3rem solid #0a6b2d;background:#e7f7ec;padding:.5rem 1rem}
ul{list-style:none;padding:0}li{display:flex;flex-wrap:wrap;gap:.5rem;justify-content:space-between;border-bottom:1px solid #ccc;padding:.4rem 0}
form{display:inline-flex;flex-wrap:wrap;gap:.5rem;align-items:center}
button,input,select{font:inherit;padding:.3rem .7rem;min-height:2rem;border:1px solid #555;border-radius:.3rem;background:#fff;color:inherit}
button:focus-visible,a:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid #1a5fb4;outline-offset:2px}
.state{color:#444}code{overflow-wrap:anywhere}dd{margin:0 0 .5rem}a{color:#1a4f9c}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}`;

/** The small page on which a newcomer turns triggers off. Made on the server, nothing from elsewhere, no script. */
export function answerPage(desk: ChangeableDesk, request: PageRequest): SimulatedResponse {
  const { language, page: words } = inLanguage(request.sentences, request.query.get('lng'));
  const methods = request.path === '/' ? READ : [...READ, 'POST'];
  if (request.path === '/' && !methods.includes(request.method)) return notAllowed(methods);
  if (request.path === '/')
    return page(request, language, html`<h2>${words.choose}</h2><ul>${accountLinks(request, language, words)}</ul>`);
  const id = /^\/accounts\/([\w-]+)$/.exec(request.path)?.[1] ?? '';
  const account = desk.account(id);
  if (account === undefined) return textAnswer(404, 'Not found');
  if (!methods.includes(request.method)) return notAllowed(methods);
  if (request.method === 'POST') {
    const isDone = applyForm(desk, account, request.form, new Date(request.clock()).toISOString());
    if (!isDone) return textAnswer(400, 'This form asks for nothing that the practice account knows.');
    return {
      status: 303,
      headers: { location: `${request.basePath}/accounts/${id}?lng=${language}&done=1` },
      body: '',
    };
  }
  const done = request.query.has('done') ? html`<p class="done" role="status">${words.done}</p>` : html``;
  const back = html`<p><a href="${request.basePath}/?lng=${language}">${words.back}</a></p>`;
  const title = html`<h2>${words.accounts[account.id]}</h2>`;
  return page(request, language, html`${back}${title}${done}${accountPage(account, words, request.clock())}`);
}

function notAllowed(methods: readonly string[]): SimulatedResponse {
  const answer = textAnswer(405, 'No such method here');
  return { ...answer, headers: { ...answer.headers, allow: methods.join(', ') } };
}

function accountLinks({ basePath }: PageRequest, language: string, words: PageSentences): Html[] {
  return PRACTICE_ACCOUNTS.map(
    (id) => html`<li><a href="${basePath}/accounts/${id}?lng=${language}">${words.accounts[id]}</a></li>`,
  );
}

function page({ path, basePath, sentences }: PageRequest, language: string, content: Html): SimulatedResponse {
  const { page: words } = inLanguage(sentences, language);
  const languages = [...sentences.keys()].map((each) =>
    each === language
      ? html`<strong lang="${each}" aria-current="true">${each}</strong>`
      : html`<a href="${basePath}${path}?lng=${each}" lang="${each}" hreflang="${each}">${each}</a>`,
  );
  const { markup } = html`<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${words.title}</title><style>${{ markup: STYLE }}</style></head>
<body><header><h1>${words.title}</h1><p class="notice">${words.notReal}</p><nav>${languages}</nav></header>
<main>${content}</main></body></html>`;
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const csp = `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'`;
  return {
    status: 200,
    headers: {
      ...{ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp, 'cache-control': 'no-store' },
      ...{ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' },
    },
    body: markup,
  };
}
