import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { createInstance } from 'i18next';
import { SHIPPED_DEPLOYMENT } from '../src/bot/config';
import { faultOfActivity } from '../src/bot/connector/fault-of-activity';
import { openKnowledgeService } from '../src/bot/knowledge/knowledge-service';
import { scrubSecrets } from '../src/bot/middleware/scrub-secrets';
import { takeSignIn } from '../src/bot/middleware/take-sign-in';
import { readAction } from '../src/channels/action';
import { escapeMarkdown, unescapeMarkdown } from '../src/channels/escape-markdown';
import { readInbound } from '../src/channels/inbound';
import { plainText, visibleWords } from '../src/channels/plain-text';
import { alsoChosen } from '../src/channels/secrets/also-chosen';
import { cardNumbers } from '../src/channels/secrets/card-numbers';
import { codesInUse } from '../src/channels/secrets/codes-in-use';
import { commandLineSecrets } from '../src/channels/secrets/command-line-secrets';
import { cutField, cutSecrets } from '../src/channels/secrets/cut-secrets';
import { leadsFrom } from '../src/channels/secrets/leads-from';
import { logInPairs } from '../src/channels/secrets/log-in-pairs';
import { isNumberedThing } from '../src/channels/secrets/numbered-thing';
import { oneTimeCodes } from '../src/channels/secrets/one-time-codes';
import { isListedWord, isOrdinaryWord } from '../src/channels/secrets/ordinary-words';
import { passwordColumns } from '../src/channels/secrets/password-columns';
import { readableText } from '../src/channels/secrets/readable-text';
import { sameLength } from '../src/channels/secrets/same-length';
import { isAlsoChosen, isClearlyChosen, isKeyLike, isPasswordLike } from '../src/channels/secrets/secret-value';
import { endOfSeveralWords } from '../src/channels/secrets/several-words';
import { toldSecrets } from '../src/channels/secrets/told-secrets';
import { addresseeOf } from '../src/channels/teams/address-to';
import { teamsChatLink } from '../src/channels/teams/chat-link';
import { readFeedback, readReaction } from '../src/channels/teams/read-rating';
import { readRemoval, teamOf } from '../src/channels/teams/read-removal';
import { readSharedGuide } from '../src/channels/teams/read-shared-guide';
import { readSharedLink } from '../src/channels/teams/read-shared-link';
import { readSearch } from '../src/channels/teams/search-articles';
import { shortLabel } from '../src/channels/teams/short-label';
import { splitReply } from '../src/channels/teams/split-reply';
import { targetedService } from '../src/channels/teams/targeted';
import { broken } from '../src/channels/teams/without-autolinks';
import { knownName, knownType } from '../src/channels/technical-fields';
import { readWatermark } from '../src/channels/web/activity-log';
import { readPosted } from '../src/channels/web/read-posted';
import { timeOf as timeInAnswer } from '../src/checks/described/condition';
import { readEntered } from '../src/checks/described/entered-field';
import { whyRefused } from '../src/checks/described/host-pattern';
import { fill } from '../src/checks/described/template';
import { readFieldType } from '../src/checks/field-type-words';
import { readErrors } from '../src/checks/http/read-errors';
import { plainEmail, plainLabel } from '../src/checks/plain-writing';
import { readApiKey } from '../src/checks/read-api-key';
import { readExpectedAgents } from '../src/checks/read-expected-agents';
import { readExpectedFields } from '../src/checks/read-expected-fields';
import { readLegacyMe, readMe } from '../src/checks/teamwork-desk/me';
import { readSiteAddress } from '../src/checks/teamwork-desk/read-site-address';
import { lifeState, nameOr } from '../src/checks/teamwork-desk/relation';
import { wireTime } from '../src/checks/teamwork-desk/wire-values';
import { quoted, shown } from '../src/dialogs/phrases/names';
import { isTimeZone } from '../src/dialogs/reminders/morning';
import { readDay } from '../src/dialogs/reminders/read-day';
import { answerTokens } from '../src/dialogs/routing/answer-tokens';
import { openAnswerWords } from '../src/dialogs/routing/answer-words';
import { askAgain } from '../src/dialogs/routing/ask-again';
import { askBack } from '../src/dialogs/routing/ask-back';
import { askedParts, isReadInPart, saidParts } from '../src/dialogs/routing/asked-parts';
import { countWords } from '../src/dialogs/routing/count-words';
import { demandsPerson } from '../src/dialogs/routing/demands-person';
import { interrupts } from '../src/dialogs/routing/interrupts';
import { isSpoken } from '../src/dialogs/routing/is-spoken';
import { openLanguageAsked } from '../src/dialogs/routing/language-asked';
import { matchLabel } from '../src/dialogs/routing/match-label';
import { readChoice } from '../src/dialogs/routing/read-choice';
import { startOfContact } from '../src/dialogs/routing/start-of-contact';
import { startOfText } from '../src/dialogs/routing/start-of-text';
import { openTrouble } from '../src/dialogs/routing/trouble';
import type { UtteranceReader } from '../src/dialogs/routing/utterance-reader';
import { readTransferCode } from '../src/dialogs/transfer/transfer-code';
import { plainOfHtml } from '../src/handoff/plain-of-html';
import { readEmail, readIntroduction, readName } from '../src/handoff/read-contact';
import { rulesOf } from '../src/knowledge/understanding/languages/rules-of';
import { bothEnds } from '../src/knowledge/understanding/text/both-ends';
import { contentStems } from '../src/knowledge/understanding/text/content-stems';
import { detectLanguage } from '../src/knowledge/understanding/text/detect-language';
import { foldText, isPlain } from '../src/knowledge/understanding/text/fold-text';
import { hashText } from '../src/knowledge/understanding/text/hash';
import { isCode } from '../src/knowledge/understanding/text/lexicon';
import { editsBetween } from '../src/knowledge/understanding/text/speller';
import { capText, splitText, splitWords } from '../src/knowledge/understanding/text/split-text';
import type { Verdict } from '../src/knowledge/understanding/verdict';
import type { DeskAccount } from '../src/simulator/desk-account';
import { seedAccounts } from '../src/simulator/seed-accounts';
import { addMessage, createTicket } from '../src/simulator/ticket-routes';
import { contextOf, through } from './bot/context-of';
import { hostileTexts, ordinaryText } from './hostile-texts';

/** Sizes in UTF-16 units: a message as it is judged, one as a channel sends it, and a whole body. */
const MESSAGE = 10_000;
const RAW = 40_000;
const BODY = 250_000;
/** A ticket of the practice desk. */
const TICKET = 200_000;

type Read = (text: string) => unknown;

/** Says the keys of sentences instead of sentences. */
const keys = createInstance({ lng: 'cimode', initAsync: false });
void keys.init();

const rulesFr = rulesOf('fr');
const CANCEL: Verdict = {
  ...{ kind: 'answer', intent: 'cancel', confidence: 0.95, scope: 1 },
  ...{ candidates: [{ intent: 'cancel', score: 0.9 }], reasons: [] },
};
const message = (fields: object) => ({ type: 'message', recipient: { id: 'bot' }, ...fields }) as Activity;
const mention = (name: string) => ({ type: 'mention', text: name, mentioned: { id: 'bot', name } });
const sharedCard = (url: string) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { actions: [{ url: `https://${url}` }] },
});
const [desk] = seedAccounts(0) as [DeskAccount];
const customer = { email: 'a@b.example' };
createTicket(desk, { message: 'Bonjour', customer }, '');

/** Every exported reader of texts from outside: where it stands, and how the largest text that it may get reaches it. */
const READERS: Readonly<Record<string, readonly [size: number, read: Read]>> = {
  'channels/action.ts readAction': [
    BODY,
    (text) => [readAction({ passerelle: { kind: 'ask', question: text } }), readAction({ name: text, email: text })],
  ],
  'dialogs/transfer/transfer-code.ts readTransferCode': [MESSAGE, readTransferCode],
  'channels/secrets/cut-secrets.ts cutField': [RAW, (text) => [cutField(text, 'a'), cutField('password', text)]],
  'channels/secrets/cut-secrets.ts cutSecrets': [BODY, cutSecrets],
  'channels/inbound.ts readInbound': [BODY, (text) => readInbound(message({ text, value: { text } }))],
  'channels/plain-text.ts plainText': [
    BODY,
    (text) => plainText(message({ text, entities: [mention(text.slice(0, 1)), mention(text)] })),
  ],
  'channels/plain-text.ts visibleWords': [RAW, visibleWords],
  'channels/secrets/readable-text.ts readableText': [BODY, readableText],
  'channels/secrets/also-chosen.ts alsoChosen': [
    RAW,
    (text) => alsoChosen(text, [{ kind: 'password', start: 20_000, end: 20_010 }]),
  ],
  'channels/secrets/card-numbers.ts cardNumbers': [RAW, cardNumbers],
  'channels/secrets/codes-in-use.ts codesInUse': [RAW, codesInUse],
  'channels/secrets/command-line-secrets.ts commandLineSecrets': [RAW, commandLineSecrets],
  'channels/secrets/leads-from.ts leadsFrom': [RAW, (text) => leadsFrom(text, 0)],
  'channels/secrets/log-in-pairs.ts logInPairs': [RAW, logInPairs],
  'channels/secrets/numbered-thing.ts isNumberedThing': [RAW, isNumberedThing],
  'channels/secrets/one-time-codes.ts oneTimeCodes': [RAW, oneTimeCodes],
  'channels/secrets/password-columns.ts passwordColumns': [RAW, passwordColumns],
  'channels/secrets/ordinary-words.ts isListedWord': [RAW, isListedWord],
  'channels/secrets/ordinary-words.ts isOrdinaryWord': [RAW, isOrdinaryWord],
  'channels/secrets/several-words.ts endOfSeveralWords': [
    RAW,
    (text) => endOfSeveralWords(text, 0, { isPhrase: true, isSigned: true }),
  ],
  'channels/secrets/same-length.ts sameLength': [RAW, sameLength],
  'channels/secrets/secret-value.ts isAlsoChosen': [RAW, isAlsoChosen],
  'channels/secrets/secret-value.ts isClearlyChosen': [RAW, isClearlyChosen],
  'channels/secrets/secret-value.ts isKeyLike': [RAW, (text) => isKeyLike(text, 'sign')],
  'channels/secrets/secret-value.ts isPasswordLike': [RAW, (text) => isPasswordLike(text, 'sign', {})],
  'channels/secrets/told-secrets.ts toldSecrets': [RAW, toldSecrets],
  'channels/teams/targeted.ts targetedService': [BODY, (text) => targetedService(`https://smba.example/${text}`)],
  'channels/teams/address-to.ts addresseeOf': [
    MESSAGE,
    (text) =>
      addresseeOf(message({ from: { id: 'c', name: text }, conversation: { id: 'g', isGroup: true } as never })),
  ],
  'channels/teams/chat-link.ts teamsChatLink': [MESSAGE, (text) => teamsChatLink('id', text)],
  'channels/teams/read-rating.ts readFeedback': [
    BODY,
    (text) => {
      const feedback = JSON.stringify({ feedbackText: text });
      return readFeedback(message({ value: { actionName: 'feedback', actionValue: { reaction: 'like', feedback } } }));
    },
  ],
  'channels/teams/read-rating.ts readReaction': [
    BODY,
    (text) => readReaction(message({ reactionsAdded: [{ type: text }], replyToId: text })),
  ],
  'channels/teams/read-removal.ts readRemoval': [
    MESSAGE,
    (text) =>
      readRemoval(message({ type: 'conversationUpdate', channelData: { eventType: text, team: { id: text } } })),
  ],
  'channels/teams/read-removal.ts teamOf': [
    MESSAGE,
    (text) => teamOf(message({ channelId: 'msteams', channelData: { team: { id: text } } })),
  ],
  'channels/teams/read-shared-guide.ts readSharedGuide': [
    BODY,
    (text) => readSharedGuide([sharedCard(text), { content: text }]),
  ],
  'channels/teams/read-shared-link.ts readSharedLink': [
    MESSAGE,
    (text) => readSharedLink({ url: `https://a.example/articles/${text}` }, 'https://a.example'),
  ],
  'channels/teams/search-articles.ts readSearch': [
    BODY,
    (text) => readSearch({ commandId: 'searchArticles', parameters: [{ name: 'query', value: text }] }),
  ],
  'channels/teams/short-label.ts shortLabel': [MESSAGE, shortLabel],
  'channels/teams/split-reply.ts splitReply': [RAW, (text) => splitReply({ kind: 'text', text })],
  'channels/web/activity-log.ts readWatermark': [BODY, readWatermark],
  'channels/web/read-posted.ts readPosted': [
    BODY,
    (text) => [
      readPosted({ type: 'message', text, channelData: { messageBack: { displayText: text.slice(0, 1000) } } }),
      readPosted({ type: text, locale: text, name: text, textFormat: text, channelData: { clientActivityID: text } }),
      readPosted({ type: 'message', value: { passerelle: { kind: 'contact', name: text, email: text } } }),
    ],
  ],
  'bot/connector/fault-of-activity.ts faultOfActivity': [
    BODY,
    (text) => faultOfActivity({ type: text, from: { id: text }, text, conversation: { id: text } }),
  ],
  'bot/middleware/scrub-secrets.ts scrubSecrets': [
    BODY,
    (text) => [
      through(scrubSecrets(), contextOf(message({ text }))),
      through(scrubSecrets(), contextOf(message({ value: text }))),
      through(scrubSecrets(), contextOf(message({ value: text.match(/[\s\S]{1,20}/g) }))),
      through(scrubSecrets(), contextOf(message({ attachments: [{ contentType: 'text/html', content: text }] }))),
    ],
  ],
  'bot/middleware/take-sign-in.ts takeSignIn': [
    BODY,
    (text) =>
      through(
        takeSignIn(() => 0, readApiKey),
        contextOf(message({ value: { passerelle: { kind: 'sign-in' }, site: text, key: text } })),
      ),
  ],
  'checks/field-type-words.ts readFieldType': [MESSAGE, readFieldType],
  'checks/plain-writing.ts plainLabel': [MESSAGE, plainLabel],
  'checks/plain-writing.ts plainEmail': [MESSAGE, plainEmail],
  'checks/teamwork-desk/wire-values.ts wireTime': [MESSAGE, wireTime],
  'checks/read-api-key.ts readApiKey': [BODY, readApiKey],
  'checks/read-expected-agents.ts readExpectedAgents': [MESSAGE, readExpectedAgents],
  'checks/read-expected-fields.ts readExpectedFields': [MESSAGE, readExpectedFields],
  'checks/teamwork-desk/me.ts readLegacyMe': [BODY, (text) => readLegacyMe({ user: { id: text } })],
  'checks/teamwork-desk/me.ts readMe': [BODY, (text) => readMe({ user: { id: text, email: text } })],
  'checks/http/read-errors.ts readErrors': [BODY, readErrors],
  'checks/described/condition.ts timeOf': [BODY, timeInAnswer],
  'checks/described/entered-field.ts readEntered': [
    BODY,
    (text) =>
      (['email', 'digits', 'code', 'key', 'host', 'text'] as const).map((as) =>
        readEntered(text, { as, length: [1, 500] }),
      ),
  ],
  'checks/described/host-pattern.ts whyRefused': [BODY, (text) => whyRefused(`https://${text}`, ['*.shop.example'])],
  'checks/described/template.ts fill': [BODY, (text) => fill('{site}/{key}', { site: text, key: text })],
  'checks/teamwork-desk/read-site-address.ts readSiteAddress': [
    BODY,
    (text) => readSiteAddress(text, 'http://localhost:3978/practice'),
  ],
  'checks/teamwork-desk/relation.ts lifeState': [BODY, lifeState],
  'checks/teamwork-desk/relation.ts nameOr': [BODY, (text) => nameOr(text, 1)],
  'simulator/ticket-routes.ts addMessage': [
    TICKET,
    (text) => addMessage(desk, Number(desk.lists.tickets[0]?.id), { message: text }, ''),
  ],
  'simulator/ticket-routes.ts createTicket': [TICKET, (text) => createTicket(desk, { message: text, customer }, '')],
  'dialogs/routing/answer-tokens.ts answerTokens': [MESSAGE, answerTokens],
  'dialogs/routing/ask-back.ts askBack': [
    MESSAGE,
    (text) => askBack(text, CANCEL, {}, { answer: () => undefined, mayAgree: () => false }),
  ],
  'dialogs/routing/is-spoken.ts isSpoken': [MESSAGE, (text) => isSpoken(text, { language: 'fr', confidence: 0 })],
  'handoff/plain-of-html.ts plainOfHtml': [BODY, plainOfHtml],
  'handoff/read-contact.ts readIntroduction': [MESSAGE, readIntroduction],
  'dialogs/routing/answer-words.ts openAnswerWords': [
    MESSAGE,
    (text) => [words.answers.read(text, 'fr'), words.answers.mayAgree(text, 'fr')],
  ],
  'dialogs/routing/count-words.ts countWords': [MESSAGE, countWords],
  'dialogs/routing/interrupts.ts interrupts': [
    MESSAGE,
    (text) => (['name', 'email', 'list', 'day'] as const).map((expected) => interrupts(text, expected, CANCEL)),
  ],
  'dialogs/routing/language-asked.ts openLanguageAsked': [MESSAGE, (text) => languageAsked(text)],
  'dialogs/routing/match-label.ts matchLabel': [MESSAGE, (text) => matchLabel(text, ['Oui', text.slice(0, 500)])],
  'dialogs/reminders/morning.ts isTimeZone': [MESSAGE, isTimeZone],
  'dialogs/routing/start-of-contact.ts startOfContact': [
    MESSAGE,
    (text) => startOfContact({ kind: 'contact', name: text, email: text }, {}),
  ],
  'channels/escape-markdown.ts escapeMarkdown': [MESSAGE, escapeMarkdown],
  'channels/escape-markdown.ts unescapeMarkdown': [MESSAGE, unescapeMarkdown],
  'channels/technical-fields.ts knownType': [MESSAGE, knownType],
  'channels/technical-fields.ts knownName': [MESSAGE, knownName],
  'channels/teams/without-autolinks.ts broken': [MESSAGE, broken],
  'dialogs/phrases/names.ts quoted': [MESSAGE, (text) => quoted(text, keys.t)],
  'dialogs/phrases/names.ts shown': [MESSAGE, shown],
  'dialogs/routing/read-choice.ts readChoice': [
    MESSAGE,
    (text) => readChoice(text, {}, { label: matchLabel, answer: () => undefined }),
  ],
  'dialogs/reminders/read-day.ts readDay': [MESSAGE, (text) => readDay(text, new Date(0))],
  'dialogs/routing/ask-again.ts askAgain': [
    MESSAGE,
    (text) => askAgain(text, { unanswered: { dialog: 'handoff', expects: 'name' } }, words.reading),
  ],
  'dialogs/routing/asked-parts.ts askedParts': [MESSAGE, askedParts],
  'dialogs/routing/asked-parts.ts saidParts': [MESSAGE, saidParts],
  'dialogs/routing/asked-parts.ts isReadInPart': [MESSAGE, isReadInPart],
  'dialogs/routing/demands-person.ts demandsPerson': [
    MESSAGE,
    (text) => demandsPerson(text, { candidates: [{ intent: 'handoff', score: 1 }] }, words.reading.verdict),
  ],
  'dialogs/routing/start-of-text.ts startOfText': [MESSAGE, (text) => startOfText(text, CANCEL, {}, words.reading)],
  'dialogs/routing/trouble.ts openTrouble': [MESSAGE, (text) => words.trouble(text)],
  'handoff/read-contact.ts readEmail': [MESSAGE, readEmail],
  'handoff/read-contact.ts readName': [MESSAGE, readName],
  'knowledge/understanding/text/both-ends.ts bothEnds': [BODY, (text) => bothEnds(text, MESSAGE)],
  'knowledge/understanding/text/content-stems.ts contentStems': [MESSAGE, (text) => contentStems(text, 'fr')],
  'knowledge/understanding/text/detect-language.ts detectLanguage': [
    MESSAGE,
    (text) => detectLanguage(text, { languages: ['fr', 'en', 'de', 'es'] }),
  ],
  'knowledge/understanding/text/fold-text.ts foldText': [MESSAGE, foldText],
  'knowledge/understanding/text/fold-text.ts isPlain': [MESSAGE, isPlain],
  'knowledge/understanding/text/hash.ts hashText': [MESSAGE, (text) => hashText(text, 1)],
  'knowledge/understanding/text/lexicon.ts isCode': [MESSAGE, isCode],
  'knowledge/understanding/open-index.ts openIndex': [
    MESSAGE,
    (text) => [service.index.judge(text, { language: 'fr' }), service.index.search(text, { language: 'fr' })],
  ],
  'knowledge/understanding/text/speller.ts editsBetween': [MESSAGE, (text) => editsBetween(text, 'declencheurs', 2)],
  'knowledge/understanding/text/split-text.ts capText': [MESSAGE, capText],
  'knowledge/understanding/text/split-text.ts splitText': [MESSAGE, (text) => splitText(text, rulesFr)],
  'knowledge/understanding/text/split-text.ts splitWords': [MESSAGE, splitWords],
};

/** Exported functions that take a text, or what may hold one, which is ours and no customer's. */
const OF_OURS: ReadonlySet<string> = new Set([
  'channels/teams/address-to.ts addressTo',
  'channels/teams/targeted.ts isTargeted',
  'channels/teams/targeted.ts targeted',
  'channels/teams/targeted.ts untargeted',
  'channels/command.ts hasButton',
  'channels/command.ts isCommand',
  'dialogs/parse-intent.ts checkIntent',
  'dialogs/parse-intent.ts parseIntent',
  'dialogs/routing/answer-tokens.ts isPicture',
  'channels/adaptive-card.ts cardTexts',
  'channels/adaptive-card.ts textBlocks',
  'channels/command.ts hasButton',
  'channels/command.ts isCommand',
  'dialogs/account/account-notes.ts takeNotesOf',
  'dialogs/account/account-notes.ts wasOnIn',
  'dialogs/account/account-notes.ts withEmailOff',
  'dialogs/parse-intent.ts checkIntent',
  'dialogs/parse-intent.ts parseIntent',
  'dialogs/phrases/moment.ts dateOf',
  'dialogs/phrases/read-sentences.ts readSentences',
  'dialogs/phrases/sentence-tree.ts withoutPlural',
  // Settings, names of ours and what they are made of; addresses are the settings' and the name servers'.
  'handoff/code-of.ts codeOf',
  'handoff/destination.ts parcelKey',
  'handoff/destination.ts eventOf',
  'handoff/handoff-settings.ts readHandoffSettings',
  'handoff/packet.ts channelOf',
  'handoff/synthetic-case.ts syntheticCase',
  'handoff/teams/teams-destination.ts teamsDestination',
  'handoff/webhook/is-signed.ts isSigned',
  'handoff/webhook/public-addresses.ts isPublicAddress',
  'handoff/webhook/public-addresses.ts isPublicHost',
  // Ids that a channel vouches for; they are looked up or compared, never searched.
  'channels/inbound.ts scopeOf',
  'channels/render.ts channelOf',
  'channels/web/activity-log.ts activityId',
  'channels/web/activity-log.ts sentActivity',
  'checks/sealed-key.ts sealKey',
  'checks/http/rate-backoff.ts backoffId',
  // A file of the deployment.
  'checks/described/described-check.ts checkFaults',
  'checks/described/described-check.ts describedCheck',
  'checks/described/described-request.ts startOf',
  'checks/described/host-pattern.ts isHostPattern',
  'checks/described/json-path.ts readPath',
  'checks/described/template.ts placesIn',
  'dialogs/phrases/described.ts checkedAt',
  'dialogs/phrases/lint-sentences.ts lintSentences',
  'dialogs/reminders/morning.ts dayIn',
  'dialogs/reminders/morning.ts morningIn',
  'dialogs/phrases/choices.ts again',
  'dialogs/phrases/choices.ts intentChoice',
  'dialogs/phrases/contact-form.ts contactForm',
  'dialogs/phrases/finding.ts signLine',
  'dialogs/phrases/long-date.ts longDate',
  'dialogs/phrases/moment.ts clockTime',
  'dialogs/phrases/moment.ts dateAndTime',
  'dialogs/phrases/moment.ts dayAndTime',
  'dialogs/phrases/team-name.ts capitalised',
  'dialogs/phrases/team-name.ts properName',
  'dialogs/reminders/remind-dialog.ts tomorrow',
  'dialogs/phrases/words.ts openLocales',
  'knowledge/understanding/across/word-vectors.ts openWordVectors',
  'knowledge/understanding/intent.ts outOfScopeTopic',
  'knowledge/understanding/languages/language-rules.ts phrases',
  'knowledge/understanding/languages/language-rules.ts words',
]);

/**
 * How many times longer than an ordinary text of its length a hostile one may take. Readers that go back over what they
 * have read need hundreds of times as long, and the longer the text the more.
 */
const MOST_TIMES = 25;
/** A reader that does nearly nothing with an ordinary text is held to a share of what the scrubber does with it. */
const YARDSTICK_SHARE = 0.5;
/** Other processes take their share of the machine: what took too long is tried again. */
const TRIES = 8;

let service: Awaited<ReturnType<typeof openKnowledgeService>>;
let words: {
  readonly answers: ReturnType<typeof openAnswerWords>;
  readonly trouble: ReturnType<typeof openTrouble>;
  readonly reading: UtteranceReader;
};
const languageAsked = openLanguageAsked(['fr', 'en', 'de', 'es']);

beforeAll(async () => {
  service = await openKnowledgeService(SHIPPED_DEPLOYMENT);
  const { intents } = service.knowledge;
  words = {
    answers: openAnswerWords(intents),
    trouble: openTrouble(intents),
    reading: { ...service.reading('fr'), verdict: () => CANCEL },
  };
});

const root = join(__dirname, '..', 'src');
/** In milliseconds, by the clock of the process: other processes do not count. */
function timeOf(read: Read, text: string): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

interface Texts {
  readonly ordinary: string;
  readonly hostile: ReturnType<typeof hostileTexts>;
  /** Milliseconds. */
  readonly yardstick: number;
}

/** The texts of a size, and what the scrubber takes for the ordinary one: made once for all readers. */
function textsOf(size: number): Texts {
  const made = texts.get(size) ?? {
    ordinary: ordinaryText(size),
    hostile: hostileTexts(size),
    yardstick: usualTime(cutSecrets, ordinaryText(size)),
  };
  texts.set(size, made);
  return made;
}
const texts = new Map<number, Texts>();

const usualTime = (read: Read, text: string) => median(Array.from({ length: 5 }, () => timeOf(read, text)));

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

test.each(Object.entries(READERS))('%s takes about as long for any text', (_, [size, read]) => {
  const { ordinary, hostile, yardstick } = textsOf(size);
  const most = MOST_TIMES * Math.max(usualTime(read, ordinary), YARDSTICK_SHARE * yardstick);
  const slow = hostile.flatMap(([name, text]) => {
    let best = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < TRIES && best > most; tries++) best = Math.min(best, timeOf(read, text));
    return best > most ? [`${name}: ${best.toFixed(1)} ms, at most ${most.toFixed(1)}`] : [];
  });
  expect(slow).toEqual([]);
});

/** Where texts from outside are read. */
const FOLDERS = ['channels', 'checks', 'handoff', 'dialogs', 'knowledge/understanding'];
/** A first parameter that may hold a text as somebody typed it. */
const TAKES_TEXT =
  /^export (?:async )?(?:function (\w+)|const (\w+) = )\(\s*(?:\w+|\{[^}]*\})\??: (?:string\b(?!\[)|unknown\b|(?:Partial<)?Activity\b)/gm;

function takingText(): readonly string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
      .flatMap((path) => {
        const file = `${folder}/${path.replaceAll('\\', '/')}`;
        const text = readFileSync(join(root, file), 'utf8');
        return [...text.matchAll(TAKES_TEXT)].map(([, name, constant]) => `${file} ${name ?? constant}`);
      }),
  );
}

test('every exported reader of texts is timed here, or known to read nobody’s texts but ours', () => {
  const found = takingText();
  expect(found.length).toBeGreaterThan(40);
  expect(found.filter((name) => !(name in READERS) && !OF_OURS.has(name))).toEqual([]);
});

test('no list names what is there no more', () => {
  const gone = [...Object.keys(READERS), ...OF_OURS].filter((name) => {
    const [file = '', exported = ''] = name.split(' ');
    return !new RegExp(`^export (?:async )?(?:function|const) ${exported}\\b`, 'm').test(
      readFileSync(join(root, file), 'utf8'),
    );
  });
  expect(gone).toEqual([]);
});
