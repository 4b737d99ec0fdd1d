import type { Link } from '../../channels/reply.js';
import { privateChat } from '../account/private-chat.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given } from '../dialog-start.js';
import type { Next } from '../guides/answer-dialog.js';
import { person, resumeChoices, topics } from '../phrases/choices.js';
import { broughtAlong } from '../phrases/transferred.js';
import type { Turn } from '../turn.js';
import { type Step, waterfall } from '../waterfall.js';
import { TRANSFER_LASTS_MS } from './transfer-code.js';
import { packMemory, unpackMemory } from './transferred-memory.js';

/** How many wrong codes a conversation may type within the time that a code is good. */
const MOST_WRONG = 5;

/** Gives a code with which the conversation goes on in the other channel; says so where there is no other. */
export function transferDialog(deps: DialogDeps) {
  const { elsewhere, library } = deps;

  const giveCode = async ({ turn, finish }: Step<Given<'carry'>, undefined, Next>) => {
    const t = turn.words();
    const resume = resumeChoices(turn.memory(), library, t, turn.language());
    const choices = [...resume, topics(t), person(t)];
    turn.answered();
    if (turn.scope === 'group') {
      await turn.say({ kind: 'text', text: t('carry.group'), links: privateChat(deps, t('carry.ask'), t), choices });
      return finish(undefined);
    }
    if (turn.channel === 'web' && !elsewhere.teamsChat) {
      await turn.say({ kind: 'text', text: t('carry.webOnly'), choices });
      return finish(undefined);
    }
    const code = await turn.stores.transferCodes.put(packMemory(turn.memory()));
    const links: readonly Link[] =
      turn.channel === 'teams'
        ? [{ label: t('carry.openWeb'), url: elsewhere.website }]
        : [{ label: t('carry.openTeams'), url: elsewhere.teamsChat?.(code) ?? elsewhere.website }];
    const text = t(turn.channel === 'teams' ? 'carry.toWeb' : 'carry.toTeams', { code });
    await turn.say({ kind: 'text', text, links, choices });
    return finish(undefined);
  };

  return waterfall<Given<'carry'>, Next>('carry').step(giveCode).build();
}

/** Goes on where the customer was in the other channel: the code brings it along and is spent. */
export function arrivalDialog(deps: DialogDeps) {
  const { library } = deps;

  const takeCode = async ({ given, turn, finish }: Step<Given<'arrive'>, undefined, Next>) => {
    const t = turn.words();
    const choices = [topics(t), person(t)];
    if (turn.scope === 'group') {
      await turn.say({ kind: 'text', text: t('carry.group'), links: privateChat(deps, given.code, t), choices });
      return finish(undefined);
    }
    const wrong = recentlyWrong(turn);
    const carried = wrong.length < MOST_WRONG ? await turn.stores.transferCodes.take(given.code) : undefined;
    if (!carried) {
      const isTooMany = wrong.length >= MOST_WRONG;
      turn.remember({ wrongCodes: isTooMany ? wrong : [...wrong, turn.now.toISOString()] });
      await turn.say({ kind: 'text', text: t(isTooMany ? 'carry.tooMany' : 'carry.wrong'), choices });
      return finish(undefined);
    }
    turn.remember({ ...unpackMemory(carried), wrongCodes: [], consented: false });
    // From here on in the language that was brought along.
    const words = turn.words();
    await turn.say({ kind: 'text', text: words('carry.arrived', { list: broughtAlong(carried, library, turn) }) });
    const { steps, topic } = carried;
    if (steps) return finish({ dialog: 'steps', ...steps });
    return finish(topic === undefined ? { dialog: 'topics' } : { dialog: 'answer', article: topic });
  };

  return waterfall<Given<'arrive'>, Next>('arrive').step(takeCode).build();
}

/** The wrong codes that still count, by their times. */
function recentlyWrong(turn: Turn): readonly string[] {
  const since = new Date(turn.now.getTime() - TRANSFER_LASTS_MS).toISOString();
  return (turn.memory().wrongCodes ?? []).filter((at) => at > since);
}
