import { type Html, html } from '../http/html.js';
import type { DeskAccount, Row } from './desk-account.js';
import { DISTURBANCES } from './faults.js';
import { member } from './member.js';
import type { PageSentences } from './practice-sentences.js';

/** An invitation to Desk expires after 24 hours. */
const INVITATION_LASTS_MS = 24 * 60 * 60 * 1000;
const FIELD_TYPES = ['text', 'textarea', 'dropdown', 'checkboxes', 'number', 'date'];

/** The body of the page on which one practice account is looked at and changed. Forms only, no script. */
export function accountPage(account: DeskAccount, words: PageSentences, now: number): Html {
  const { users, agentinvites, inboxes, triggers, customfields } = account.lists;
  return html`
<dl><dt>${words.site}</dt><dd><code>practice</code></dd><dt>${words.key}</dt><dd><code>${account.key.text}</code></dd></dl>
${section('triggers', words.triggers, list(triggers.map((row) => triggerItem(row, words))))}
${section('agents', words.agents, list(users.map((row) => agentItem(row, invitationOf(row, agentinvites), words, now))))}
${section(
  'inboxes',
  words.inboxes,
  html`${list(inboxes.map((row) => removable(row, String(row.name), '', 'remove-inbox', words)))}
<form method="post">${hidden('do', 'add-inbox')}${input('name', words.name, `inbox-${words.name}`)}<button>${words.add}</button></form>`,
)}
${section(
  'fields',
  words.fields,
  html`${list(customfields.map((row) => removable(row, String(row.agentLabel), String(row.kind), 'remove-field', words)))}
<form method="post">${hidden('do', 'add-field')}${input('name', words.name, 'field-name')}
<label for="field-type">${words.type}</label><select id="field-type" name="type">${FIELD_TYPES.map((type) => html`<option>${type}</option>`)}</select>
<label for="field-options">${words.options}</label><input id="field-options" name="options"><button>${words.add}</button></form>`,
)}
${section('email', words.email, list(Object.entries(account.emailNotifications).map(([address, isOn]) => emailItem(address, isOn, words))))}
${section(
  'faults',
  words.faults,
  html`<form method="post">${hidden('do', 'fault')}
<label for="fault">${words.faults}</label><select id="fault" name="fault"><option value="">${words.noFault}</option>${DISTURBANCES.map((fault) => html`<option>${fault}</option>`)}</select><button>${words.apply}</button></form>
<form method="post">${hidden('do', 'reset')}<button>${words.reset}</button></form>`,
)}`;
}

function triggerItem(row: Row, words: PageSentences): Html {
  const isOn = row.state === 'active';
  const state = isOn ? words.on : row.state === 'incomplete' ? words.incomplete : words.off;
  const remarks = [
    row.isSystem === true ? words.system : '',
    row.type === 'Manual' ? words.manual : '',
    row.addToNewInboxes === true ? words.everywhere : '',
  ].filter((remark) => remark !== '');
  const fields = { do: 'trigger', id: row.id, state: isOn ? 'inactive' : 'active' };
  return item(
    String(row.name),
    [state, ...remarks],
    button(fields, isOn ? words.turnOff : words.turnOn, String(row.name)),
  );
}

function agentItem(row: Row, invitation: Row | undefined, words: PageSentences, now: number): Html {
  const email = String(row.email);
  const isPartTime = row.isPartTime === true;
  const time = button(
    { do: 'agent', id: row.id, partTime: isPartTime ? 'no' : 'yes' },
    isPartTime ? words.makeFullTime : words.makePartTime,
    email,
  );
  const states = [isPartTime ? words.partTime : words.fullTime];
  if (invitation === undefined) return item(email, states, time);
  const isExpired = Date.parse(String(invitation.createdAt)) + INVITATION_LASTS_MS < now;
  const answer = isExpired
    ? button({ do: 'invite', id: invitation.id }, words.inviteAgain, email)
    : button({ do: 'accept', id: invitation.id }, words.accept, email);
  return item(email, [...states, isExpired ? words.expired : words.invited], html`${time}${answer}`);
}

function invitationOf(user: Row, invitations: readonly Row[]): Row | undefined {
  return invitations.find(({ user: who, state }) => state === 'active' && member(who, 'id') === user.id);
}

function emailItem(address: string, isOn: boolean, words: PageSentences): Html {
  const fields = { do: 'email', address, on: isOn ? 'no' : 'yes' };
  return item(address, [isOn ? words.on : words.off], button(fields, isOn ? words.turnOff : words.turnOn, address));
}

function removable(row: Row, name: string, type: string, action: string, words: PageSentences): Html {
  return item(name, type === '' ? [] : [type], button({ do: action, id: row.id }, words.remove, name));
}

function section(id: string, title: string, content: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`;
}

function list(items: readonly Html[]): Html {
  return html`<ul>${items}</ul>`;
}

function item(name: string, states: readonly string[], action: Html): Html {
  return html`<li><span><strong>${name}</strong> <span class="state">${states.join(' · ')}</span></span> ${action}</li>`;
}

/** A form of one button. What the button is about is part of its name, for those who hear it out of context. */
function button(fields: Readonly<Record<string, string | number>>, label: string, about: string): Html {
  const inputs = Object.entries(fields).map(([name, value]) => hidden(name, String(value)));
  return html`<form method="post">${inputs}<button>${label}<span class="heard">: ${about}</span></button></form>`;
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

function input(name: string, label: string, id: string): Html {
  return html`<label for="${id}">${label}</label><input id="${id}" name="${name}" required maxlength="200">`;
}
