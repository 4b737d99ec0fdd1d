import type { Log } from '../../../src/bot/log';
import { clickInPlace, openTeams, type StandInTeams } from '../../stand-in-teams';

const warnings: object[] = [];
const quiet = () => {};
const log: Log = {
  debug: quiet,
  info: quiet,
  warn: (fields) => void (fields.event === 'request refused' || warnings.push(fields)),
  error: (fields) => void warnings.push(fields),
};

let teams: StandInTeams;
beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
  teams = await openTeams({}, {}, log);
});
beforeEach(() => {
  warnings.length = 0;
  teams.answerWith(200);
});
afterAll(async () => {
  await teams.close();
  jest.restoreAllMocks();
});

let conversations = 0;
/** A customer at the third step of a guide. */
async function walking() {
  const conversation = { id: `a:refused-${conversations++}`, conversationType: 'personal' };
  const post = (activity: object) => teams.post({ ...activity, conversation, locale: 'en-GB' });
  await post({ value: { passerelle: { kind: 'steps', article: 'triggers', step: 2 } } });
  teams.said();
  return post;
}
const words = () => JSON.stringify(teams.said());

const REFUSALS: readonly (readonly [number, string])[] = [
  [400, 'BadSyntax'],
  [403, 'BotNotInConversationRoster'],
  [404, 'ConversationNotFound'],
  [412, 'PreconditionFailed'],
  [413, 'MessageSizeTooBig'],
  [429, 'TooManyRequests'],
];

describe.each(REFUSALS)('Teams refuses what is said with %i', (status, code) => {
  it('is answered 200, tells the operator once, and the conversation goes on from there', async () => {
    const post = await walking();
    teams.answerWith(status, code);
    expect((await post({ text: 'next' })).status).toBe(200);
    expect(warnings).toEqual([expect.objectContaining({ event: 'not taken', status, code })]);
    teams.answerWith(200);
    teams.said();
    await post({ text: 'next' });
    expect(words()).toContain('Step 4 of 7');
  });

  it('a click is answered with the card all the same', async () => {
    const post = await walking();
    teams.answerWith(status, code);
    const { status: answered, body } = await post(clickInPlace('card-1', { kind: 'next' }));
    expect(answered).toBe(200);
    expect(JSON.stringify(body)).toContain('Step 3 of 7');
    expect(warnings).toHaveLength(1);
  });
});

test('several messages of one turn are one warning', async () => {
  const post = await walking();
  teams.answerWith(403, 'BotDisabledByAdmin');
  await post({ text: 'my key is tkn.v1_NmE0ZjM5YjItODc3Yy00Y2E1LTk0YjMtYzA2ZDQ3 and where do I see my agents?' });
  expect(warnings).toHaveLength(1);
});

test('no token is to be had: 200, one warning that names the error, and the conversation goes on', async () => {
  const post = await walking();
  const refused = Object.assign(new Error('invalid_client: AADSTS7000215: Invalid client secret provided.'), {
    name: 'ServerError',
    errorCode: 'invalid_client',
  });
  const failing = jest.spyOn(Object.getPrototypeOf(Object.getPrototypeOf(teams.app.adapter)), 'sendActivities');
  failing.mockRejectedValue(refused);
  expect((await post({ text: 'next' })).status).toBe(200);
  expect(warnings).toEqual([expect.objectContaining({ event: 'not taken', code: 'AADSTS7000215' })]);
  failing.mockRestore();
  teams.said();
  await post({ text: 'next' });
  expect(words()).toContain('Step 4 of 7');
});

test('a turn that broke is tried again when it is delivered again', async () => {
  const post = await walking();
  const broken = jest.spyOn(teams.app.knowledgeService.understanding, 'verdict').mockImplementation(() => {
    throw new Error('a bug');
  });
  await post({ id: 'again', text: 'where is my api key?' });
  expect(words()).toContain('Reference');
  broken.mockRestore();
  await post({ id: 'again', text: 'where is my api key?' });
  expect(words()).toContain('API key');
  await post({ id: 'again', text: 'where is my api key?' });
  expect(teams.said()).toEqual([]);
});
