import type { Action } from '../../channels/action.js';
import { escapeMarkdown } from '../../channels/escape-markdown.js';
import type { Choice, Reply } from '../../channels/reply.js';
import { caseReference } from '../../handoff/case.js';
import { readEmail, readName } from '../../handoff/read-contact.js';
import { privateChat } from '../account/private-chat.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given, InvalidAnswer, Next } from '../dialog-start.js';
import type { HandoffDraft, Memory } from '../memory.js';
import { cancel, resumeChoices, startOver, topics } from '../phrases/choices.js';
import { contactForm } from '../phrases/contact-form.js';
import { dayAndTime } from '../phrases/moment.js';
import { teamName } from '../phrases/team-name.js';
import type { Words } from '../phrases/words.js';
import type { Turn } from '../turn.js';
import { type Step, waterfall } from '../waterfall.js';
import { caseFacts } from './case-facts.js';
import type { HandoffProspects } from './handoff-prospects.js';

type Reach = ReturnType<HandoffProspects['reach']>;
type SentCase = NonNullable<Memory['sent']>;
type Handoff<Answer> = Step<Given<'handoff'>, Answer, Next>;

/**
 * Takes a name and an address, asks once more before it sends, stores the case with what was said, and gives a
 * reference; in a group, where everyone would read the address, in private. A case that could not be delivered is never passed over in silence.
 */
export function handoffDialog(deps: DialogDeps) {
  const { library, random, team, handoffs } = deps;

  const askName = async ({ given, turn, askText, next, again, finish }: Handoff<undefined>) => {
    const { draft, typed, invalid } = given;
    const t = turn.words();
    if (turn.scope === 'group') {
      const text = t('handoff.group', { team: teamName(team, t) });
      const links = privateChat(deps, t('choice.person'), t);
      await turn.say({ kind: 'text', text, links, choices: [topics(t)] });
      return finish(undefined);
    }
    keep(turn, draft, timesOf('name', invalid));
    if (draft.name !== undefined) return next(draft.name);
    const known = typed || invalid ? {} : await turn.customer();
    // What the channel tells is offered with the rest, to be confirmed or changed.
    if (known.name !== undefined) return again({ dialog: 'handoff', draft: { ...known, ...definedIn(draft) } });
    const question =
      draft.email === undefined
        ? t('handoff.name', { team: teamName(team, t) })
        : t('handoff.nameToo', { email: escapeMarkdown(draft.email) });
    const { text, ways } = asking('name', question, t('handoff.nameAgain'), invalid, t);
    return askText('name', [contactForm(text, draft, typed, invalid, t)], ways);
  };

  const askEmail = async ({ given, answer, turn, askText, next, again }: Handoff<string>) => {
    const { draft, typed, invalid } = given;
    // "And then?" is no name, nor is it a question that we know.
    const name = draft.name ?? (/[?？]/.test(answer) ? undefined : readName(answer));
    const email = draft.email ?? readEmail(answer);
    // An address at the question for the name is no name, but it is not asked for again.
    if (name === undefined && email !== undefined && draft.email === undefined)
      return again({ dialog: 'handoff', draft: { email } });
    if (name === undefined) return again({ dialog: 'handoff', draft, invalid: missed('name', answer, invalid) });
    keep(turn, { name, email }, timesOf('email', invalid));
    if (email !== undefined) return next(email);
    const t = turn.words();
    const question = t('handoff.email', { name: escapeMarkdown(name) });
    const wrong = t('handoff.emailAgain', { typed: escapeMarkdown(invalid?.typed.slice(0, 80) ?? '') });
    const { text, ways } = asking('email', question, wrong, invalid, t);
    return askText('email', [contactForm(text, { name }, typed, invalid, t)], ways);
  };

  const confirm = async ({ given, answer, turn, askChoice, again }: Handoff<string>) => {
    const draft = turn.memory().unfinished?.handoff ?? {};
    const email = draft.email ?? readEmail(answer);
    if (email === undefined)
      return again({ dialog: 'handoff', draft, invalid: missed('email', answer, given.invalid) });
    keep(turn, { ...draft, email }, 0);
    const { invalid } = given;
    const t = turn.words();
    if (invalid?.field === 'confirm') {
      turn.remember({ consecutiveFallbacks: invalid.times });
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
    if (answer.kind === 'edit')
      return again({ dialog: 'handoff', draft: {}, typed: turn.memory().unfinished?.handoff });
    if (answer.kind !== 'yes') return finish({ dialog: 'cancel', what: 'handoff' });
    await turn.say(await deliver(turn));
    return finish(undefined);
  };

  async function deliver(turn: Turn): Promise<Reply> {
    const t = turn.words();
    const { desk, transcript } = turn.stores;
    const { consecutiveFallbacks, unfinished, contact, sent } = turn.memory();
    const { name = '', email = '' } = unfinished?.handoff ?? {};
    const reference = caseReference(random);
    const { conversation, now, timeZone } = turn;
    const language = turn.language();
    const facts = caseFacts(turn.memory(), library, { t, language, timeZone });
    const delivery = await desk.deliver({
      reference,
      at: now.toISOString(),
      language,
      name,
      email,
      conversation,
      ...facts,
      transcript: await transcript.read(conversation),
    });
    if (delivery.kind === 'failed') return notDelivered(t);
    turn.orElse({ consecutiveFallbacks, unfinished, contact, sent }, notDelivered(t));
    keep(turn, undefined, 0);
    const reach = handoffs.reach(language, facts.topic);
    const answerBy = reach === 'told' ? handoffs.answerBy()?.toISOString() : undefined;
    const sentCase = { reference, email, ...(answerBy === undefined ? {} : { answerBy }) };
    turn.remember({ contact: { name, email }, sent: sentCase });
    const onward = resumeChoices(turn.memory(), library, t, language);
    return { kind: 'text', text: sentText(turn, reach, sentCase), choices: [...onward, topics(t)] };
  }

  /** Where the case is now, and by when somebody answers: nothing that nobody has promised. */
  function sentText(turn: Turn, reach: Reach, { reference, email, answerBy }: SentCase): string {
    const t = turn.words();
    const fields = { reference, team: teamName(team, t), email: escapeMarkdown(email) };
    if (reach === 'kept') return t('handoff.kept', fields);
    if (reach === 'down') return [t('handoff.waits', fields), ...otherWay(t)].join(' ');
    const when = answerBy === undefined ? undefined : dayAndTime(answerBy, turn.language(), turn.timeZone);
    return [t('handoff.sent', fields), ...(when === undefined ? [] : [t('handoff.answerBy', { when })])].join(' ');
  }

  function otherWay(t: Words): readonly string[] {
    return team.email === undefined ? [] : [t('handoff.write', { email: team.email })];
  }

  function notDelivered(t: Words): Reply {
    const retry: Choice = { label: t('handoff.retry'), action: { kind: 'resume' } };
    return { kind: 'text', text: [t('handoff.failed'), ...otherWay(t)].join(' '), choices: [retry, cancel(t)] };
  }

  /** The question, then what was wrong with the answer, then other ways. */
  function asking(
    field: InvalidAnswer['field'],
    question: string,
    wrong: string,
    invalid: InvalidAnswer | undefined,
    t: Words,
  ): { readonly text: string; readonly ways: readonly Choice[] } {
    const times = timesOf(field, invalid);
    if (times > 1) return { text: stuck(t), ways: [cancel(t), topics(t), startOver(t)] };
    return { text: times === 1 ? wrong : question, ways: [cancel(t)] };
  }

  /** The third time, other ways instead of the same question (rule 6). */
  function stuck(t: Words): string {
    return [t('handoff.stuck'), ...otherWay(t)].join(' ');
  }

  return waterfall<Given<'handoff'>, Next>('handoff').step(askName).step(askEmail).step(confirm).step(send).build();
}

function keep(turn: Turn, draft: HandoffDraft | undefined, consecutiveFallbacks: number): void {
  turn.remember({ consecutiveFallbacks, unfinished: { ...turn.memory().unfinished, handoff: draft } });
}

const definedIn = ({ name, email }: HandoffDraft): HandoffDraft => ({
  ...(name === undefined ? {} : { name }),
  ...(email === undefined ? {} : { email }),
});

/** How often this very answer could not be read. */
const timesOf = (field: InvalidAnswer['field'], invalid: InvalidAnswer | undefined): number =>
  invalid?.field === field ? invalid.times : 0;

function missed(field: InvalidAnswer['field'], typed: string, before: InvalidAnswer | undefined): InvalidAnswer {
  return { field, typed, times: timesOf(field, before) + 1 };
}

function confirmChoices(t: Words): readonly Choice[] {
  return [
    { label: t('choice.send'), action: { kind: 'yes' } },
    { label: t('choice.edit'), action: { kind: 'edit' } },
    { label: t('choice.cancel'), action: { kind: 'no' } },
  ];
}
