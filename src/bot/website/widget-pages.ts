import { html } from '../../http/html.js';
import { framedHeaders } from './framed-headers.js';
import type { Page } from './page-frame.js';

/** What the chat's page may do: our own scripts and styles, pictures of us and of who may frame it, sockets to us. */
function chatPolicy(frameAncestors: string, socketBase: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src data: ${frameAncestors}`,
    `connect-src 'self' ${new URL(socketBase).origin}`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}

interface ChatDeps {
  readonly language: string;
  readonly title: string;
  /** What the chat would have to ask for before it can draw anything. */
  readonly config: object;
  /** The addresses of its script and its style. */
  readonly script: string;
  readonly style: string;
  readonly frameAncestors: string;
  readonly socketBase: string;
  /** The page around it is isolated, in a browser that wants to hear so from ours, too. */
  readonly isIsolated: boolean;
}

/** `/widget/chat`: the page in the widget's iframe. Its configuration comes with it: one way to the server less. */
export function chatPage({
  language,
  title,
  config,
  script,
  style,
  frameAncestors,
  socketBase,
  isIsolated,
}: ChatDeps): Page {
  const { markup } = html`<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,interactive-widget=resizes-content">
<meta name="robots" content="noindex"><title>${title}</title><link rel="stylesheet" href="${style}"><script src="${script}" defer></script></head>
<body><div id="chat" data-config="${JSON.stringify(config)}"></div></body></html>`;
  return { status: 200, markup, policy: chatPolicy(frameAncestors, socketBase), headers: framedHeaders(isIsolated) };
}

/** The settings of the launcher that `/widget/test` passes on from its own address: none that shows words, for anybody writes links. */
const SETTINGS = ['accent', 'position', 'theme', 'article'];

/** `/widget/test`: a foreign page with the strictest policy under which the widget works; docs/widget.md names it. */
export function testPage(folder: string, language: string, query: URLSearchParams): Page {
  const given = SETTINGS.flatMap((name) => {
    const value = query.get(name)?.slice(0, 200);
    return value ? [html` data-${name}="${value}"`] : [];
  });
  const { markup } = html`<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>Widget test</title></head>
<body><main><h1>Widget test</h1><p lang="en">This page allows scripts and frames from this server and nothing else.</p>
<p><button type="button" data-passerelle-ask="${query.get('ask')?.slice(0, 300) ?? '?'}">Ask</button></p></main>
<script src="${folder}/widget.js" data-language="${language}"${given} async></script></body></html>`;
  const policy =
    "default-src 'none'; script-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
  return { status: 200, markup, policy };
}
