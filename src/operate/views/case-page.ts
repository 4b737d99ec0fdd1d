import { unescapeMarkdown } from '../../channels/escape-markdown.js';
import type { Case, CaseFinding, TranscriptLine } from '../../handoff/case.js';
import { type Html, html } from '../../http/html.js';
import type { Office } from '../office.js';
import { mayAct } from '../role.js';
import type { Shown, ViewRequest } from '../view.js';

/** One case: who waits, for what, what was tried and said, and what the team can do now. Reading it is noted. */
export async function showCase(request: ViewRequest, office: Office, one: Case): Promise<Shown> {
  const { t, operator, form } = request;
  const { reference, at, name, email, language, question, title, topic, steps, findings = [], answers = [] } = one;
  await office.audit.note({
    at: office.now().toISOString(),
    name: operator.name,
    what: 'read-case',
    subject: reference,
  });
  const undelivered = (await office.cases.undelivered()).get(reference);
  const facts: readonly (readonly [string, Html | string])[] = [
    [t('cases.at'), moment(at)],
    [t('cases.customer'), html`${name} &lt;<a href="mailto:${email}">${email}</a>&gt;`],
    [t('cases.language'), language],
    [t('cases.channel'), one.conversation.split('|')[0] ?? ''],
    ...(question ? [[t('cases.question'), html`<span lang="${language}">${question}</span>`] as const] : []),
    ...((title ?? topic) ? [[t('cases.about'), title ?? topic ?? ''] as const] : []),
    ...(steps ? [[t('cases.steps'), t('cases.stepsDone', { done: steps.done, total: steps.total })] as const] : []),
    ...(one.claimed ? [[t('cases.claimed'), `${one.claimed.by}, ${moment(one.claimed.at)}`] as const] : []),
    ...(one.closedAt ? [[t('cases.closed'), moment(one.closedAt)] as const] : []),
  ];
  const content = html`<dl class="facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${findings.length > 0 ? html`<h2>${t('cases.findings')}</h2><ul lang="${language}">${findings.map((finding) => findingItem(finding, request))}</ul>` : html``}
<h2>${t('cases.transcript')}</h2><ol class="transcript" lang="${language}">${one.transcript.map((line) => transcriptItem(line, request))}</ol>
${answersOf(one, undelivered, request)}
${mayAct(operator, 'editor') ? actions(one, answers.length, form, request) : html``}`;
  return { kind: 'page', title: t('cases.caseTitle', { reference }), content };
}

function actions(one: Case, seen: number, form: ViewRequest['form'], { t }: ViewRequest): Html {
  const hidden = html`<input type="hidden" name="reference" value="${one.reference}">`;
  const claim = one.claimed ? html`` : html`${form('claim-case')}${hidden}<button>${t('cases.claim')}</button></form>`;
  const close = one.closedAt
    ? html``
    : html`${form('close-case')}${hidden}<button class="plain">${t('cases.close')}</button></form>`;
  return html`${claim}${answerForm(one.reference, seen, '', form, t)}${close}`;
}

/** @param seen how many answers whoever writes has seen @param typed what was typed before, so that nothing is lost */
export function answerForm(
  reference: string,
  seen: number,
  typed: string,
  form: ViewRequest['form'],
  t: ViewRequest['t'],
): Html {
  return html`${form('answer-case')}<input type="hidden" name="reference" value="${reference}"><input type="hidden" name="seen" value="${seen}">
<label for="text">${t('cases.answer')}</label><textarea id="text" name="text" required maxlength="8000">${typed}</textarea><button>${t('cases.send')}</button></form>`;
}

function answersOf({ answers = [] }: Case, undelivered: string | undefined, { t }: ViewRequest): Html {
  if (answers.length === 0) return html``;
  const items = answers.map(
    ({ at, by, text }) =>
      html`<li><strong>${by ?? t('cases.team')}</strong> <time>${moment(at)}</time><p>${text}</p></li>`,
  );
  const state =
    undelivered === undefined
      ? html``
      : html`<p class="fault">${t(undelivered === 'waiting' ? 'cases.onItsWay' : 'cases.notReached')}</p>`;
  return html`<h2>${t('cases.answers')}</h2>${state}<ol class="transcript">${items}</ol>`;
}

function findingItem({ check, before, now }: CaseFinding, { t }: ViewRequest): Html {
  const first = before ? html`${t('cases.before')} ${t(`checks.${before.kind}`)}, ` : html``;
  return html`<li>${check}: ${first}${t(`checks.${now.kind}`)}${now.problems.map((problem) => html`<br>${problem}`)}</li>`;
}

/** What the assistant said was Markdown. */
function transcriptItem({ at, from, text }: TranscriptLine, { t }: ViewRequest): Html {
  const words = from === 'assistant' ? unescapeMarkdown(text) : text;
  return html`<li class="${from}"><strong>${t(`cases.${from}`)}</strong> <time>${moment(at)}</time><p>${words}</p></li>`;
}

const moment = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`;
