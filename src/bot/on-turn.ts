import type { BotState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import { scopeOf, readInbound, type Inbound } from '../channels/inbound.js';
import type { SecretKind } from '../channels/cut-secrets.js';
import { channelOf, render } from '../channels/render.js';
import type { Reply } from '../channels/reply.js';
import type { Memory } from '../dialogs/memory.js';
import { removedSecrets } from '../dialogs/phrases/removed-secrets.js';
import { offeredChoices, type RootDialog } from '../dialogs/root-dialog.js';
import { type Reading, type Route, route } from '../dialogs/route.js';
import type { Turn } from '../dialogs/turn.js';
import type { Understanding } from '../dialogs/understand.js';
import type { Locales } from '../dialogs/words.js';
import type { Verdict } from '../knowledge/understanding/verdict.js';
import type { Logbook } from '../insights/logbook.js';
import { conversationKey } from './conversation-key.js';
import type { Log } from './log.js';
import { SECRETS } from './scrub-secrets.js';

/** What is stored of a conversation besides its dialogs. */
export interface Stored {
  /** The shape of the dialogs that left the open question; see {@link RootDialog.shape}. */
  readonly shape: string;
  readonly memory: Memory;
}

interface House {
  readonly root: RootDialog;
  readonly locales: Locales;
  readonly logbook: Logbook;
  readonly log: Log;
  readonly now: () => Date;
  readonly state: BotState;
  readonly stored: StatePropertyAccessor<Stored | undefined>;
  readonly understanding: Understanding;
  readonly reading: (language: string) => Omit<Reading, 'verdict'>;
  /** The language of a conversation whose channel names none that we have. */
  readonly defaultLanguage: string;
}

/** How sure the language of an utterance must be before the conversation follows it. */
const SURE_LANGUAGE = 0.75;

/** One turn: what came in is read, routed, answered, drawn and remembered. docs/a-turn.md walks through it. */
export function onTurn(house: House): (context: TurnContext) => Promise<void> {
  const { root, locales, log, now, state, stored } = house;

  return async (context) => {
    const secrets: readonly SecretKind[] = context.turnState.get(SECRETS) ?? [];
    const inbound = readInbound(context.activity, secrets);
    const conversation = conversationKey(context.activity);
    if (inbound.kind === 'ignored') {
      log.debug({ event: 'ignored', conversation, why: inbound.why });
      return;
    }
    const before = await stored.get(context);
    let memory = recall(before, root.shape);
    const hint = memory.language ?? languageOfLocale(context.activity.locale) ?? house.defaultLanguage;
    memory = { ...memory, language: spoken(follow(memory, inbound, hint)) ?? hint };

    const said: Reply[] = [];
    const channel = channelOf(context.activity.channelId);
    const turn = (answer: Turn['answer']): Turn => ({
      conversation,
      now: now(),
      answer,
      memory: () => memory,
      remember: (changes) => {
        memory = { ...memory, ...changes };
      },
      language: () => memory.language ?? hint,
      words: () => locales.words(memory.language ?? hint),
      say: async (...replies) => {
        said.push(...replies);
        await context.sendActivities(replies.map((reply) => render(reply, channel)));
      },
    });

    if (secrets.length > 0) await turn(undefined).say(...removedSecrets(secrets, locales.words(memory.language ?? hint)));
    let judged: { readonly text: string; readonly verdict: Verdict } | undefined;
    const reading: Reading = {
      ...house.reading(memory.language ?? hint),
      verdict: (text) => {
        const verdict = house.understanding.verdict(text, hint);
        judged = { text, verdict };
        return verdict;
      },
    };
    const decided: Route = withScope(onlySecret(inbound, secrets) ?? route(inbound, memory, reading), context);
    if (decided.kind === 'ignore') log.debug({ event: 'ignored', conversation, why: decided.why });
    if (startsOver(decided)) memory = { language: memory.language, languageChosen: memory.languageChosen, greeted: true, rated: memory.rated };
    await root.run(context, turn(decided.kind === 'continue' ? decided.answer : undefined), decided);
    if (said.length > 0) memory = { ...memory, offered: offeredChoices(said) };

    await stored.set(context, { shape: root.shape, memory });
    await state.saveChanges(context);
    if (judged && decided.kind === 'open') await note(judged.text, judged.verdict);
    log.info({ event: 'turn', conversation, route: decided.kind === 'open' ? decided.opening.dialog : decided.kind, replies: said.length });

    async function note(text: string, verdict: Verdict): Promise<void> {
      const intent = verdict.kind === 'answer' ? verdict.intent : verdict.candidates[0]?.intent;
      await house.logbook.note({
        at: now().toISOString(),
        conversation,
        language: memory.language ?? hint,
        text,
        verdict: verdict.kind,
        confidence: verdict.confidence,
        ...(intent === undefined ? {} : { intent }),
      });
    }
  };

  /** The conversation follows the language that is typed, unless one was asked for or a name or address is awaited. */
  function follow({ language, languageChosen, open }: Memory, inbound: Inbound, hint: string): string | undefined {
    const fixed = languageChosen || open?.expects === 'name' || open?.expects === 'email';
    if (fixed || inbound.kind !== 'utterance') return language;
    const typed = house.understanding.language(inbound.text, hint);
    return typed.confidence < SURE_LANGUAGE ? language : typed.language;
  }

  /** A language that is understood but has no sentences is answered in the conversation's own. */
  function spoken(language: string | undefined): string | undefined {
    return locales.languages.find((known) => known === language);
  }

  function languageOfLocale(locale: string | undefined): string | undefined {
    const code = locale?.split('-')[0]?.toLowerCase();
    return locales.languages.find((language) => language === code);
  }
}

/** After a deploy that changed the dialogs, the open question is gone: its answer would reach the wrong step. */
function recall(stored: Stored | undefined, shape: string): Memory {
  if (!stored) return {};
  return stored.shape === shape ? stored.memory : { ...stored.memory, open: undefined, offered: [] };
}


/** A message that was nothing but a secret has been answered by the warning. */
function onlySecret(inbound: Inbound, secrets: readonly SecretKind[]): Route | undefined {
  if (inbound.kind !== 'utterance' || secrets.length === 0) return undefined;
  const words = inbound.text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word));
  return words.length < 3 ? { kind: 'ignore', why: 'nothing but a secret' } : undefined;
}

function startsOver(decided: Route): boolean {
  return decided.kind === 'open' && decided.opening.dialog === 'welcome' && decided.opening.tone === 'fresh';
}

/** A greeting in a channel is answered as in a channel. */
function withScope(decided: Route, { activity }: TurnContext): Route {
  if (decided.kind !== 'open' || decided.opening.dialog !== 'welcome') return decided;
  return { kind: 'open', opening: { ...decided.opening, scope: scopeOf(activity) } };
}
