import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { openDatabase } from '../../../src/storage/open-database';
import type { Schema } from '../../../src/storage/schema';
import { openTeams, type StandInTeams } from '../../stand-in-teams';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-removal-'));
let teams: StandInTeams;
let db: Kysely<Schema>;
beforeAll(async () => {
  teams = await openTeams({}, { dataFolder: folder });
  db = await openDatabase(folder);
});
afterAll(async () => {
  await db.destroy();
  await teams.close();
  rmSync(folder, { recursive: true });
});

const TABLES = ['state', 'transcript', 'turns', 'ratings', 'conversation_references', 'outbox'] as const;

/** The conversations of a test of which something is kept, in any table. */
async function kept(of: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const table of TABLES) {
    const rows: readonly object[] = await db
      .selectFrom(table as 'transcript')
      .selectAll()
      .execute();
    for (const row of rows) {
      const { conversation, key = '' }: { conversation?: string; key?: string } = row;
      found.add(conversation ?? key.replace('/conversations/', '|').replace(/\/$/, ''));
    }
  }
  return [...found].filter((conversation) => conversation.includes(of)).sort();
}

let tests = 0;
/** A team with two channels, another team, and a chat, all of which have been talked in. */
async function talked() {
  const of = `t${++tests}`;
  const team = `19:${of}general@thread.tacv2`;
  const other = `19:${of}other@thread.tacv2`;
  const elsewhere = `19:${of}elsewhere@thread.tacv2`;
  const personal = { conversation: { id: `a:${of}`, conversationType: 'personal' } };
  const thread = (channel: string, number: number, ofTeam = team) => ({
    conversation: { id: `${channel};messageid=${number}`, conversationType: 'channel', isGroup: true },
    channelData: { team: { id: ofTeam }, channel: { id: channel } },
  });
  const question = { text: '<at>Passerelle</at> comment désactiver les déclencheurs ?' };
  await teams.post({ ...question, ...personal });
  await teams.post({ text: 'rappelle-moi demain', ...personal });
  await teams.post({ value: { passerelle: { kind: 'not-helpful', article: 'triggers' } }, ...personal });
  await teams.post({ ...question, ...thread(team, 1) });
  await teams.post({ ...question, ...thread(team, 2) });
  await teams.post({ ...question, ...thread(other, 3) });
  await teams.post({ ...question, ...thread(elsewhere, 4, elsewhere) });
  teams.said();
  return {
    of,
    team,
    other,
    personal,
    inTeam: { conversation: { id: team, conversationType: 'channel', isGroup: true } },
  };
}

const left = { membersRemoved: [{ id: '28:bot' }] };

test.each([
  ['the app is removed', { type: 'installationUpdate', action: 'remove' }, undefined],
  ['it is removed for another version', { type: 'installationUpdate', action: 'remove-upgrade' }, undefined],
  ['we are taken out of the team', { type: 'conversationUpdate', ...left }, 'teamMemberRemoved'],
  ['the team is deleted', { type: 'conversationUpdate' }, 'teamDeleted'],
])('when %s, all channels and threads of the team are forgotten, and nothing else', async (_, removal, eventType) => {
  const { of, team, inTeam } = await talked();
  await teams.post({ ...removal, ...inTeam, channelData: { team: { id: team }, eventType } });
  expect(teams.said()).toEqual([]);
  expect(await kept(of)).toEqual([`msteams|19:${of}elsewhere@thread.tacv2;messageid=4`, `msteams|a:${of}`]);
});

test('when a channel is deleted, that channel is forgotten', async () => {
  const { of, team, other, inTeam } = await talked();
  const channelData = { team: { id: team }, channel: { id: other }, eventType: 'channelDeleted' };
  await teams.post({ type: 'conversationUpdate', ...inTeam, channelData });
  const found = await kept(of);
  expect(found).toHaveLength(4);
  expect(found).not.toContain(`msteams|${other};messageid=3`);
});

test.each(['remove', 'remove-upgrade'])(
  'a chat from which the app is taken (%s) is forgotten whole',
  async (action) => {
    const { of, personal } = await talked();
    await teams.post({ type: 'installationUpdate', action, ...personal });
    // Teams tells of it twice; what comes second brings nothing back.
    await teams.post({ type: 'conversationUpdate', ...left, ...personal });
    expect(await kept(of)).not.toContain(`msteams|a:${of}`);
  },
);

test('a key in a field beside another button is in no file and in no reply', async () => {
  const value = { passerelle: { kind: 'handoff' }, site: 'acme.teamwork.com', key: 'CanaryOfTheField77' };
  await teams.post({ text: 'Parler à une personne', value });
  const action = { type: 'Action.Execute', verb: 'passerelle', data: { ...value, passerelle: { kind: 'help' } } };
  await teams.post({ type: 'invoke', name: 'adaptiveCard/action', replyToId: '1', value: { action } });
  expect(JSON.stringify(teams.calls)).not.toContain('CanaryOfTheField77');
  for (const file of readdirSync(folder)) {
    const found = file === 'prepared' ? false : readFileSync(join(folder, file)).includes('CanaryOfTheField77');
    expect([file, found]).toEqual([file, false]);
  }
});
