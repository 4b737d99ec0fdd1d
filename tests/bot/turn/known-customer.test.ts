import { openTestApp } from '../../converse';
import { openTeamsConnector } from '../teams-connector';

const ADA = { id: '29:1abc', name: 'Ada Lovelace', email: 'ada@acme.fr' };

describe('whoever asks for a person in Teams', () => {
  test('is not asked who they are: what Teams knows is offered, to be sent or changed', async () => {
    const app = await openTestApp();
    const teams = await openTeamsConnector(app, ADA);
    await teams.post({ text: 'Talk to a person' });
    const said = JSON.stringify(teams.said.at(-1));
    expect(said).toContain('Ada Lovelace');
    expect(said).toContain('ada');
    expect(said).toContain('Shall I send it?');
    await teams.post({ text: 'Edit' });
    expect(JSON.stringify(teams.said.at(-1))).toContain("What's your name?");
    await teams.close();
    await app.close();
  });

  test('is asked for the address alone when Teams tells no more than the name', async () => {
    const app = await openTestApp();
    const teams = await openTeamsConnector(app);
    await teams.post({ text: 'Talk to a person' });
    expect(JSON.stringify(teams.said.at(-1))).toContain('Thank you, Ada. Which e-mail address');
    await teams.close();
    await app.close();
  });
});
