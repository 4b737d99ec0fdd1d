import type { OperateWords } from '../../dialogs/phrases/words.js';
import { type Html, html } from '../../http/html.js';

interface Ways {
  readonly form: (act: string) => Html;
  readonly hasToken: boolean;
  readonly hasOpenId: boolean;
}

/** The ways in: through the team's own sign-in, with a token, or both. */
export function signInPage(t: OperateWords, base: string, { form, hasToken, hasOpenId }: Ways): Html {
  const through = hasOpenId ? html`<p><a class="button" href="${base}/openid">${t('signIn.openId')}</a></p>` : html``;
  const withToken = hasToken
    ? html`${form('sign-in')}<label for="secret">${t('signIn.token')}</label>
<input id="secret" name="secret" type="password" autocomplete="current-password" required>
<button>${t('signIn.go')}</button></form>`
    : html``;
  return html`<p>${t('signIn.intro')}</p>${through}${withToken}`;
}
