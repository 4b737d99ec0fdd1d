import type { OperateWords } from '../dialogs/phrases/words.js';
import { type Html, html } from '../http/html.js';
import { mayAct, type Operator } from './role.js';
import type { View } from './view.js';

/** Where the built style and script are found. */
export interface Assets {
  readonly style: string;
  readonly script: string;
}

export interface Shell {
  readonly language: string;
  readonly languages: readonly string[];
  readonly t: OperateWords;
  readonly base: string;
  readonly assets: Assets;
  readonly title: string;
  readonly content: Html;
  /** The view that is shown. */
  readonly at?: string | undefined;
  readonly views: readonly View[];
  /** Nobody on the page that signs in. */
  readonly operator?: Operator | undefined;
  /** Begins a form that posts to this act. */
  readonly form: (act: string) => Html;
  /** What came of what was just done. */
  readonly said?: string | undefined;
  /** What was refused. */
  readonly fault?: string | undefined;
}

/** Nothing from elsewhere, nothing inline: the page shows what strangers typed. */
export const OPERATE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page of the office: what there is to see beside it, who is signed in, what was just done. */
export function pageShell(shell: Shell): string {
  const { language, languages, t, base, assets, title, content, at, views, operator, form, said, fault } = shell;
  const links = views.flatMap(({ name, label, role }) =>
    operator && label && mayAct(operator, role)
      ? html`<li><a href="${base}/${name}"${name === at ? html` aria-current="page"` : html``}>${label(t)}</a></li>`
      : [],
  );
  const nav = operator ? html`<nav aria-label="${t('nav.label')}"><ul>${links}</ul></nav>` : html``;
  const who = operator
    ? html`${form('sign-out')}<span>${operator.name} · ${t(`role.${operator.role}`)}</span> <button class="plain">${t('signOut')}</button></form>`
    : html``;
  const tongues = languages.map((lng) =>
    lng === language
      ? html`<li aria-current="true" lang="${lng}">${nameOf(lng)}</li>`
      : html`<li><a href="?lng=${lng}" lang="${lng}" hreflang="${lng}">${nameOf(lng)}</a></li>`,
  );
  const { markup } = html`<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${title} – Passerelle</title>
<link rel="stylesheet" href="${assets.style}"><script src="${assets.script}" defer></script></head>
<body><a class="skip" href="#main">${t('skip')}</a>
<header><strong>Passerelle</strong>${nav}<div class="who">${who}<ul class="tongues" aria-label="${t('languages')}">${tongues}</ul></div></header>
<main id="main" tabindex="-1">${note('said', 'status', said)}${note('fault', 'alert', fault)}<h1>${title}</h1>
${content}</main></body></html>`;
  return markup;
}

const note = (kind: string, role: string, text: string | undefined) =>
  text === undefined ? html`` : html`<p class="${kind}" role="${role}">${text}</p>`;

function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
