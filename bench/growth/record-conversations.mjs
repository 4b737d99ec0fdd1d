// What real conversations leave in every table, to be copied many times.
import { openServer } from './server.mjs';
import { openFileTables } from './tables.mjs';

const TABLES = {
  state: 'key',
  transcript: 'conversation',
  turns: 'conversation',
  ratings: 'conversation',
  cases: 'item',
  web_conversations: 'id',
  web_activities: 'conversation',
  conversation_references: 'conversation',
  outbox: 'conversation',
};

/** @returns of each kind: the name in it that stands for its conversation, its share of all, and its rows by table */
export async function recordConversations(data) {
  const { base, stop } = await openServer({ DATA_DIR: data });
  const web = await onWebsite(base, [
    ['comment désactiver les déclencheurs ?'],
    ['étape par étape', { kind: 'steps', article: 'triggers', step: 1 }],
    ['suivant', { kind: 'next' }],
    ['et les notifs mail ?'],
    ['merci'],
  ]);
  await onChannel(base, 'grown-direct', ['comment désactiver les déclencheurs ?', 'et le grille-pain vert ?']);
  await onChannel(base, 'grown-case', ['je veux parler à un conseiller', 'Ana Ruiz', 'ana@exemple.fr', 'envoyer']);
  await stop();
  const tables = openFileTables(data);
  const kinds = [];
  for (const [id, share] of [
    [web, 0.73],
    ['grown-direct', 0.25],
    ['grown-case', 0.02],
  ]) {
    const rows = [];
    for (const [table, column] of Object.entries(TABLES))
      rows.push([
        table,
        (await tables.rows(`select * from "${table}" where "${column}" like '%${id}%'`)).map(withOwnName(table, id)),
      ]);
    kinds.push({ id, share, rows });
  }
  await tables.close();
  return kinds;
}

/** A case goes by a name that is not its conversation's. */
const withOwnName = (table, id) => (row) => (table === 'cases' ? { ...row, reference: `P-${id}` } : row);

async function onWebsite(base, said) {
  const call = async (path, { token, body }) => {
    const response = await fetch(`${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        origin: base,
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  };
  const { token, conversationId } = await call('/widget/token', { body: {} });
  const own = `/v3/directline/conversations/${conversationId}/activities`;
  const heard = async (least) => {
    for (;;) {
      const { activities } = await call(own, { token });
      if (activities.filter(({ from }) => from.role === 'bot').length >= least) return;
    }
  };
  await call('/v3/directline/conversations', { token, body: { locale: 'fr' } });
  await heard(1);
  for (const [i, [text, passerelle]] of said.entries()) {
    const value = passerelle === undefined ? {} : { value: { passerelle } };
    await call(own, { token, body: { type: 'message', text, ...value } });
    await heard(i + 2);
  }
  return conversationId;
}

async function onChannel(base, id, said) {
  for (const [i, text] of said.entries()) {
    const activity = {
      ...{
        type: 'message',
        id: `${id}-${i}`,
        text,
        locale: 'fr-FR',
        channelId: 'growth',
        deliveryMode: 'expectReplies',
      },
      ...{ from: { id: 'customer' }, recipient: { id: 'bot' }, conversation: { id } },
    };
    await fetch(`${base}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
  }
}
