import { clickInPlace, openTeams, type StandInTeams } from '../../stand-in-teams';

let teams: StandInTeams;
beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
  teams = await openTeams({}, { teamsTargeted: true });
});
beforeEach(() => {
  teams.answerWith(200);
  teams.said();
});
afterAll(async () => {
  await teams.close();
  jest.restoreAllMocks();
});

const AMONG_OTHERS = { conversation: { id: '19:team;messageid=1', conversationType: 'channel', isGroup: true } };
const ASKED = { ...AMONG_OTHERS, text: '<at>Passerelle</at> comment désactiver les déclencheurs ?' };
const FOR_ONE = '?isTargetedActivity=true';

test('an answer among others is for whoever asked alone', async () => {
  await teams.post(ASKED);
  const calls = teams.said();
  expect(calls.length).toBeGreaterThan(0);
  for (const { method, path, activity } of calls) {
    expect(`${method} ${path}`).toBe(`POST /v3/conversations/19%3Ateam%3Bmessageid%3D1/activities${FOR_ONE}`);
    expect(activity.recipient).toMatchObject({ id: '29:customer' });
  }
});

test('a card that is clicked is changed for whoever clicked alone', async () => {
  await teams.post({ ...AMONG_OTHERS, value: { passerelle: { kind: 'steps', article: 'triggers', step: 1 } } });
  teams.said();
  const { body } = await teams.post({ ...AMONG_OTHERS, ...clickInPlace('card-1', { kind: 'next' }) });
  const [changed] = teams.said();
  expect(`${changed?.method} ${changed?.path}`).toMatch(/^PUT .*\/activities\/card-1\?isTargetedActivity=true$/);
  expect(JSON.stringify(body)).toContain('Étape 2 sur 7');
});

test('a chat of two is private as it is', async () => {
  await teams.post({ text: 'comment désactiver les déclencheurs ?' });
  for (const { path, activity } of teams.said()) {
    expect(path).not.toContain(FOR_ONE);
    expect(JSON.stringify(activity)).not.toContain('targeted');
  }
});

test('where Teams does not take it so, it is said to all, and the conversation goes on', async () => {
  teams.refuseTargeted(true);
  expect((await teams.post(ASKED)).status).toBe(200);
  teams.refuseTargeted(false);
  const calls = teams.said();
  const [first] = calls.filter(({ path }) => !path.includes(FOR_ONE));
  expect(JSON.stringify(first?.activity)).toContain('Désactiver les déclencheurs');
  expect(JSON.stringify(first?.activity)).not.toContain('targeted');
});
