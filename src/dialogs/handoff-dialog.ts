import type { Action } from '../channels/action.js';
import type { Choice, Reply } from '../channels/reply.js';
import { caseReference } from '../handoff/case.js';
import { readEmail, readName } from '../handoff/read-contact.js';
import type { Next } from './answer-dialog.js';
import type { Draft } from './memory.js';
import type { Needs } from './needs.js';
import type { Given, InvalidAnswer } from './opening.js';
import { cancel, resumeChoices, startOver, topics } from './phrases/choices.js';
import { escapeMarkdown } from './phrases/escape-markdown.js';
import { teamName } from './phrases/team-name.js';
import type { Turn } from './turn.js';
import { type Step, waterfall } from './waterfall.js';

type Handoff<Answer> = Step<Given<'handoff'>, Answer, Next>;

/**
 * Takes a name and an address, asks once more before it sends, stores the case with what was said, and gives a
 * reference. A case that could not be delivered is never passed over in silence.
 */
export function handoffDialog({ library, desk, transcript, random, team }: Needs) {
  const askName = async ({ given, turn, askText, next }: Handoff<undefined>) => {
    const { draft, invalid } = given;
    keep(turn, draft);
    if (draft.name !== undefined) return next(draft.name);
    const t = turn.words();
    if (invalid?.field !== 'name') {
      return askText('name', [{ kind: 'text', text: t('handoff.name', { team: teamName(team, t) }) }], [cancel(t)]);
    }
    if (invalid.times > 1) return askText('name', [{ kind: 'text', text: stuck(t) }], otherWays(t));
    return askText('name', [{ kind: 'text', text: t('handoff.nameAgain') }], [cancel(t)]);
  };

  const askEmail = async ({ given, answer, turn, askText, next, again }: Handoff<string>) => {
    const { draft, invalid } = given;
    // "And then?" is no name, nor is it a question that we know.
    const name = draft.name ?? (/[?？]/.test(answer) ? undefined : readName(answer));
    if (name === undefined) return again({ dialog: 'handoff', draft, invalid: missed('name', answer, invalid) });
    const email = draft.email ?? readEmail(answer);
    keep(turn, { ...draft, name, email });
    if (email !== undefined) return next(email);
    const t = turn.words();
    if (invalid?.field !== 'email') {
      return askText(
        'email',
        [{ kind: 'text', text: t('handoff.email', { name: escapeMarkdown(name) }) }],
        [cancel(t)],
      );
    }
    if (invalid.times > 1) return askText('email', [{ kind: 'text', text: stuck(t) }], otherWays(t));
    const text = t('handoff.emailAgain', { typed: escapeMarkdown(invalid.typed.slice(0, 80)) });
    return askText('email', [{ kind: 'text', text }], [cancel(t)]);
  };

  const confirm = async ({ given, answer, turn, askChoice, again }: Handoff<string>) => {
    const draft = turn.memory().unfinished?.handoff ?? {};
    const email = draft.email ?? readEmail(answer);
    if (email === undefined)
      return again({ dialog: 'handoff', draft, invalid: missed('email', answer, given.invalid) });
    keep(turn, { ...draft, email });
    const { invalid } = given;
    const t = turn.words();
    if (invalid?.field === 'confirm') {
      turn.remember({ misses: invalid.times });
      const again = invalid.times > 1 ? stuck(t) : t('handoff.confirmAgain');
      return askChoice(
        [{ kind: 'text', text: again }],
        [...confirmChoices(t), ...(invalid.times > 1 ? [topics(t)] : [])],
      );
    }
    const fields = { team: teamName(team, t), name: escapeMarkdown(draft.name ?? ''), email: escapeMarkdown(email) };
    return askChoice([{ kind: 'text', text: t('handoff.confirm', fields) }], confirmChoices(t));
  };

  const send = async ({ answer, turn, again, finish }: Handoff<Action>) => {
    if (answer.kind === 'edit') return again({ dialog: 'handoff', draft: {} });
    if (answer.kind !== 'yes') return finish({ dialog: 'cancel', what: 'handoff' });
    await turn.say(await deliver(turn));
    return finish(undefined);
  };

  async function deliver(turn: Turn): Promise<Reply> {
    const t = turn.words();
    const { name = '', email = '' } = turn.memory().unfinished?.handoff ?? {};
    const reference = caseReference(random);
    const { conversation, now } = turn;
    const topic = turn.memory().topic;
    const delivery = await desk.deliver({
      reference,
      at: now.toISOString(),
      language: turn.language(),
      name,
      email,
      conversation,
      ...(topic === undefined ? {} : { topic }),
      transcript: await transcript.read(conversation),
    });
    if (delivery.kind === 'failed') {
      const write = team.email === undefined ? [] : [t('handoff.write', { email: team.email })];
      const retry: Choice = { label: t('handoff.retry'), action: { kind: 'resume' } };
      return { kind: 'text', text: [t('handoff.failed'), ...write].join(' '), choices: [retry, cancel(t)] };
    }
    keep(turn, undefined);
    const text = t('handoff.sent', { reference, team: teamName(team, t), email: escapeMarkdown(email) });
    const onward = resumeChoices(turn.memory(), library, t, turn.language());
    return { kind: 'text', text, choices: [...onward, topics(t)] };
  }

  /** The third time, other ways instead of the same question (rule 6). */
  function stuck(t: ReturnType<Turn['words']>): string {
    return [t('handoff.stuck'), ...(team.email === undefined ? [] : [t('handoff.write', { email: team.email })])].join(
      ' ',
    );
  }

  return waterfall<Given<'handoff'>, Next>('handoff').step(askName).step(askEmail).step(confirm).step(send).build();
}

function keep(turn: Turn, draft: Draft | undefined): void {
  turn.remember({ misses: 0, unfinished: { ...turn.memory().unfinished, handoff: draft } });
}

function missed(field: InvalidAnswer['field'], typed: string, before: InvalidAnswer | undefined): InvalidAnswer {
  return { field, typed, times: before?.field === field ? before.times + 1 : 1 };
}

function otherWays(t: ReturnType<Turn['words']>): readonly Choice[] {
  return [cancel(t), topics(t), startOver(t)];
}

function confirmChoices(t: ReturnType<Turn['words']>): readonly Choice[] {
  return [
    { label: t('choice.send'), action: { kind: 'yes' } },
    { label: t('choice.edit'), action: { kind: 'edit' } },
    { label: t('choice.cancel'), action: { kind: 'no' } },
  ];
}
