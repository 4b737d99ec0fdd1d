import { type Html, html } from '../../http/html.js';
import { topicFor } from '../../training/topic-for.js';
import type { Office } from '../office.js';
import type { ViewRequest } from '../view.js';
import { type LessonFields, WAYS } from './lesson-fields.js';

/** Articles and checks that are offered while one is typed. */
const MOST_OFFERED = 1000;

/** The form in which an operator says what a question means; what comes near it stands there already. */
export function lessonForm(
  fields: LessonFields,
  { form, t }: Pick<ViewRequest, 'form' | 't'>,
  { judge, teaching, languages }: Office,
): Html {
  const { question, group } = fields;
  const language = fields.language || (languages[0] ?? 'en');
  const verdict = question === '' ? undefined : judge(question, language);
  const targets = teaching.targets(language);
  const near = verdict?.candidates.find(({ intent }) => targets.some(({ id }) => id === intent))?.intent ?? '';
  const intent = fields.intent || near;
  const topic = fields.topic || (verdict ? topicFor(verdict) : '');
  const way = WAYS.find((each) => each === fields.way) ?? 'asking';
  const choices = WAYS.map(
    (each) =>
      html`<div><input type="radio" name="way" id="way-${each}" value="${each}"${each === way ? html` checked` : html``}><label for="way-${each}">${t(`teach.${each}`)}</label></div>`,
  );
  const options = (values: readonly string[]) =>
    values.map((each) => html`<option${each === language ? html` selected` : html``}>${each}</option>`);
  return html`${form('preview-lesson')}<input type="hidden" name="group" value="${group}">
<label for="question">${t('teach.question')}</label><input id="question" name="question" required maxlength="500" value="${question}" lang="${language}">
<label for="language">${t('teach.language')}</label><select id="language" name="language">${options(languages)}</select>
<fieldset><legend>${t('teach.way')}</legend>${choices}</fieldset>
<label for="intent">${t('teach.intent')}</label><input id="intent" name="intent" list="targets" value="${intent}" autocomplete="off">
<datalist id="targets">${targets.slice(0, MOST_OFFERED).map(({ id, title }) => html`<option value="${id}">${title}</option>`)}</datalist>
<label for="topic">${t('teach.topic')}</label><input id="topic" name="topic" value="${topic}" maxlength="80" autocomplete="off">
<label for="title">${t('teach.title')}</label><input id="title" name="title" value="${fields.title}" maxlength="200">
<label for="body">${t('teach.body')}</label><textarea id="body" name="body" maxlength="20000">${fields.body}</textarea>
<button>${t('teach.preview')}</button></form>`;
}
