import type { TurnContext } from 'botbuilder';
import { type Inbound, readInbound, scopeOf } from '../../channels/inbound.js';
import { linkArticles } from '../../channels/link-articles.js';
import { channelOf } from '../../channels/render.js';
import type { Removal } from '../../channels/teams/read-removal.js';
import type { AccountService } from '../../dialogs/account/account-service.js';
import { type Memory, startOver } from '../../dialogs/memory.js';
import { removedSecrets } from '../../dialogs/phrases/removed-secrets.js';
import type { Locales } from '../../dialogs/phrases/words.js';
import { offeredChoices, type RootDialog } from '../../dialogs/root-dialog.js';
import { askedParts, isReadInPart } from '../../dialogs/routing/asked-parts.js';
import { type Route, route } from '../../dialogs/routing/route.js';
import { type Understanding, understandOnce } from '../../dialogs/routing/understand.js';
import type { UtteranceReader } from '../../dialogs/routing/utterance-reader.js';
import type { Turn } from '../../dialogs/turn.js';
import { articleAddress } from '../../knowledge/articles/article-address.js';
import type { Announcement } from '../../outbox/outbox.js';
import { InDoubtError } from '../../storage/in-doubt-error.js';
import { CommitError } from '../../storage/unit-of-work.js';
import type { Log } from '../log.js';
import type { Timed } from '../phases.js';
import { beginTurn } from './begin-turn.js';
import { conversationKey, loggedConversation } from './conversation-key.js';
import { followLanguage, languageOfLocale } from './follow-language.js';
import { heardBefore } from './heard-before.js';
import { answerIgnored } from './invoke-response.js';
import type { KnownActivities } from './known-activities.js';
import { knownCustomer } from './known-customer.js';
import { isQuestion, type JudgedUtterance, noteTurn, routeName, type TurnFacts } from './note-turn.js';
import { isUnderstood, recall, type Stored } from './recall.js';
import { sayReplies } from './say-replies.js';
import { openShownSince } from './shown-since.js';
import { transcriptLines } from './transcript-lines.js';
import { turnLog } from './turn-log.js';
import { beganWrites, recordOf } from './turn-record.js';
import type { Property, TurnState } from './turn-state.js';
import type { TurnWrites } from './turn-writes.js';
import { zoneOf } from './zone-of.js';

interface TurnDeps {
  readonly root: RootDialog;
  readonly locales: Locales;
  readonly log: Log;
  readonly timed: Timed;
  readonly now: () => Date;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
  readonly state: TurnState;
  readonly stored: Property<Stored>;
  readonly known: Pick<KnownActivities, 'note'>;
  readonly understanding: Understanding;
  /** Forgets what is kept for a conversation that we were taken out of, and for those that went with it. */
  readonly leave: (context: TurnContext, removal: Removal, writes: TurnWrites) => Promise<void>;
  readonly reading: (language: string) => Omit<UtteranceReader, 'verdict'>;
  /** The check that begins with the masked field for a key; absent where no key is asked for. */
  readonly keyCheck: string | undefined;
  /** The language of a conversation whose channel names none that we have. */
  readonly defaultLanguage: string;
  /** Whether an answer among others in Teams is seen by whoever asked alone. */
  readonly isTargeted: boolean;
  /** Where our own pages are, without a slash at the end. */
  readonly website: string;
  /** Where customers are whose channel has never told. */
  readonly timeZone: string;
  /** Resolves after that many milliseconds. */
  readonly wait: AccountService['wait'];
  /** Says something that nobody has asked for now. */
  readonly announce: (announcement: Announcement, turn: Turn) => Promise<void>;
}

/** How much of a question is remembered, in UTF-16 units. */
const LONGEST_QUESTION = 300;

/** One turn: what came in is read, routed, answered, drawn and remembered. docs/a-turn.md walks through it. */
export function onTurn(deps: TurnDeps): (context: TurnContext) => Promise<void> {
  const { root, locales, timed, now, clock, state } = deps;
  const shownSince = openShownSince();

  return async (context) => {
    const began = clock();
    const log = turnLog(deps.log, context);
    const writes = beganWrites(context);
    const { secrets = [], due, signIn } = recordOf(context);
    const inbound: Inbound = due ? { kind: 'due', announcement: due } : readInbound(context.activity, secrets);
    const conversation = conversationKey(context.activity);
    const logged = loggedConversation(context.activity);
    const ignore = (why: string) => log.debug({ event: 'ignored', conversation: logged, why });
    if (inbound.kind === 'left') {
      shownSince.replace(conversation, []);
      await deps.leave(context, inbound, writes);
      return log.info({ event: 'left', conversation: logged });
    }
    if (inbound.kind === 'ignored') {
      answerIgnored(context);
      return ignore(inbound.why);
    }

    const before = await timed('recall', () => deps.stored.get(context));
    if (before && !isUnderstood(before)) log.warn({ event: 'conversation not understood', conversation: logged });
    const recalled = shownSince.addTo(recall(before, root.shape), conversation);
    const since = canChangeMessages(context)
      ? heardBefore(context.activity, inbound, recalled)
      : { heard: recalled.heard };
    if ('why' in since) return ignore(since.why);
    const { decided, judged, memory, language } = await timed('judge', () =>
      decide(deps, context, inbound, { ...recalled, ...since }),
    );

    const clicked = inbound.kind === 'action' ? inbound : undefined;
    const speaker = sayReplies(context, log, {
      place: clicked?.inPlace,
      isForm: clicked?.action.kind === 'sign-in',
      language: () => begun.turn.language(),
      isTargeted: deps.isTargeted,
    });
    const pageOf = (article: string) => `${deps.website}${articleAddress(language, article)}`;
    const begun = beginTurn({
      conversation,
      now: now(),
      scope: scopeOf(context.activity),
      hasThreads: context.activity.conversation.conversationType === 'channel',
      channel: channelOf(context.activity.channelId),
      timeZone: memory.timeZone ?? deps.timeZone,
      asked: judged?.text,
      signIn,
      answer: decided.kind === 'continue' ? decided.answer : undefined,
      stores: writes.stores,
      customer: () => knownCustomer(context, deps.wait),
      memory,
      language,
      wordsOf: locales.words,
      say: (replies) => speaker.say(replies.map((reply) => linkArticles(reply, pageOf, deps.website))),
    });
    const { turn } = begun;
    if (secrets.length > 0) {
      const isLast = decided.kind === 'ignore' || decided.kind === 'note';
      const { keyCheck } = deps;
      await turn.say(...removedSecrets(secrets, turn.words(), { isLast, keyCheck, inGroup: turn.scope === 'group' }));
    }
    if (judged && isReadInPart(judged.text)) await turn.say({ kind: 'text', text: turn.words()('unread.middle') });
    await timed('dialog', () =>
      decided.kind === 'announce' ? deps.announce(decided.announcement, turn) : root.run(context, turn, decided),
    );
    if (decided.kind === 'note') turn.remember({ rated: [...(turn.memory().rated ?? []), decided.article] });

    // The buttons of a question that stays open stay good.
    const stillOffered = decided.kind === 'announce' && memory.open ? (memory.offered ?? []) : [];
    const at = now().toISOString();
    let facts: TurnFacts = {};
    /** Everything in one transaction; what no transaction can say is said after it (docs/decisions/0007). */
    const store = async () => {
      if (begun.said().length > 0) turn.remember({ offered: [...stillOffered, ...offeredChoices(begun.said())] });
      await deps.stored.set(context, { shape: root.shape, memory: turn.memory() });
      await deps.known.note(context, speaker.drawn());
      await state.save(context, writes.state);
      // Whoever has everything deleted leaves not even that.
      if (!begun.forgot()) {
        await writes.stores.transcript.append(conversation, transcriptLines(context.activity, speaker.drawn(), at));
        facts = await noteTurn(writes.stores.logbook, {
          ...{ at, conversation, language: turn.language(), channel: turn.channel, decided, judged },
          ...{ before: memory, after: turn.memory(), latencyMs: clock() - began },
        });
      }
      if (writes.storesReplies) await speaker.deliver();
      await writes.commit();
    };
    try {
      await timed('store', store);
    } catch (error) {
      const instead = begun.instead();
      // One in doubt may be stored: stored again it would be there twice.
      if (!(error instanceof CommitError) || error.cause instanceof InDoubtError || !instead) throw error;
      log.error({ event: 'turn not stored', conversation: logged, error: String(error) });
      begun.takeBack(instead.changes);
      speaker.takeBack();
      await turn.say(instead.reply);
      await timed('store', store);
    }
    await timed('send', () => speaker.deliver());
    shownSince.replace(conversation, speaker.shown());
    speaker.answerInvoke(() => turn.words()(inbound.kind === 'unread' ? 'unread.outdated' : 'teams.below'));
    log.info({
      event: 'turn',
      conversation: logged,
      route: routeName(decided),
      verdict: judged?.verdict.kind,
      replies: begun.said().length,
      ...facts,
    });
  };
}

/** In Teams people change what they have sent; elsewhere a message stays as it is. */
const canChangeMessages = ({ activity }: TurnContext) => channelOf(activity.channelId) === 'teams';

interface Decided {
  readonly decided: Route;
  /** The words that were judged for it, if any were. */
  readonly judged: JudgedUtterance | undefined;
  /** As the turn begins with it. */
  readonly memory: Memory;
  readonly language: string;
}

/** What the turn is for, and in which language. */
function decide(
  { locales, understanding: everybodys, reading, defaultLanguage }: TurnDeps,
  context: TurnContext,
  inbound: Exclude<Inbound, { kind: 'left' }>,
  recalled: Memory,
): Decided {
  const locale = languageOfLocale(context.activity.locale, locales.languages);
  const hint = recalled.language ?? locale ?? defaultLanguage;
  const understanding = understandOnce(everybodys);
  const language = followLanguage(recalled, inbound, hint, understanding, locales.languages);
  const timeZone = zoneOf(context.activity) ?? recalled.timeZone;
  let memory: Memory = { ...recalled, language, ...(timeZone === undefined ? {} : { timeZone }) };
  let judged: JudgedUtterance | undefined;
  const verdict = (text: string) => {
    const found = understanding.verdict(text, hint);
    // Parts of it may be judged after the whole.
    judged ??= { text, verdict: found };
    return found;
  };
  const decided = withScope(route(inbound, memory, { ...reading(language), verdict }), context);
  if (startsOver(decided)) memory = startOver(memory, language);
  if (judged && isQuestion(decided))
    memory = { ...memory, question: askedParts(judged.text).join('\n').slice(0, LONGEST_QUESTION) };
  return { decided, judged, memory, language };
}

function startsOver(decided: Route): boolean {
  return decided.kind === 'open' && decided.start.dialog === 'welcome' && decided.start.tone === 'fresh';
}

/** A greeting in a channel is answered as in a channel. */
function withScope(decided: Route, { activity }: TurnContext): Route {
  if (decided.kind !== 'open' || decided.start.dialog !== 'welcome') return decided;
  return { kind: 'open', start: { ...decided.start, scope: scopeOf(activity) } };
}
