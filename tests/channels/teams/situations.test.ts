import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../../converse';
import { openTeams, type StandInTeams } from '../../stand-in-teams';

/**
 * Situations of people in Teams, a file each: what is posted in which order, and what must come of it. Rebuilt from public
 * material (`source`) with invented people.
 */
interface Situation {
  readonly expect: string;
  readonly check: {
    /** To the last of its activities. */
    readonly replies?: 'some' | 'none';
    /** To all of them. */
    readonly repliesAll?: number;
    /** In the replies to the last. */
    readonly says?: readonly string[];
    /** In no reply at all, nor in the answer to a request. */
    readonly never?: readonly string[];
    /** Of the answer to the last request: its status, and what its body holds. */
    readonly status?: number;
    readonly body?: readonly string[];
  };
  readonly activity?: object;
  readonly activities?: readonly object[];
}

const folder = join(__dirname, '..', '..', 'payloads', 'teams-situations');

const cases = readdirSync(folder).map((file): [string, Situation] => {
  const situation: Situation = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return [`${file.replace('.json', '')}: ${situation.expect}`, situation];
});

let teams: StandInTeams;
beforeAll(async () => {
  teams = await openTeams();
});
afterAll(() => teams.close());

test.each(cases)('%s', async (name, { check, activity, activities = [activity ?? {}] }) => {
  const conversation = { conversationType: 'personal', id: `a:${name.replace(/:.*/, '')}` };
  const said: string[] = [];
  let last: readonly string[] = [];
  let answer = { status: 0, body: undefined };
  let reply = '';
  for (const [i, posted] of activities.entries()) {
    const text = JSON.stringify({ id: `sent-${i}`, locale: undefined, ...posted }).replaceAll('REPLY:last', reply);
    const { serviceUrl: _, ...whole } = JSON.parse(text);
    const before = teams.calls.length;
    answer = await teams.post({ locale: undefined, ...whole, conversation });
    reply = `message-${teams.calls.length}`;
    const messages = teams.calls.slice(before).filter(({ activity: { type } }) => type === 'message');
    last = messages.map(({ activity: one }) => textOf(one));
    said.push(...last);
  }
  if (check.replies) expect(last.length > 0).toBe(check.replies === 'some');
  if (check.repliesAll !== undefined) expect(said).toHaveLength(check.repliesAll);
  for (const words of check.says ?? []) expect((last.length > 0 ? last : said).join('\n')).toContain(words);
  for (const words of check.never ?? []) expect(JSON.stringify([said, answer.body])).not.toContain(words);
  expect(answer.status).toBe(check.status ?? 200);
  for (const words of check.body ?? []) expect(JSON.stringify(answer.body)).toContain(words);
});
