import { escapeMarkdown } from '../../channels/escape-markdown.js';
import type { Choice, Reply } from '../../channels/reply.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { intentChoice, person, resumeChoices, startOver, topics } from '../phrases/choices.js';
import { capitalised, properName, teamName } from '../phrases/team-name.js';
import type { Turn } from '../turn.js';
import { oneTurn } from '../waterfall.js';

/** Topics that we do not answer because they are no support questions at all. */
const OFF_TOPIC = new Set(['general-knowledge', 'manipulation']);

/** An honest "I don't know": first rephrase, then the nearest topics, then a person (rules 6 and 7). */
export function fallbackDialog({ library, team }: DialogDeps) {
  function reply(
    given: Given<'unknown'>,
    turn: Turn,
    consecutiveFallbacks: number,
  ): { text: string; choices: readonly Choice[] } {
    const t = turn.words();
    const name = teamName(team, t);
    const { outside, otherProduct, candidates } = given.verdict;
    if (consecutiveFallbacks >= 2) {
      // Whoever goes on all the same is not told the same twice in a row.
      const said = consecutiveFallbacks % 2 === 0 ? 'unknown.person' : 'unknown.still';
      return { text: t(said, { team: name }), choices: [person(t), topics(t), startOver(t)] };
    }
    if (otherProduct !== undefined && library.product !== undefined) {
      return {
        text: t('unknown.product', {
          product: escapeMarkdown(properName(otherProduct)),
          ours: properName(library.product),
        }),
        choices: [topics(t), person(t)],
      };
    }
    if (outside?.topic === 'abuse')
      return { text: t('unknown.abuse', { team: name }), choices: [person(t), topics(t)] };
    if (outside && OFF_TOPIC.has(outside.topic))
      return { text: t('unknown.offTopic'), choices: [topics(t), person(t)] };
    const nearest = candidates
      .flatMap(({ intent }) => intentChoice(intent, library, turn.language()))
      .filter(({ action }) => action.kind === 'article' || action.kind === 'check')
      .slice(0, 3);
    if (consecutiveFallbacks === 1) {
      return { text: t('unknown.nearest'), choices: [...(nearest.length > 0 ? nearest : [topics(t)]), person(t)] };
    }
    const isOutside = outside && outside.topic !== 'gibberish' && outside.topic !== 'words-in-common';
    if (isOutside || otherProduct !== undefined) {
      return {
        text: t('unknown.outside', { team: capitalised(name, turn.language()) }),
        choices: [person(t), topics(t)],
      };
    }
    // Those that are put forward come first.
    const [first] = library.list(turn.language());
    const example = first?.featured?.question ?? first?.title ?? '…';
    return { text: t('unknown.rephrase', { example }), choices: [topics(t), person(t)] };
  }

  return oneTurn<Given<'unknown'>, Next>('unknown', async (turn, given) => {
    const { text, choices } = reply(given, turn, turn.fellBack());
    const resume = resumeChoices(turn.memory(), library, turn.words(), turn.language());
    const said: Reply = { kind: 'text', text, choices: [...resume, ...choices] };
    await turn.say(said);
    return undefined;
  });
}
