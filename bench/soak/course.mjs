// What a customer does, and what must come of it: question, article, steps back and forth, feedback, hand-off, reminder.

/** Two guides, as customers ask for them. */
const QUESTIONS = {
  fr: [
    ['triggers', 'comment désactiver les déclencheurs ?'],
    ['inbox', 'comment créer une boîte de réception ?'],
  ],
  en: [
    ['triggers', 'how do I turn off triggers?'],
    ['inbox', 'how do I create an inbox?'],
  ],
  de: [
    ['triggers', 'wie schalte ich die Trigger aus?'],
    ['inbox', 'wie erstelle ich einen Posteingang?'],
  ],
  es: [
    ['triggers', '¿cómo desactivo los disparadores?'],
    ['inbox', '¿cómo creo una bandeja de entrada?'],
  ],
};
export const LANGUAGES = Object.keys(QUESTIONS);
const PERSON = {
  fr: 'je veux parler à une personne',
  en: 'I want to talk to a human',
  de: 'echter Mensch bitte',
  es: 'quiero hablar con una persona',
};
/** Steps that are gone, back and forth, in one guide: the fewest, and one more than the most. */
const MOVES = [4, 16];
/** How often a customer clicks ahead without waiting for the answers. */
const HASTE = 0.2;

/** What an activity says in our words; of one that says nothing in them, its text. */
const replyOf = ({ channelData, text }) => channelData?.passerelle ?? { text };
const offers = (reply, kind) => (reply.choices ?? []).find(({ action }) => action.kind === kind);

/**
 * Takes a customer through it.
 * @param {{ random: () => number, language: string, name: string, tally: object, moves?: [number, number] }} setting
 *   `tally.note(what, detail)` counts what is not as it must be
 * @returns what was said and must be in the log, what each was answered with, the reference of the case
 */
export async function takeCourse(customer, { random, language, name, tally, moves = MOVES }) {
  const said = [];
  const expected = customer.greets ? [{ kind: 'text' }] : [];
  const shown = [];
  /** When each post was sent, and which reply is its last. */
  const sent = [];
  const settle = async () => {
    const news = await customer.hear(shown.length, expected.length - shown.length);
    for (const activity of news) {
      const at = shown.length;
      shown.push(replyOf(activity));
      judge(shown[at], expected[at], tally, customer.key);
    }
    if (shown.length < expected.length)
      throw new Error(
        `${expected.length - shown.length} replies missing after “${said.at(-1)}”, the ${said.length}th post`,
      );
    for (const { at, last } of sent.splice(0)) tally.took(customer.heardAt(last) - at);
    return shown.at(-1);
  };
  const say = async (message, ...replies) => {
    said.push(message.text);
    const at = await customer.say(message);
    tally.turn();
    expected.push(...replies);
    sent.push({ at, last: expected.length - 1 });
  };
  const press = ({ label, action }) =>
    random() < 0.5 ? { text: label } : { text: label, value: { passerelle: action } };
  const choose = async (kind, ...replies) => {
    const choice = offers(shown.at(-1), kind);
    if (!choice) throw new Error(`no way to ${kind}`);
    await say(press(choice), ...replies);
    return settle();
  };

  const walk = async (article, total, from) => {
    const [fewest, below] = moves;
    let [at, left] = [from, fewest + Math.floor(random() * (below - fewest))];
    while (left > 0) {
      const way = at === 1 || (at < total && random() < 0.7) ? 1 : -1;
      const most = way === 1 ? total - at : at - 1;
      const many = Math.min(left, most, random() < HASTE ? 4 : 1);
      const choice = offers(shown.at(-1), way === 1 ? 'next' : 'previous');
      for (let i = 0; i < many; i++) {
        at += way;
        await say({ text: choice.label, value: { passerelle: choice.action } }, { kind: 'step', article, number: at });
      }
      left -= many;
      await settle();
    }
  };

  await settle();
  for (const [article, question] of QUESTIONS[language]) {
    await say({ text: question }, { kind: 'article', article });
    await settle();
    const { total, number } = await choose('steps', { kind: 'step', article, number: 1 });
    await walk(article, total, number);
    const all = { text: '…', value: { passerelle: { kind: 'all-steps', article } } };
    await say(all, { kind: 'article', article }, { kind: 'text', offers: 'helpful' });
    await settle();
    await choose('helpful', { kind: 'text', offers: 'handoff' });
  }
  await say({ text: PERSON[language] }, { kind: 'contact' });
  await say({ text: 'Camille Roux' }, { kind: 'contact' });
  await say({ text: `${name}@example.com` }, { kind: 'text', offers: 'yes' });
  await settle();
  const { text } = await choose('yes', { kind: 'text' });
  const reference = /P-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0];
  await say(
    { text: '…', value: { passerelle: { kind: 'remind', days: 1 } } },
    { kind: 'text', offers: 'stop-reminders' },
  );
  await settle();
  return { said, expected, reference };
}

/** Compares a reply with what it must be. */
export function judge(reply, { kind, article, number, offers: way }, tally, where) {
  if (kind === 'step' && reply.kind === 'step' && (reply.number !== number || reply.article !== article))
    return tally.note('wrong step', `${where}: ${reply.article} ${reply.number} instead of ${article} ${number}`);
  const isRight = reply.kind === kind && (article ?? reply.article) === reply.article && (!way || offers(reply, way));
  if (!isRight) tally.note('another reply', `${where}: ${JSON.stringify(reply).slice(0, 150)} instead of ${kind}`);
}

export { replyOf };
