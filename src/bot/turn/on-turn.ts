import type { TurnContext } from 'botbuilder';
import { type Inbound, readInbound, scopeOf } from '../../channels/inbound.js';
import { channelOf } from '../../channels/render.js';
import type { Reply } from '../../channels/reply.js';
import { type Memory, type Shown, withShown } from '../../dialogs/memory.js';
import { removedSecrets } from '../../dialogs/phrases/removed-secrets.js';
import type { Locales } from '../../dialogs/phrases/words.js';
import { offeredChoices, type RootDialog } from '../../dialogs/root-dialog.js';
import { type Route, route, type UtteranceReader } from '../../dialogs/routing/route.js';
import { type Understanding, understandOnce } from '../../dialogs/routing/understand.js';
import type { Turn } from '../../dialogs/turn.js';
import type { Announcement } from '../../outbox/outbox.js';
import { CommitError } from '../../storage/unit-of-work.js';
import type { Log } from '../log.js';
import { conversationKey, loggedConversation } from './conversation-key.js';
import { followLanguage, languageOfLocale } from './follow-language.js';
import type { KnownActivities } from './known-activities.js';
import { type JudgedUtterance, noteTurn } from './note-turn.js';
import { isUnderstood, recall, type Stored } from './recall.js';
import { sayReplies } from './say-replies.js';
import { transcriptLines } from './transcript-lines.js';
import { recordOf } from './turn-record.js';
import type { Property, TurnState } from './turn-state.js';
import { beganWrites, type TurnWrites } from './turn-writes.js';
import { zoneOf } from './zone-of.js';

interface TurnDeps {
  readonly root: RootDialog;
  readonly locales: Locales;
  readonly log: Log;
  readonly now: () => Date;
  readonly state: TurnState;
  readonly stored: Property<Stored>;
  readonly known: Pick<KnownActivities, 'note'>;
  readonly understanding: Understanding;
  /** Forgets what is kept for a conversation that we were taken out of. */
  readonly leave: (conversation: string, writes: TurnWrites) => Promise<void>;
  readonly reading: (language: string) => Omit<UtteranceReader, 'verdict'>;
  /** The language of a conversation whose channel names none that we have. */
  readonly defaultLanguage: string;
  /** Keys can be entered in a masked field here. */
  readonly hasMaskedField: boolean;
  /** Where customers are whose channel does not tell. */
  readonly timeZone: string;
  /** Says something that nobody has asked for now. */
  readonly announce: (announcement: Announcement, turn: Turn) => Promise<void>;
}

/** How much of a question is remembered, in UTF-16 units. */
const LONGEST_QUESTION = 300;

/** How many conversations' last messages are known before their next turn stores them. */
const MOST_SHOWN_SINCE = 5000;

/** One turn: what came in is read, routed, answered, drawn and remembered. docs/a-turn.md walks through it. */
export function onTurn(app: TurnDeps): (context: TurnContext) => Promise<void> {
  const { root, locales, log, now, state, stored } = app;
  /** What a channel calls a message is known after the turn that said it has been stored. */
  const shownSince = new Map<string, readonly Shown[]>();

  return async (context) => {
    const writes = beganWrites(context);
    const { secrets = [], due, signIn } = recordOf(context);
    const inbound: Inbound = due ? { kind: 'due', announcement: due } : readInbound(context.activity, secrets);
    const conversation = conversationKey(context.activity);
    const logged = loggedConversation(context.activity);
    if (inbound.kind === 'left') {
      await app.leave(conversation, writes);
      await state.delete(context, writes.state);
      return log.info({ event: 'left', conversation: logged });
    }
    if (inbound.kind === 'ignored') return log.debug({ event: 'ignored', conversation: logged, why: inbound.why });

    const before = await stored.get(context);
    if (before && !isUnderstood(before)) log.warn({ event: 'conversation not understood', conversation: logged });
    let memory = recall(before, root.shape);
    const since = shownSince.get(conversation);
    if (since) memory = { ...memory, shown: withShown(memory, since) };
    const locale = languageOfLocale(context.activity.locale, locales.languages);
    const hint = memory.language ?? locale ?? app.defaultLanguage;
    const understanding = understandOnce(app.understanding);
    const language = followLanguage(memory, inbound, hint, understanding, locales.languages);
    memory = { ...memory, language };

    let judged: JudgedUtterance | undefined;
    const verdict = (text: string) => {
      judged = { text, verdict: understanding.verdict(text, hint) };
      return judged.verdict;
    };
    const decided = withScope(route(inbound, memory, { ...app.reading(language), verdict }), context);
    if (startsOver(decided))
      memory = {
        language,
        languageChosen: memory.languageChosen,
        greeted: true,
        rated: memory.rated,
        wrongCodes: memory.wrongCodes,
      };
    if (judged && isQuestion(decided)) memory = { ...memory, question: judged.text.slice(0, LONGEST_QUESTION) };

    let said: Reply[] = [];
    let instead: { readonly changes: Partial<Memory>; readonly reply: Reply } | undefined;
    const speaker = sayReplies(context, log, inbound.kind === 'action' ? inbound.inPlace : undefined);
    const turn: Turn = {
      conversation,
      now: now(),
      scope: scopeOf(context.activity),
      channel: channelOf(context.activity.channelId),
      timeZone: zoneOf(context.activity, app.timeZone),
      asked: judged?.text,
      signIn,
      answer: decided.kind === 'continue' ? decided.answer : undefined,
      stores: writes.stores,
      memory: () => memory,
      remember: (changes) => {
        memory = { ...memory, ...changes };
      },
      language: () => memory.language ?? language,
      words: () => locales.words(memory.language ?? language),
      say: async (...replies) => {
        said.push(...replies);
        await speaker.say(replies);
      },
      orElse: (changes, reply) => {
        instead = { changes, reply };
      },
    };
    if (secrets.length > 0) {
      await turn.say(
        ...removedSecrets(secrets, turn.words(), {
          isLast: decided.kind === 'ignore' || decided.kind === 'note',
          hasMaskedField: app.hasMaskedField,
          inGroup: turn.scope === 'group',
        }),
      );
    }
    // The buttons of a question that stays open stay good.
    const stillOffered = decided.kind === 'announce' && memory.open ? (memory.offered ?? []) : [];
    if (decided.kind === 'announce') await app.announce(decided.announcement, turn);
    else await root.run(context, turn, decided);
    if (decided.kind === 'note') memory = { ...memory, rated: [...(memory.rated ?? []), decided.article] };

    const at = now().toISOString();
    /** Everything in one transaction; what no transaction can say is said after it (docs/decisions/0007). */
    const store = async () => {
      if (said.length > 0) memory = { ...memory, offered: [...stillOffered, ...offeredChoices(said)] };
      await stored.set(context, { shape: root.shape, memory });
      await app.known.note(context, speaker.drawn());
      await state.save(context, writes.state);
      await writes.stores.transcript.append(conversation, transcriptLines(context.activity, speaker.drawn(), at));
      await noteTurn(writes.stores.logbook, { at, conversation, language: turn.language() }, decided, judged);
      if (writes.storesReplies) await speaker.deliver();
      await writes.commit();
    };
    try {
      await store();
    } catch (error) {
      if (!(error instanceof CommitError) || !instead) throw error;
      log.error({ event: 'turn not stored', conversation: logged, error: String(error) });
      const { changes, reply } = instead;
      memory = { ...memory, ...changes };
      said = [reply];
      speaker.takeBack();
      await speaker.say(said);
      await store();
    }
    shownSince.delete(conversation);
    await speaker.deliver();
    if (speaker.shown().length > 0) {
      if (shownSince.size >= MOST_SHOWN_SINCE) shownSince.clear();
      shownSince.set(conversation, speaker.shown());
    }
    speaker.answerInvoke(() => turn.words()('teams.below'));
    const what = decided.kind === 'open' ? decided.opening.dialog : decided.kind;
    log.info({ event: 'turn', conversation: logged, route: what, replies: said.length });
  };
}

function startsOver(decided: Route): boolean {
  return decided.kind === 'open' && decided.opening.dialog === 'welcome' && decided.opening.tone === 'fresh';
}

/** What the customer wants to know, rather than a command or an answer. */
function isQuestion(decided: Route): boolean {
  return decided.kind === 'open' && ['answer', 'check', 'choose', 'unknown'].includes(decided.opening.dialog);
}

/** A greeting in a channel is answered as in a channel. */
function withScope(decided: Route, { activity }: TurnContext): Route {
  if (decided.kind !== 'open' || decided.opening.dialog !== 'welcome') return decided;
  return { kind: 'open', opening: { ...decided.opening, scope: scopeOf(activity) } };
}
