import type { Action } from '../../channels/action.js';
import type { Choice, Reply } from '../../channels/reply.js';
import type { AccountDeps } from '../dialog-deps.js';
import type { Given, Next } from '../dialog-start.js';
import { checkIntent } from '../parse-intent.js';
import { cancel, person, topics } from '../phrases/choices.js';
import { minutesText } from '../phrases/moment.js';
import { sayBy } from '../phrases/words.js';
import type { Turn } from '../turn.js';
import { type Step, waterfall } from '../waterfall.js';
import type { AccountService } from './account-service.js';
import { asksFor, knows } from './check-set.js';
import { privateChat } from './private-chat.js';
import { reportFound } from './report-found.js';

type CheckTarget<Answer> = Step<Given<'check'>, Answer, Next>;

/**
 * Looks at the customer's account: asks for leave once, borrows a key through the masked field, reads, and says what was
 * found, what is to be done, and what has changed since the last look. In a group it does not.
 */
export function checkDialog(deps: AccountDeps) {
  const { accounts, library } = deps;

  const askLeave = async ({ given, turn, askChoice, next, finish }: CheckTarget<undefined>) => {
    if (!knows(accounts.set, given.check)) return finish({ dialog: 'topics' });
    const t = turn.words();
    if (turn.scope === 'group') {
      const words = turn.asked ?? library.titleOf(checkIntent(given.check), turn.language()) ?? t('look.check');
      const links = privateChat(deps, words, t);
      await turn.say({ kind: 'text', text: t('look.group'), links, choices: [topics(t), person(t)] });
      return finish(undefined);
    }
    turn.answered({ unfinished: { ...turn.memory().unfinished, check: given.check } });
    if (turn.memory().consented || turn.signIn || !asksFor(accounts.set)) return next<Action>({ kind: 'yes' });
    const reads = accounts.set.ids.includes(given.check) ? given.check : 'all';
    const text = t('look.consent', { reads: sayBy(t, `look.reads.${reads}`) });
    return askChoice(
      [{ kind: 'text', text }],
      [
        { label: t('look.yes'), action: { kind: 'yes' } },
        { label: t('look.no'), action: { kind: 'no' } },
      ],
    );
  };

  const borrowKey = async ({ given, answer, turn, askChoice, next, finish }: CheckTarget<Action>) => {
    const t = turn.words();
    if (answer.kind !== 'yes') {
      turn.remember({ unfinished: { ...turn.memory().unfinished, check: undefined } });
      const article = library.find(given.check, turn.language());
      const ways: readonly Choice[] = article
        ? [{ label: t('look.steps', { title: article.title }), action: { kind: 'article', article: article.id } }]
        : [];
      await turn.say({ kind: 'text', text: t('look.declined'), choices: [...ways, topics(t), person(t)] });
      return finish(undefined);
    }
    if (asksFor(accounts.set)) turn.remember({ consented: true });
    else await lendNothing(accounts, turn);
    const fault = turn.signIn ? await takeKey(accounts, turn) : undefined;
    if (fault === undefined && (await accounts.keys.get(turn.conversation))) return next<Action>({ kind: 'yes' });
    return askChoice(signInReplies(accounts, given.check, fault, turn), [
      ...(accounts.practice ? [{ label: t('look.practice'), action: { kind: 'practice' } } as const] : []),
      cancel(t),
      person(t),
    ]);
  };

  const look = async ({ given, answer, turn, finish }: CheckTarget<Action>) => {
    if (answer.kind === 'practice' && accounts.practice)
      await accounts.keys.put(turn.conversation, accounts.practice.lent);
    await reportFound(deps, given.check, turn);
    return finish(undefined);
  };

  return waterfall<Given<'check'>, Next>('check').step(askLeave).step(borrowKey).step(look).build();
}

/** An account that is open to everybody is looked at without a key. */
async function lendNothing({ keys, set }: AccountService, turn: Turn): Promise<void> {
  const read = set.readSignIn({ kind: 'entered', site: '', key: set.readKey('') }, turn.words());
  if ('lent' in read) await keys.put(turn.conversation, read.lent);
}

/** Reads what the card brought and keeps the key; what is wrong with it, in words, when it cannot be used. */
async function takeKey({ keys, set }: AccountService, turn: Turn): Promise<string | undefined> {
  const t = turn.words();
  const { signIn } = turn;
  if (!signIn) return undefined;
  if (signIn.kind === 'lost') return (await keys.get(turn.conversation)) ? undefined : t('look.keyLost');
  if (signIn.kind === 'too-many') return t('look.tooManyKeys', { count: signIn.wait });
  const read = set.readSignIn(signIn, t);
  if ('fault' in read) return read.fault;
  await keys.put(turn.conversation, read.lent);
  return undefined;
}

function signInReplies(
  { keptMinutes, set: { fields } }: AccountService,
  check: string,
  fault: string | undefined,
  turn: Turn,
): readonly Reply[] {
  const t = turn.words();
  const field = (label: string) => ({ label, missing: t('form.missing', { field: label }) });
  const card: Reply = {
    kind: 'sign-in',
    text: t('look.signIn', { minutes: minutesText(keptMinutes, turn.language()) }),
    check,
    ...(fields.site && { site: { ...field(t('look.site')), hint: t('look.siteHint') } }),
    ...(fields.key !== 'none' && {
      key: { ...field(t('look.key')), hint: t('look.keyHint'), isMasked: fields.key === 'masked' },
    }),
    submit: t('look.submit'),
  };
  return fault === undefined ? [card] : [{ kind: 'text', text: fault }, card];
}
