import { type Html, html } from '../../http/html.js';
import type { QuestionGroup } from '../../insights/group-questions.js';
import { REFUSALS } from '../../insights/logbook.js';
import type { Office } from '../office.js';
import { mayAct } from '../role.js';
import type { View, ViewRequest } from '../view.js';
import { table } from './table.js';

/** Groups on one page. */
const ON_PAGE = 25;
/** Wordings of a group that are shown. */
const MOST_SHOWN = 200;
/** Groups of one file. */
const MOST_IN_FILE = 10_000;

/**
 * What customers asked and did not get, in groups of likeness: the whole list, those of one task, and one group with all
 * its wordings. A group is named by the id of its first question.
 */
export const unansweredView: View = {
  name: 'unanswered',
  label: (t) => t('unanswered.label'),
  role: 'reader',
  async show(request, office) {
    const { t, rest, query } = request;
    const groups = await office.unanswered();
    const [id] = rest;
    if (id !== undefined) {
      const group = groups.find(({ ids }) => String(ids[0]) === id);
      return group ? showGroup(request, office, group) : { kind: 'not-found' };
    }
    const [language, task] = [query.get('language') ?? '', query.get('task') ?? ''];
    const wanted = groups.filter(
      (group) => (language === '' || group.language === language) && (task === '' || tasksOf(group).includes(task)),
    );
    if (query.get('format') === 'csv') {
      const head = [
        t('unanswered.count'),
        t('unanswered.language'),
        t('unanswered.question'),
        t('unanswered.why'),
        t('unanswered.last'),
      ];
      const rows = wanted
        .slice(0, MOST_IN_FILE)
        .map((group) => [...[group.ids.length, group.language, group.text, whyOf(group, request), group.last]]);
      return { kind: 'table', name: 'unanswered', rows: [head, ...rows] };
    }
    const page = Math.max(0, Math.floor(Number(query.get('page')) || 0));
    const here = wanted.slice(page * ON_PAGE, (page + 1) * ON_PAGE);
    const rows: (readonly (string | number | Html)[])[] = [];
    for (const group of here) {
      // Judging takes milliseconds: no turn waits for a page of it.
      await office.pause();
      rows.push([
        html`<a href="${request.base}/unanswered/${group.ids[0] ?? 0}" lang="${group.language}">${group.text || t('unanswered.empty')}</a>`,
        ...[
          group.ids.length,
          group.language,
          whyOf(group, request),
          answeredNow(group, office, request),
          day(group.last),
        ],
      ]);
    }
    const head = ['question', 'count', 'language', 'why', 'now', 'last'] as const;
    const all = wanted.reduce((count, { ids }) => count + ids.length, 0);
    const content = html`<p>${t('unanswered.intro', { questions: all, groups: wanted.length })}</p>
${filters(request, groups, language, task)}
${
  rows.length > 0
    ? table(
        t('unanswered.title'),
        head.map((key) => t(`unanswered.${key}`)),
        rows,
      )
    : html`<p>${t('unanswered.none')}</p>`
}
${pages(request, page, wanted.length, language, task)}`;
    return { kind: 'page', title: t('unanswered.title'), content };
  },
};

async function showGroup(request: ViewRequest, office: Office, group: QuestionGroup) {
  const { t, form, base } = request;
  const questions = await office.insights.questions(group.ids.slice(-MOST_SHOWN));
  const wordings = new Map<string, number>();
  for (const { text } of questions) wordings.set(text, (wordings.get(text) ?? 0) + 1);
  const list = [...wordings].sort(([, a], [, b]) => b - a);
  const mayEdit = mayAct(request.operator, 'editor');
  const aside = mayEdit
    ? html`${form('set-aside')}<input type="hidden" name="group" value="${group.ids[0] ?? 0}"><button>${t('unanswered.setAside')}</button></form>`
    : html``;
  const asked = new URLSearchParams({
    question: (list[0]?.[0] ?? group.text).slice(0, 500),
    ...{ language: group.language, group: String(group.ids[0] ?? 0) },
  });
  const teach = mayEdit ? html`<p><a href="${base}/teach?${asked.toString()}">${t('teach.link')}</a></p>` : html``;
  const content = html`<p><a href="${base}/unanswered">${t('unanswered.back')}</a></p>
<p>${t('unanswered.group', { count: group.ids.length })} ${whyOf(group, request)}</p>
<p>${t('unanswered.now')}: ${answeredNow(group, office, request)}</p>${teach}${aside}
${table(
  t('unanswered.wordings'),
  [t('unanswered.question'), t('unanswered.count')],
  list.map(([text, count]) => [html`<span lang="${group.language}">${text}</span>`, count]),
)}`;
  return { kind: 'page', title: group.text || t('unanswered.empty'), content } as const;
}

const tasksOf = ({ tasks, refusals }: QuestionGroup) => [...tasks.keys(), ...refusals.keys()];
const day = (at: string) => at.slice(0, 10);

/** Why it was refused most often, and for which task. */
function whyOf({ refusals, tasks }: QuestionGroup, { t }: ViewRequest): string {
  const [refusal] = most(refusals);
  const known = REFUSALS.find((each) => each === refusal) ?? 'nothing-known';
  const [task] = most(tasks);
  return task === undefined ? t(`refusal.${known}`) : `${t(`refusal.${known}`)}: ${task}`;
}

const most = (counts: ReadonlyMap<string, number>) => [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);

/** What the knowledge base of now says to it: who has mended it sees that here. */
function answeredNow({ text, language }: QuestionGroup, office: Office, { t, base }: ViewRequest): Html | string {
  const verdict = office.judge(text, language);
  if (verdict.kind !== 'answer') return t('unanswered.still');
  const article = office.article(verdict.intent, language);
  return article ? html`<a href="${base}/articles">${article.title}</a>` : verdict.intent;
}

interface Names {
  readonly languages: readonly string[];
  /** Tasks and reasons with how many questions, the most frequent first. */
  readonly tasks: readonly (readonly [name: string, count: number])[];
}

/** Of a list of groups, which stays the same until a question comes or goes. */
const counted = new WeakMap<readonly QuestionGroup[], Names>();
const MOST_TASKS = 100;

function namesIn(groups: readonly QuestionGroup[]): Names {
  const held = counted.get(groups);
  if (held) return held;
  const counts = new Map<string, number>();
  const languages = new Set<string>();
  for (const { language, tasks, refusals } of groups) {
    languages.add(language);
    for (const names of [tasks, refusals])
      for (const [name, count] of names) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const tasks = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_TASKS);
  const made = { languages: [...languages].sort(), tasks };
  counted.set(groups, made);
  return made;
}

function filters({ t, base }: ViewRequest, groups: readonly QuestionGroup[], language: string, task: string): Html {
  const { languages, tasks } = namesIn(groups);
  const option = (value: string, label: string, chosen: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : html``}>${label}</option>`;
  const nameOf = (name: string) => {
    const refusal = REFUSALS.find((each) => each === name);
    return refusal ? t(`refusal.${refusal}`) : name;
  };
  return html`<form class="filters" method="get" action="${base}/unanswered">
<label for="language">${t('unanswered.language')}</label><select id="language" name="language">${option('', t('unanswered.all'), language)}${languages.map((each) => option(each, each, language))}</select>
<label for="task">${t('unanswered.task')}</label><select id="task" name="task">${option('', t('unanswered.all'), task)}${tasks.map(([name, count]) => option(name, `${nameOf(name)} (${count})`, task))}</select>
<button>${t('unanswered.show')}</button> <button name="format" value="csv">${t('period.csv')}</button></form>`;
}

function pages({ t, base }: ViewRequest, page: number, count: number, language: string, task: string): Html {
  const address = (at: number) =>
    `${base}/unanswered?${new URLSearchParams({ page: String(at), ...(language ? { language } : {}), ...(task ? { task } : {}) })}`;
  const before = page > 0 ? html`<li><a rel="prev" href="${address(page - 1)}">${t('pages.before')}</a></li>` : html``;
  const after =
    (page + 1) * ON_PAGE < count
      ? html`<li><a rel="next" href="${address(page + 1)}">${t('pages.after')}</a></li>`
      : html``;
  return html`<ul class="links">${before}${after}</ul>`;
}
