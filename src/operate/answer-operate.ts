import type { RateLimit } from '../channels/web/rate-limit.js';
import type { OperateWords } from '../dialogs/phrases/words.js';
import { html } from '../http/html.js';
import { isSameSecret } from '../http/is-same-secret.js';
import { readCookies, writeCookie } from './cookies.js';
import { csvOf } from './csv.js';
import type { Office } from './office.js';
import { type Assets, OPERATE_POLICY, pageShell, type Shell } from './page-shell.js';
import { mayAct, type Operator } from './role.js';
import { formToken, sha256 } from './secret-token.js';
import type { Sessions } from './sessions.js';
import type { OpenId, SignInMemo } from './sign-in/openid.js';
import { signInPage } from './sign-in/sign-in-page.js';
import type { Act, View, ViewRequest } from './view.js';

/** A request for the office, as the server reads it. */
export interface OperateRequest {
  readonly method: string;
  /** Behind `/operate`: `/unanswered/17`, empty for the page itself. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookie: string | undefined;
  /** Who calls, for limits. */
  readonly address: string;
  /** Of the page. */
  readonly language: string;
  /** Whether the page that sent it is ours, as far as the browser tells. */
  readonly isSameSite: boolean;
  /** What a form sent. @throws BodyError */
  readonly form: () => Promise<URLSearchParams>;
}

export interface OperateResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

export interface OperateDeps {
  readonly office: Office;
  readonly views: readonly View[];
  readonly acts: readonly Act[];
  readonly sessions: Sessions;
  /** For a team of one. */
  readonly token?: string | undefined;
  readonly openId?: OpenId | undefined;
  /** Changes with the settings of the sign-in: whoever signed in before signs in again. */
  readonly settingsPrint: string;
  readonly isSecure: boolean;
  /** `/operate`, behind the folder under which browsers find the server. */
  readonly base: string;
  readonly languages: readonly string[];
  readonly assets: () => Promise<Assets>;
  readonly limits: { readonly signIns: RateLimit; readonly calls: RateLimit };
  /** A random token that nobody guesses. */
  readonly newToken: () => string;
  readonly log: (
    event: 'operator signed in' | 'operator refused' | 'operator acted',
    fields: Readonly<Record<string, unknown>>,
  ) => void;
}

/** A working day. */
const SESSION_SECONDS = 12 * 60 * 60;
/** How long a sign-in at the provider may take. */
const MEMO_SECONDS = 10 * 60;
const LANGUAGE_SECONDS = 365 * 24 * 60 * 60;
/** Tells the language of the page. */
export const LANGUAGE_COOKIE = 'operate-language';

/** Answers what is asked of the office. Without a session there is the sign-in and nothing else. */
export function answerOperate(deps: OperateDeps): (request: OperateRequest) => Promise<OperateResponse> {
  const { office, views, acts, sessions, token, openId, base, isSecure, limits } = deps;
  const [sessionCookie, memoCookie] = ['operator', 'operator-sign-in'].map((name) =>
    isSecure ? `__Host-${name}` : name,
  );
  const hashOf = (sessionToken: string) => sha256(`${sessionToken} ${deps.settingsPrint}`);

  interface Visit {
    readonly request: OperateRequest;
    readonly t: OperateWords;
    readonly sessionToken: string;
    readonly operator: Operator | undefined;
  }

  /** A visit of which nobody knows yet whose it is. */
  const strange = (request: OperateRequest): Visit => ({
    ...{ request, t: office.words(request.language), sessionToken: '', operator: undefined },
  });
  const visitOf = async (request: OperateRequest): Promise<Visit> => {
    const sessionToken = readCookies(request.cookie).get(sessionCookie ?? '') ?? '';
    const operator = sessionToken === '' ? undefined : await sessions.find(hashOf(sessionToken));
    return { ...strange(request), sessionToken, operator };
  };

  const formOf =
    ({ sessionToken, operator }: Visit) =>
    (act: string) => {
      const proof = operator ? html`<input type="hidden" name="token" value="${formToken(sessionToken)}">` : html``;
      return html`<form method="post" action="${base}/${act}">${proof}`;
    };

  const page = async (
    visit: Visit,
    shown: Pick<Shell, 'title' | 'content'> & Partial<Pick<Shell, 'at' | 'said' | 'fault'>>,
    status = 200,
    headers: OperateResponse['headers'] = {},
  ): Promise<OperateResponse> => {
    const { request, t, operator } = visit;
    const body = pageShell({
      ...{ language: request.language, languages: deps.languages, t, base, assets: await deps.assets() },
      ...{ views, operator, form: formOf(visit), ...shown },
    });
    return {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': OPERATE_POLICY, ...headers },
      body,
    };
  };
  const refusal = (
    visit: Visit,
    status: number,
    what: 'forbidden' | 'notFound' | 'tooMany' | 'stale' | 'method',
    headers = {},
  ) =>
    page(
      visit,
      { title: visit.t(`fault.${what}`), content: html`<p><a href="${base}">${visit.t('fault.back')}</a></p>` },
      status,
      headers,
    );
  const to = (path: string, cookies: readonly string[] = []): OperateResponse => ({
    status: 303,
    headers: {
      location: path.startsWith('http') ? path : `${base}${path}`,
      ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    },
    body: '',
  });
  const showSignIn = (visit: Visit, status: number, fault?: string) =>
    page(
      visit,
      {
        title: visit.t('signIn.title'),
        content: signInPage(visit.t, base, {
          form: formOf(visit),
          hasToken: token !== undefined,
          hasOpenId: openId !== undefined,
        }),
        ...(fault === undefined ? {} : { fault }),
      },
      status,
    );

  const note = (operator: Operator, what: string, subject?: string) =>
    office.audit.note({ at: office.now().toISOString(), name: operator.name, what, subject });
  /** Whether a form was sent by a page of this session. */
  const isOwnForm = ({ sessionToken }: Visit, fields: URLSearchParams) =>
    isSameSecret(fields.get('token') ?? '', formToken(sessionToken));
  const refusalOfMany = (visit: Visit, limit: RateLimit) => {
    const wait = limit(visit.request.address);
    return wait > 0 ? refusal(visit, 429, 'tooMany', { 'retry-after': String(wait) }) : undefined;
  };

  const begin = async (operator: Operator, how: string): Promise<OperateResponse> => {
    const sessionToken = deps.newToken();
    const expiresAt = new Date(office.now().getTime() + SESSION_SECONDS * 1000).toISOString();
    await sessions.begin(hashOf(sessionToken), operator, expiresAt);
    await note(operator, 'sign-in');
    deps.log('operator signed in', { how, role: operator.role });
    return to('/today', [
      writeCookie(sessionCookie ?? '', sessionToken, SESSION_SECONDS, isSecure),
      writeCookie(memoCookie ?? '', '', 0, isSecure),
    ]);
  };

  const signIn = async (visit: Visit): Promise<OperateResponse> => {
    const { request, t } = visit;
    if (token === undefined) return refusal(visit, 404, 'notFound');
    const tooMany = refusalOfMany(visit, limits.signIns);
    if (tooMany) return tooMany;
    const given = (await request.form()).get('secret') ?? '';
    if (isSameSecret(given.trim(), token)) return begin({ name: t('signIn.someone'), role: 'admin' }, 'token');
    deps.log('operator refused', { how: 'token' });
    return showSignIn(visit, 403, t('signIn.wrong'));
  };

  const throughProvider = async (visit: Visit, step: string | undefined): Promise<OperateResponse> => {
    const { request, t } = visit;
    if (!openId) return refusal(visit, 404, 'notFound');
    const tooMany = refusalOfMany(visit, limits.signIns);
    if (tooMany) return tooMany;
    if (step === undefined) {
      const begun = await openId.begin();
      if (begun.kind === 'begun')
        return to(begun.address, [writeCookie(memoCookie ?? '', writeMemo(begun.memo), MEMO_SECONDS, isSecure)]);
      deps.log('operator refused', { how: 'openid', why: begun.why });
      return showSignIn(visit, 502, t('signIn.failed'));
    }
    const memo = readMemo(readCookies(request.cookie).get(memoCookie ?? ''));
    const came = memo
      ? await openId.finish(request.query.toString(), memo)
      : ({ kind: 'failed', why: 'begun in no browser, or too long ago' } as const);
    if (came.kind === 'signed-in') return begin(came.operator, 'openid');
    deps.log('operator refused', { how: 'openid', why: came.kind === 'failed' ? came.why : came.kind });
    return showSignIn(visit, 403, t(came.kind === 'no-role' ? 'signIn.noRole' : 'signIn.failed'));
  };

  const download = async (operator: Operator, name: string, type: string, text: string): Promise<OperateResponse> => {
    await note(operator, 'export', name);
    const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
    return { status: 200, headers, body: text };
  };

  const show = async (
    visit: Visit,
    operator: Operator,
    view: View,
    rest: readonly string[],
  ): Promise<OperateResponse> => {
    const { request, t } = visit;
    if (!mayAct(operator, view.role)) return refusal(visit, 403, 'forbidden');
    const viewRequest: ViewRequest = {
      ...{ rest, query: request.query, operator, language: request.language, t, base, form: formOf(visit) },
    };
    const shown = await view.show(viewRequest, office);
    switch (shown.kind) {
      case 'page': {
        const said = request.query.get('said');
        const note =
          said !== null && /^[a-z]+[A-Za-z]*$/.test(said)
            ? t(`said.${said}` as 'said.claimed', { defaultValue: '' })
            : '';
        return page(visit, {
          title: shown.title,
          content: shown.content,
          at: view.name,
          ...(note ? { said: note } : {}),
        });
      }
      case 'table':
      case 'file': {
        const [name, type, text] =
          shown.kind === 'table'
            ? [`${shown.name}.csv`, 'text/csv; charset=utf-8', csvOf(shown.rows)]
            : [shown.name, shown.type, shown.text];
        return download(operator, name, type, text);
      }
      case 'not-found':
        return refusal(visit, 404, 'notFound');
    }
  };

  const take = async (visit: Visit, operator: Operator, act: Act): Promise<OperateResponse> => {
    const { request, t } = visit;
    const fields = await request.form();
    if (!isOwnForm(visit, fields)) return refusal(visit, 403, 'stale');
    if (!mayAct(operator, act.role)) {
      await note(operator, `refused ${act.name}`);
      deps.log('operator refused', { how: act.name, role: operator.role });
      return refusal(visit, 403, 'forbidden');
    }
    const taken = await act.take({ fields, operator, t, form: formOf(visit) }, office);
    if (taken.kind === 'refused')
      return page(
        visit,
        {
          title: t('fault.refused'),
          content: taken.content ?? html`<p><a href="${base}">${t('fault.back')}</a></p>`,
          fault: taken.why,
        },
        taken.status ?? 422,
      );
    if (taken.kind === 'page') return page(visit, { ...taken, at: act.name });
    if (taken.kind === 'file') return download(operator, taken.name, taken.type, taken.text);
    const { subject } = taken;
    await note(operator, act.name, subject);
    deps.log('operator acted', { what: act.name, role: operator.role });
    return to(
      taken.said === undefined ? taken.to : `${taken.to}${taken.to.includes('?') ? '&' : '?'}said=${taken.said}`,
    );
  };

  return async (request) => {
    // Before anything is looked up: whoever asks too much costs nothing.
    const tooMany = refusalOfMany(strange(request), limits.calls);
    if (tooMany) return tooMany;
    const visit = await visitOf(request);
    const { operator } = visit;
    const parts = partsOf(request.path);
    if (!parts) return refusal(visit, 404, 'notFound');
    const [name, ...rest] = parts;
    const isPost = request.method === 'POST';
    if (!isPost && request.method !== 'GET') return refusal(visit, 405, 'method', { allow: 'GET, POST' });
    if (isPost && !request.isSameSite) return refusal(visit, 403, 'stale');
    const lng = request.query.get('lng');
    if (!isPost && lng !== null && deps.languages.includes(lng))
      return to(request.path, [writeCookie(LANGUAGE_COOKIE, lng, LANGUAGE_SECONDS, isSecure)]);
    if (name === 'sign-in') return isPost ? signIn(visit) : operator ? to('/today') : showSignIn(visit, 200);
    if (name === 'openid' && !isPost) return throughProvider(visit, rest[0]);
    if (!operator) return isPost ? showSignIn(visit, 401, visit.t('fault.stale')) : showSignIn(visit, 401);
    if (isPost && name === 'sign-out') {
      if (!isOwnForm(visit, await request.form())) return refusal(visit, 403, 'stale');
      await sessions.end(hashOf(visit.sessionToken));
      await note(operator, 'sign-out');
      return to('/sign-in', [writeCookie(sessionCookie ?? '', '', 0, isSecure)]);
    }
    if (name === undefined) return to('/today');
    const act = isPost ? acts.find((each) => each.name === name) : undefined;
    if (act) return take(visit, operator, act);
    const view = isPost ? undefined : views.find((each) => each.name === name);
    return view ? show(visit, operator, view, rest) : refusal(visit, 404, 'notFound');
  };
}

/** The decoded parts of a path; nothing when it is written in a way that nobody's link is. */
function partsOf(path: string): readonly string[] | undefined {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

const writeMemo = (memo: SignInMemo) => Buffer.from(JSON.stringify(memo)).toString('base64url');

function readMemo(text: string | undefined): SignInMemo | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(text ?? '', 'base64url').toString());
    if (typeof read !== 'object' || read === null) return undefined;
    const [state, nonce, verifier] = ['state', 'nonce', 'verifier'].map((key): unknown => Reflect.get(read, key));
    return typeof state === 'string' && typeof nonce === 'string' && typeof verifier === 'string'
      ? { state, nonce, verifier }
      : undefined;
  } catch {
    return undefined;
  }
}
