import { randomBytes } from 'node:crypto';
import { html } from '../../http/html.js';
import { framedHeaders } from './framed-headers.js';
import type { Page } from './page-frame.js';
import { type Sendable, sendable } from './send-response.js';

const START = `
const root = document.getElementById('webchat');
const { lng, nonce } = root.dataset;
const folder = location.pathname.replace(/\\/widget\\/webchat\\/?$/, '');
const [before, kept] = (sessionStorage.getItem('passerelle:webchat') || '').split(' ');
const body = JSON.stringify(kept ? { token: kept } : {});
fetch(folder + '/widget/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  .then((response) => response.json())
  .then(({ token, conversationId }) => {
    sessionStorage.setItem('passerelle:webchat', conversationId + ' ' + token);
    const directLine = WebChat.createDirectLine({
      token,
      domain: location.origin + folder + '/v3/directline',
      conversationStartProperties: { locale: lng },
      ...(before === conversationId ? { conversationId, watermark: '0' } : {}),
    });
    const styleOptions = { hideUploadButton: true };
    WebChat.renderWebChat({ directLine, locale: lng, nonce, styleOptions }, root);
  });
`;

/** Starts Microsoft's Web Chat on its page; a file of its own, so that the page needs no inline script. */
export const WEBCHAT_START: Sendable = sendable('text/javascript; charset=utf-8', Buffer.from(START));

/** Where the bundle of Web Chat is found, where a team has one. */
export const WEBCHAT_SCRIPT = '/widget/webchat.js';

/** `/widget/webchat`: Microsoft's own Web Chat, unmodified, for teams that prefer it to ours. */
export function webchatPage(
  folder: string,
  language: string,
  title: string,
  frameAncestors: string,
  socketBase: string,
): Page {
  const nonce = randomBytes(16).toString('base64');
  const { markup } = html`<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title>
<style nonce="${nonce}">html,body,#webchat{height:100%;margin:0}</style></head>
<body><main id="webchat" data-lng="${language}" data-nonce="${nonce}"></main>
<script src="${folder}${WEBCHAT_SCRIPT}"></script><script src="${folder}/widget/webchat-start.js"></script></body></html>`;
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `img-src data: blob: ${frameAncestors}`,
    `connect-src 'self' ${new URL(socketBase).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
  return { status: 200, markup, policy, headers: framedHeaders() };
}
