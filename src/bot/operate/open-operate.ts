import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { BodyError } from '../../http/body-error.js';
import { isLoopback } from '../../http/is-loopback.js';
import { readBytes } from '../../http/read-bytes.js';
import { answerOperate, LANGUAGE_COOKIE, type OperateDeps, type OperateRequest } from '../../operate/answer-operate.js';
import { readCookies } from '../../operate/cookies.js';
import type { Office } from '../../operate/office.js';
import { ACTS, VIEWS } from '../../operate/routes.js';
import { sha256 } from '../../operate/secret-token.js';
import { openOpenId } from '../../operate/sign-in/openid.js';
import type { App } from '../compose.js';
import { publicFolder } from '../public-folder.js';
import { readiness } from '../readiness.js';
import { callerOf } from '../website/caller-of.js';
import { send, sendable } from '../website/send-response.js';
import type { WidgetFiles } from '../website/widget-files.js';
import { wishedLanguage } from '../website/wished-language.js';

export const OPERATE_PATH = '/operate';

/** An operator mistypes, and a sign-in at a provider asks twice; more is somebody who guesses. */
const SIGN_INS = { burst: 10, perSecond: 1 / 20 };
/** Views and acts of one address: an office may stand behind it. */
const CALLS = { burst: 120, perSecond: 4 };
/** A form: the longest answer, in any script, percent-encoded. */
const FORM = { largest: 256 * 1024, longestMs: 10_000 };

/** Nobody keeps or frames it, or learns from where one came. */
const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Answers a request that is for the operators' page. @returns false when it is for somebody else */
export type AnswerOperators = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Opens the operators' page of an app; nothing when the settings name no way to sign in. */
export function openOperate(app: App, files: Pick<WidgetFiles, 'address'>): AnswerOperators | undefined {
  const { config, log } = app;
  const { token, openId } = config.operators ?? {};
  if (token === undefined && openId === undefined) return undefined;
  const folder = publicFolder(config.publicUrl);
  const base = `${folder}${OPERATE_PATH}`;
  const { operateLanguages } = app.locales;
  const deps: OperateDeps = {
    office: officeOf(app),
    ...{ views: VIEWS, acts: ACTS, sessions: app.office.sessions, token, base, languages: operateLanguages },
    openId:
      openId &&
      openOpenId(openId, `${config.publicUrl}${OPERATE_PATH}/openid/back`, isLoopback(new URL(openId.issuer).hostname)),
    settingsPrint: sha256(JSON.stringify([token, openId])),
    isSecure: config.publicUrl.startsWith('https:'),
    assets: async () => ({
      style: folder + (await files.address('/widget/operate.css')),
      script: folder + (await files.address('/widget/operate.js')),
    }),
    limits: { signIns: app.openLimit('operators sign in', SIGN_INS), calls: app.openLimit('operators call', CALLS) },
    newToken: () => randomBytes(32).toString('base64url'),
    log: (event, fields) => log.info({ event, ...fields }),
  };
  const answer = answerOperate(deps);
  return (request, response) => {
    const address = `http://x${request.url ?? '/'}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !(url.pathname === OPERATE_PATH || url.pathname.startsWith(`${OPERATE_PATH}/`))) return false;
    const { headers, method = 'GET' } = request;
    const chosen = readCookies(headers.cookie).get(LANGUAGE_COOKIE);
    const read: OperateRequest = {
      method: method === 'HEAD' ? 'GET' : method,
      path: url.pathname.slice(OPERATE_PATH.length),
      query: url.searchParams,
      cookie: headers.cookie,
      address: callerOf(request, config.proxies),
      language: wishedLanguage(chosen, headers, operateLanguages) ?? 'en',
      isSameSite: isSameSite(request, config.publicUrl),
      form: () => readForm(request),
    };
    answer(read)
      .then(({ status, headers: own, body }) => {
        const { 'content-type': type = 'text/plain; charset=utf-8', ...rest } = own;
        for (const [name, value] of Object.entries({ ...HEADERS, ...rest })) response.setHeader(name, value);
        return send(request, response, sendable(String(type), Buffer.from(body)), { status });
      })
      .catch((error: unknown) => {
        const isTheirs = error instanceof BodyError;
        if (!isTheirs) log.error({ event: 'operators’ page failed', error: String(error) });
        if (response.headersSent) return void response.destroy();
        response.writeHead(isTheirs ? error.status : 500, {
          ...HEADERS,
          'content-type': 'text/plain; charset=utf-8',
          ...(isTheirs && error.isUnread ? { connection: 'close' } : {}),
        });
        response.end(isTheirs ? error.message : 'Something went wrong here.');
      });
    return true;
  };
}

function officeOf(app: App): Office {
  const { knowledgeService, locales, now, office } = app;
  const { library, understanding } = knowledgeService;
  return {
    insights: office.insights,
    unanswered: office.unanswered,
    cases: { list: app.cases, ...office.cases },
    health: async () => {
      const { status, articles, languages, problems, handoff, knowledge } = await readiness(app);
      const others = knowledge?.others ?? [];
      return { status, articles, languages, problems, others, destinations: handoff, stale: app.stale() };
    },
    article: library.find,
    judge: (text, language) => understanding.verdict(text, language),
    teaching: office.teaching,
    audit: office.audit,
    languages: locales.languages,
    words: locales.operateWords,
    now,
    pause: () => setImmediate(),
    website: app.config.publicUrl,
    teamName: app.config.team.name ?? 'Passerelle',
  };
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const bytes = await readBytes(request, FORM);
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    throw new BodyError(415, 'UnsupportedMediaType', 'A form of this page is expected.');
  return new URLSearchParams(bytes.toString());
}

/** Browsers tell where a form was sent from; a page elsewhere cannot say that it is ours. */
function isSameSite({ headers }: IncomingMessage, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
