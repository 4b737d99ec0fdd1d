import type { Link } from '../../channels/reply.js';
import { privateChat } from '../account/private-chat.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import { oneTurn } from '../waterfall.js';
import { packMemory } from './transferred-memory.js';

/** Gives a code with which the conversation goes on in the other channel; says so where there is no other. */
export function transferDialog(deps: DialogDeps) {
  const { elsewhere, library } = deps;

  return oneTurn<Given<'carry'>, Next>('carry', async (turn) => {
    const t = turn.words();
    const resume = resumeChoices(turn.memory(), library, t, turn.language());
    const choices = [...resume, topics(t), person(t)];
    turn.answered();
    if (turn.scope === 'group') {
      await turn.say({ kind: 'text', text: t('carry.group'), links: privateChat(deps, t('carry.ask'), t), choices });
      return undefined;
    }
    if (turn.channel === 'web' && !elsewhere.teamsChat) {
      await turn.say({ kind: 'text', text: t('carry.webOnly'), choices });
      return undefined;
    }
    const code = await turn.stores.transferCodes.put(packMemory(turn.memory()), turn.conversation);
    const links: readonly Link[] =
      turn.channel === 'teams'
        ? [{ label: t('carry.openWeb'), url: elsewhere.website }]
        : [{ label: t('carry.openTeams'), url: elsewhere.teamsChat?.(code) ?? elsewhere.website }];
    const text = t(turn.channel === 'teams' ? 'carry.toWeb' : 'carry.toTeams', { code });
    await turn.say({ kind: 'text', text, links, choices });
    return undefined;
  });
}
