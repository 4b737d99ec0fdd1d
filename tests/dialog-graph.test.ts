import type { App } from '../src/bot/compose';
import type { Action } from '../src/channels/action';
import type { Reply } from '../src/channels/reply';
import { type Heard, openTestApp, startTalk } from './converse';

/** How many clicks from the welcome we go. */
const DEPTH = 4;
/** The most words before "show more" (rule 11). */
const MOST_WORDS = 120;

interface Node {
  /** The buttons clicked since the welcome. */
  readonly path: readonly string[];
  readonly heard: Heard;
}

let app: App;
const graphs = new Map<string, readonly Node[]>();

beforeAll(async () => {
  app = await openTestApp({ team: { email: 'aide@exemple.fr' } });
  for (const language of app.locales.languages) graphs.set(language, await walk(language));
}, 120_000);
afterAll(() => app.close());

/** Clicks every button, breadth first; a set of buttons that was met before is not gone into again. */
async function walk(language: string): Promise<readonly Node[]> {
  const nodes: Node[] = [await reach(language, [])];
  const met = new Set<string>();
  for (const { path, heard } of nodes) {
    const buttons = [...new Set(heard.choices)];
    const key = buttons.join('|');
    if (path.length === DEPTH || met.has(key)) continue;
    met.add(key);
    for (const button of buttons) nodes.push(await reach(language, [...path, button]));
  }
  return nodes;
}

async function reach(language: string, path: readonly string[]): Promise<Node> {
  const customer = startTalk(app, { locale: language });
  let heard = await customer.join();
  for (const button of path) heard = await customer.click(button);
  return { path, heard };
}

/** What the bot said, before a channel drew it. */
function repliesOf({ activities }: Heard): readonly Reply[] {
  return activities.flatMap(({ channelData }) => (channelData?.passerelle ? [channelData.passerelle as Reply] : []));
}

/** An article's short answer, or one step: what stands before anybody asks for more. */
function isShort({ kind, choices = [] }: Reply): boolean {
  return kind === 'step' || (kind === 'article' && choices.some(({ action }) => action.kind === 'all-steps'));
}

const countWords = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe.each(['fr', 'en', 'de', 'es'])('clicking every button from the welcome (%s)', (language) => {
  const nodes = () => graphs.get(language) ?? [];
  const failing = (isWrong: (node: Node) => boolean) =>
    nodes()
      .filter(isWrong)
      .map(({ path, heard }) => ({ path, said: heard.text, choices: heard.choices }));

  test('reaches answers, steps, all the steps, the topics and the hand-off', () => {
    const kinds = new Set(nodes().flatMap(({ heard }) => repliesOf(heard).map(({ kind }) => kind)));
    expect(kinds).toEqual(new Set(['text', 'article', 'step', 'sign-in', 'contact']));
    expect(nodes().length).toBeGreaterThan(40);
  });

  test('every turn of the bot says something', () => {
    expect(failing(({ heard }) => heard.text.trim() === '')).toEqual([]);
  });

  test('every turn of the bot leaves a button or an open question (rule 9)', () => {
    expect(failing(({ heard }) => heard.choices.length === 0 && !heard.text.trimEnd().endsWith('?'))).toEqual([]);
  });

  test('no turn of the bot ends in an error, or in a sentence without words of its own', () => {
    expect(failing(({ heard }) => /\{\{|undefined|\[object|Référence :|Reference:/.test(heard.text))).toEqual([]);
  });

  test('no two buttons of a message say the same', () => {
    const doubled = (node: Node) =>
      repliesOf(node.heard).some(
        ({ choices = [] }) => new Set(choices.map(({ label }) => label)).size < choices.length,
      );
    expect(failing(doubled)).toEqual([]);
  });

  test(`every short answer and every single step has at most ${MOST_WORDS} words (rule 11)`, async () => {
    const long: string[] = [];
    const hear = (heard: Heard) => {
      for (const reply of repliesOf(heard).filter(isShort)) {
        if (countWords(reply.text) > MOST_WORDS) long.push(`${countWords(reply.text)} words: ${reply.text}`);
      }
    };
    for (const { heard } of nodes()) hear(heard);
    // The walk goes through the steps of one article; here are those of all.
    const customer = startTalk(app, { locale: language });
    const click = (action: Action) => customer.post({ type: 'message', text: '…', value: { passerelle: action } });
    for (const { id, steps } of app.knowledgeService.library.list(language)) {
      hear(await click({ kind: 'article', article: id }));
      for (const { number } of steps) hear(await click({ kind: 'steps', article: id, step: number }));
    }
    expect(long).toEqual([]);
  });
});
