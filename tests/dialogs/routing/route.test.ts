import type { Action } from '../../../src/channels/action';
import type { Choice } from '../../../src/channels/reply';
import type { Memory } from '../../../src/dialogs/memory';
import type { AnswerWord } from '../../../src/dialogs/routing/answer-grammar';
import { matchLabel } from '../../../src/dialogs/routing/match-label';
import { type Route, route } from '../../../src/dialogs/routing/route';
import type { Trouble } from '../../../src/dialogs/routing/trouble';
import type { UtteranceReader } from '../../../src/dialogs/routing/utterance-reader';
import type { Verdict } from '../../../src/knowledge/understanding/verdict';

const NOTHING = { candidates: [], reasons: [] };
const unknown = (about: object = {}): Verdict => ({ kind: 'unknown', confidence: 0, scope: 0, ...NOTHING, ...about });
const sure = (intent: string, confidence = 0.9): Verdict => ({
  kind: 'answer',
  intent,
  confidence,
  scope: 1,
  ...NOTHING,
});

/** What the tests' utterances mean; every other one means nothing. */
const MEANINGS: Readonly<Record<string, Verdict>> = {
  'How do I turn off triggers?': sure('triggers'),
  'how do I turn off triggers': sure('triggers'),
  'are my triggers off?': sure('check:triggers'),
  'triggers or keys': { kind: 'choose', intents: ['triggers', 'api-key'], confidence: 0.5, scope: 1, ...NOTHING },
  'a human please': sure('handoff'),
  'help me': sure('help'),
  'never mind': sure('cancel'),
  'go back': sure('back'),
  'send that away': sure('cancel'),
  'cancel the sending': sure('cancel'),
  'start again': sure('start-over'),
  'in English please': sure('language'),
  'hello there': sure('greeting'),
  'thanks a lot': sure('thanks'),
  'why this': sure('why'),
  triggers: sure('triggers'),
  'Will Stopford': sure('cancel'),
  'My name is Grace Help': sure('help'),
  'graze hopper': sure('cancel', 0.3),
  'write to me at stop@example.com': sure('cancel'),
  'tell me about HubSpot': unknown({ otherProduct: 'hubspot' }),
  'will it rain': unknown({ outside: { topic: 'general-knowledge' } }),
  'I cannot find the form to check': sure('check:inbox'),
  'kwxz prtv': unknown({ outside: { topic: 'gibberish' } }),
};

const WORDS: Readonly<Record<string, AnswerWord>> = {
  ok: 'yes',
  nope: 'no',
  onward: 'next',
  'did it': 'done',
  'the one before': 'previous',
  'one by one': 'steps',
  everything: 'all-steps',
  'where was I': 'resume',
  'once more': 'again',
  neither: 'none',
  'the first one': 'first',
  'the second one': 'second',
  'the third one': 'third',
};

const TROUBLES: Readonly<Record<string, Trouble>> = {
  'it does not work': 'only',
  'no such button on the triggers page': 'among-others',
  'I cannot find the form to check': 'among-others',
};

const reading: UtteranceReader = {
  verdict: (text) => MEANINGS[text] ?? unknown(),
  label: matchLabel,
  answer: (text) => {
    const word = WORDS[text];
    if (word !== undefined) return { kind: 'word', word };
    if (text === 'yes, no') return { kind: 'doubtful' };
    const number = /^\D?(\d)\.?$/.exec(text)?.[1];
    return number === undefined ? undefined : { kind: 'number', number: Number(number) };
  },
  mayAgree: (text) => text.includes('send'),
  asks: (text) => text.includes('?'),
  declined: (text) => (text === 'do not start again' ? 'start-over' : undefined),
  twoQuestions: () => undefined,
  withoutSignature: (text) => text,
  awaits: () => false,
  namesRequest: () => false,
  section: () => undefined,
  isSpoken: () => true,
  personWord: () => undefined,
  trouble: (text) => TROUBLES[text],
  languageAsked: (text) => (text.includes('English') ? 'en' : undefined),
};

const button = (label: string, action: Action): Choice => ({ label, action });
const cancel = button('Cancel', { kind: 'cancel' });
const person = button('Talk to a person', { kind: 'handoff' });

const inSteps = (step: number): Memory => ({
  greeted: true,
  open: { dialog: 'steps', expects: 'choice' },
  unfinished: { steps: { article: 'triggers', step } },
  offered: [
    button('Next', { kind: 'next' }),
    button('Previous', { kind: 'previous' }),
    button('Stop here', { kind: 'cancel' }),
    person,
  ],
});
const leftSteps: Memory = {
  greeted: true,
  unfinished: { steps: { article: 'triggers', step: 3 } },
  offered: [button('Resume “Triggers” (step 3 of 7)', { kind: 'resume' }), person],
};
const atName: Memory = {
  open: { dialog: 'handoff', expects: 'name' },
  unfinished: { handoff: {} },
  offered: [cancel],
};
const atEmail: Memory = {
  open: { dialog: 'handoff', expects: 'email' },
  unfinished: { handoff: { name: 'Grace' } },
  offered: [cancel],
};
const whole = { name: 'Grace', email: 'grace@example.com' };
const atConfirm: Memory = {
  open: { dialog: 'handoff', expects: 'choice' },
  unfinished: { handoff: whole },
  offered: [button('Send', { kind: 'yes' }), button('Edit', { kind: 'edit' }), button('Cancel', { kind: 'no' })],
};
const choosing: Memory = {
  open: { dialog: 'choose', expects: 'choice' },
  offered: [
    button('Turn off triggers', { kind: 'article', article: 'triggers' }),
    button('Check my API key', { kind: 'check', check: 'api-key' }),
    button('None of these', { kind: 'none' }),
  ],
};
const rating: Memory = {
  topic: 'triggers',
  offered: [
    button('Yes', { kind: 'helpful', article: 'triggers' }),
    button('No', { kind: 'not-helpful', article: 'triggers' }),
    person,
  ],
};

const says = (text: string, memory: Memory = {}) => route({ kind: 'utterance', text, secrets: [] }, memory, reading);
const clicks = (action: Action, memory: Memory = {}) => route({ kind: 'action', action }, memory, reading);
const opens = (start: object): unknown => ({ kind: 'open', start: expect.objectContaining(start) });
const answers = (action: Action): Route => ({ kind: 'continue', answer: { kind: 'action', action } });
const answersText = (text: string): Route => ({ kind: 'continue', answer: { kind: 'text', text } });

describe('who comes', () => {
  test.each<[string, Route, unknown]>([
    [
      'is welcomed',
      route({ kind: 'joined', scope: 'personal' }, {}, reading),
      opens({ dialog: 'welcome', tone: 'first' }),
    ],
    [
      'is welcomed as a channel in a channel',
      route({ kind: 'joined', scope: 'group' }, {}, reading),
      opens({ dialog: 'welcome', scope: 'group' }),
    ],
    [
      'is not welcomed twice',
      route({ kind: 'joined', scope: 'personal' }, { greeted: true }, reading),
      { kind: 'ignore', why: 'already greeted' },
    ],
    [
      'is not answered when nothing was said',
      route({ kind: 'ignored', why: 'typing' }, {}, reading),
      { kind: 'ignore', why: 'typing' },
    ],
    [
      'and greets for the first time is welcomed in full',
      says('hello there'),
      opens({ dialog: 'welcome', tone: 'first' }),
    ],
    [
      'and greets again is greeted in short',
      says('hello there', { greeted: true }),
      opens({ dialog: 'welcome', tone: 'again' }),
    ],
  ])('%s', (_title, got, expected) => expect(got).toEqual(expected));
});

describe('with no question open', () => {
  test.each<[string, Route, unknown]>([
    [
      'a question opens its answer, with the reasons',
      says('How do I turn off triggers?'),
      opens({
        dialog: 'answer',
        article: 'triggers',
        because: { article: 'triggers', confidence: 0.9, reasons: [] },
      }),
    ],
    [
      'a question about the account opens the check',
      says('are my triggers off?'),
      opens({ dialog: 'check', check: 'triggers' }),
    ],
    [
      'an unsure meaning opens a choice',
      says('triggers or keys'),
      opens({ dialog: 'choose', intents: ['triggers', 'api-key'], again: false }),
    ],
    ['what means nothing is not guessed at', says('florp'), opens({ dialog: 'unknown' })],
    ['a person can be asked for', says('a human please'), opens({ dialog: 'handoff', draft: {} })],
    ['help is help', says('help me'), opens({ dialog: 'small', what: 'help' })],
    ['there is nothing to cancel', says('never mind'), opens({ dialog: 'cancel', what: 'nothing' })],
    [
      'starting over is a fresh welcome',
      says('start again', { greeted: true }),
      opens({ dialog: 'welcome', tone: 'fresh' }),
    ],
    [
      'the language asked for is read from the words',
      says('in English please'),
      opens({ dialog: 'language', language: 'en', resume: undefined }),
    ],
    ['thanks are answered', says('thanks a lot'), opens({ dialog: 'small', what: 'thanks' })],
    ['a reason is given when asked', says('why this'), opens({ dialog: 'why' })],
    ['"next" has nothing to go on with', says('onward'), opens({ dialog: 'small', what: 'nothing-to-resume' })],
    ['"resume" has nothing to go on with', says('where was I'), opens({ dialog: 'small', what: 'nothing-to-resume' })],
    ['blanks and emoji are no words', says('😀 …'), opens({ dialog: 'small', what: 'empty' })],
    [
      'blanks a second time count as not understood',
      says('😀 …', { consecutiveFallbacks: 1 }),
      opens({ dialog: 'unknown', verdict: NOTHING }),
    ],
    ['a digit alone picks nothing when nothing is offered', says('2'), opens({ dialog: 'unknown' })],
    [
      'a button with a question is read like the question',
      clicks({ kind: 'ask', question: 'How do I turn off triggers?' }),
      opens({ dialog: 'answer', article: 'triggers' }),
    ],
    [
      'a button with a question opens even while a name is awaited',
      clicks({ kind: 'ask', question: 'how do I turn off triggers' }, atName),
      opens({ dialog: 'answer', article: 'triggers' }),
    ],
  ])('%s', (_title, got, expected) => expect(got).toEqual(expected));
});

describe('what the buttons say can be typed', () => {
  test.each<[string, Route, unknown]>([
    ['in another case', says('STOP HERE', inSteps(2)), opens({ dialog: 'cancel', what: 'steps' })],
    ['with a typo', says('talk to a preson', inSteps(2)), opens({ dialog: 'handoff' })],
    ['as a number', says('1', choosing), opens({ dialog: 'answer', article: 'triggers' })],
    ['as a number with a full stop', says('2.', choosing), opens({ dialog: 'check', check: 'api-key' })],
    ['as an ordinal', says('the second one', choosing), opens({ dialog: 'check', check: 'api-key' })],
    ['but an ordinal never counts "none of these"', says('the third one', choosing), opens({ dialog: 'choose' })],
    ['but a number beyond them picks none', says('7', choosing), opens({ dialog: 'choose', again: true })],
    [
      'but a number in a sentence is no choice',
      says('I have 2 problems with my account', choosing),
      opens({ dialog: 'choose', again: true }),
    ],
    [
      'yes and no as answers to "did this help"',
      says('ok', rating),
      opens({ dialog: 'feedback', article: 'triggers', said: 'helpful' }),
    ],
    ['done is a yes to "did this help"', says('did it', rating), opens({ dialog: 'feedback', said: 'helpful' })],
    ['no leads to the reasons', says('nope', rating), opens({ dialog: 'feedback', said: 'not-helpful' })],
    ['all steps of the last topic', says('everything', rating), opens({ dialog: 'all-steps', article: 'triggers' })],
  ])('%s', (_title, got, expected) => expect(got).toEqual(expected));
});

const stuckAt = (step: number) => opens({ dialog: 'steps', article: 'triggers', step, why: 'stuck' });

test('"it does not work" after an answer asks what went wrong', () => {
  const answered = { because: { article: 'triggers', confidence: 0.9, reasons: [] } };
  expect(says('it does not work', answered)).toEqual(
    opens({ dialog: 'feedback', article: 'triggers', said: 'not-helpful' }),
  );
});

describe('in the middle of steps', () => {
  test.each<[string, Route, unknown]>([
    ['next goes on', says('onward', inSteps(2)), answers({ kind: 'next' })],
    ['done goes on', says('did it', inSteps(2)), answers({ kind: 'next' })],
    ['yes goes on', says('ok', inSteps(2)), answers({ kind: 'next' })],
    ['a click on next goes on', clicks({ kind: 'next' }, inSteps(2)), answers({ kind: 'next' })],
    ['the one before is the step before', says('the one before', inSteps(2)), answers({ kind: 'previous' })],
    ['once more shows the same step', says('once more', inSteps(2)), opens({ dialog: 'steps', step: 2 })],
    ['back is the step before', says('go back', inSteps(3)), opens({ dialog: 'steps', article: 'triggers', step: 2 })],
    [
      'back from the first step is the answer',
      says('go back', inSteps(1)),
      opens({ dialog: 'answer', article: 'triggers' }),
    ],
    ['"it does not work" is about this step', says('it does not work', inSteps(2)), stuckAt(2)],
    [
      'so is trouble among words that mean nothing else',
      says('no such button on the triggers page', inSteps(2)),
      stuckAt(2),
    ],
    ['so is a question about the same guide', says('How do I turn off triggers?', inSteps(3)), stuckAt(3)],
    [
      'trouble with something else is another question',
      says('I cannot find the form to check', inSteps(2)),
      opens({ dialog: 'check', check: 'inbox' }),
    ],
    ['cancel stops the steps', says('never mind', inSteps(2)), opens({ dialog: 'cancel', what: 'steps' })],
    ['a question is answered', says('are my triggers off?', inSteps(2)), opens({ dialog: 'check' })],
    [
      'another language takes the step along',
      says('in English please', inSteps(2)),
      opens({ dialog: 'language', language: 'en', resume: { dialog: 'steps', article: 'triggers', step: 2 } }),
    ],
    [
      'nonsense is asked about there',
      says('kwxz prtv', inSteps(2)),
      opens({ dialog: 'steps', step: 2, why: 'confused' }),
    ],
    [
      'nonsense a second time is not asked about there again',
      says('kwxz prtv', { ...inSteps(2), consecutiveFallbacks: 1 }),
      opens({ dialog: 'unknown' }),
    ],
    [
      'what is no support question gets its own answer',
      says('will it rain', inSteps(2)),
      opens({ dialog: 'unknown', verdict: expect.objectContaining({ outside: { topic: 'general-knowledge' } }) }),
    ],
    ['another product gets its own answer', says('tell me about HubSpot', inSteps(2)), opens({ dialog: 'unknown' })],
  ])('%s', (_title, got, expected) => expect(got).toEqual(expected));
});

describe('after steps were left', () => {
  test.each<[string, Route, unknown]>([
    [
      'resume goes on where they were',
      says('where was I', leftSteps),
      opens({ dialog: 'steps', article: 'triggers', step: 3 }),
    ],
    ['next goes on where they were', says('onward', leftSteps), opens({ dialog: 'steps', step: 3 })],
    ['yes to the offer goes on', says('ok', leftSteps), opens({ dialog: 'steps', step: 3 })],
    ['an old "next" button goes on where they were', clicks({ kind: 'next' }, leftSteps), opens({ dialog: 'steps' })],
    ['an old "none of these" forces nothing', clicks({ kind: 'none' }, leftSteps), opens({ dialog: 'topics' })],
    ['cancel drops them', says('never mind', leftSteps), opens({ dialog: 'cancel', what: 'left-steps' })],
    [
      'another language has nothing to take along',
      says('in English please', leftSteps),
      opens({ dialog: 'language', resume: undefined }),
    ],
  ])('%s', (_title, got, expected) => expect(got).toEqual(expected));
});

describe('when a name is awaited', () => {
  test.each<[string, Route, unknown]>([
    ['words are the name', says('Grace Hopper', atName), answersText('Grace Hopper')],
    ['one word is the name, even one that we know', says('triggers', atName), answersText('triggers')],
    [
      'a capitalised name is a name, whatever it resembles',
      says('Will Stopford', atName),
      answersText('Will Stopford'),
    ],
    [
      'what is introduced as a name is one',
      says('My name is Grace Help', atName),
      answersText('My name is Grace Help'),
    ],
    ['a command that we are not sure of is a name', says('graze hopper', atName), answersText('graze hopper')],
    ['a greeting does not interrupt', says('hello there', atName), answersText('hello there')],
    ['a number is handed on, to be asked about', says('2', atName), answersText('2')],
    ['the button can be typed', says('cancl', atName), opens({ dialog: 'cancel', what: 'handoff' })],
    ['a longer text is not the button', says('Cancela Perez', atName), answersText('Cancela Perez')],
    ['a question interrupts', says('How do I turn off triggers?', atName), opens({ dialog: 'answer' })],
    ['a person asked for again goes on', says('a human please', atName), opens({ dialog: 'handoff', draft: {} })],
    ['help is help', says('help me', atName), opens({ dialog: 'small', what: 'help' })],
    ['cancel cancels the hand-off', says('never mind', atName), opens({ dialog: 'cancel', what: 'handoff' })],
    ['back leaves the hand-off', says('go back', atName), opens({ dialog: 'cancel', what: 'handoff' })],
    ['starting over starts over', says('start again', atName), opens({ dialog: 'welcome', tone: 'fresh' })],
    [
      'another language takes the hand-off along',
      says('in English please', atName),
      opens({ dialog: 'language', language: 'en', resume: { dialog: 'handoff', draft: {} } }),
    ],
  ])('%s', (_title, got, expected) => expect(got).toEqual(expected));
});

describe('when an address is awaited', () => {
  test.each<[string, Route, unknown]>([
    [
      'an address answers, whatever the other words mean',
      says('write to me at stop@example.com', atEmail),
      answersText('write to me at stop@example.com'),
    ],
    ['nonsense is handed on, to be asked about', says('florp', atEmail), answersText('florp')],
    ['a question interrupts', says('how do I turn off triggers', atEmail), opens({ dialog: 'answer' })],
    ['cancel cancels the hand-off', says('never mind', atEmail), opens({ dialog: 'cancel', what: 'handoff' })],
    ['back asks for the name again', says('go back', atEmail), opens({ dialog: 'handoff', draft: {} })],
    [
      'another language keeps the name',
      says('in English please', atEmail),
      opens({ dialog: 'language', resume: { dialog: 'handoff', draft: { name: 'Grace' } } }),
    ],
  ])('%s', (_title, got, expected) => expect(got).toEqual(expected));
});

describe('before sending', () => {
  test.each<[string, Route, unknown]>([
    ['yes sends', says('ok', atConfirm), answers({ kind: 'yes' })],
    ['no does not send', says('nope', atConfirm), answers({ kind: 'no' })],
    ['the buttons can be typed', says('send', atConfirm), answers({ kind: 'yes' })],
    ['what contradicts itself is asked back', says('yes, no', atConfirm), opens({ dialog: 'handoff', draft: whole })],
    [
      'what may be a yes does not cancel, whatever it resembles',
      says('send that away', atConfirm),
      opens({ dialog: 'handoff', draft: whole, invalid: { field: 'confirm', typed: 'send that away', times: 1 } }),
    ],
    [
      'whoever names the button cancels, whatever else is said',
      says('cancel the sending', atConfirm),
      opens({ dialog: 'cancel', what: 'handoff' }),
    ],
    ['editing is possible', clicks({ kind: 'edit' }, atConfirm), answers({ kind: 'edit' })],
    [
      'back asks for the address again',
      says('go back', atConfirm),
      opens({ dialog: 'handoff', draft: { name: 'Grace' } }),
    ],
    ['cancel cancels', says('never mind', atConfirm), opens({ dialog: 'cancel', what: 'handoff' })],
    ['a question interrupts', says('How do I turn off triggers?', atConfirm), opens({ dialog: 'answer' })],
    [
      'nonsense is asked about there',
      says('florp', atConfirm),
      opens({ dialog: 'handoff', draft: whole, invalid: { field: 'confirm', typed: 'florp', times: 1 } }),
    ],
    [
      'nonsense is counted',
      says('florp', { ...atConfirm, consecutiveFallbacks: 1 }),
      opens({ dialog: 'handoff', invalid: { field: 'confirm', typed: 'florp', times: 2 } }),
    ],
    [
      'an old "yes" asks again, and sends nothing by itself',
      clicks({ kind: 'yes' }, { unfinished: { handoff: whole } }),
      opens({ dialog: 'handoff', draft: whole }),
    ],
    [
      'an old "cancel" cancels',
      clicks({ kind: 'no' }, { unfinished: { handoff: whole } }),
      opens({ dialog: 'cancel', what: 'handoff' }),
    ],
  ])('%s', (_title, got, expected) => expect(got).toEqual(expected));
});

describe('while a choice is open', () => {
  test.each<[string, Route, unknown]>([
    ['none of these is handed on', says('neither', choosing), answers({ kind: 'none' })],
    ['a new question is answered', says('How do I turn off triggers?', choosing), opens({ dialog: 'answer' })],
    [
      'nonsense is asked about once more, with the same choices',
      says('florp', choosing),
      opens({ dialog: 'choose', intents: ['triggers', 'check:api-key'], again: true }),
    ],
    [
      'nonsense a second time is not asked about again',
      says('florp', { ...choosing, consecutiveFallbacks: 1 }),
      opens({ dialog: 'unknown' }),
    ],
    ['cancel drops the question', says('never mind', choosing), opens({ dialog: 'cancel', what: 'question' })],
  ])('%s', (_title, got, expected) => expect(got).toEqual(expected));
});

describe('back', () => {
  const first = { kind: 'article', article: 'triggers' } as const;
  const second = { kind: 'article', article: 'api-key' } as const;

  test.each<[string, Memory, Memory['places']]>([
    ['at the last place leads to the one before', { places: [first, second] }, [first]],
    ['beyond the last place leads to it', { places: [first, second], away: true }, [first, second]],
    ['at the beginning leads nowhere', {}, []],
  ])('%s', (_title, memory, places) => {
    expect(says('go back', memory)).toEqual(opens({ dialog: 'back', places }));
    expect(clicks({ kind: 'back' }, memory)).toEqual(opens({ dialog: 'back', places }));
  });
});

describe('an old button', () => {
  test.each<[string, Action, object]>([
    ['still opens its article', { kind: 'article', article: 'inbox' }, { dialog: 'answer', article: 'inbox' }],
    ['still opens its step', { kind: 'steps', article: 'inbox', step: 2 }, { dialog: 'steps', step: 2 }],
    ['still opens all the steps', { kind: 'all-steps', article: 'inbox' }, { dialog: 'all-steps' }],
    ['still opens its section', { kind: 'section', article: 'inbox', section: 1 }, { dialog: 'section', section: 1 }],
    ['still switches the language', { kind: 'language', language: 'de' }, { dialog: 'language', language: 'de' }],
    ['still lists the topics', { kind: 'help' }, { dialog: 'topics' }],
    ['still rates its article', { kind: 'helpful', article: 'inbox' }, { dialog: 'feedback', article: 'inbox' }],
    [
      'still gives its reason',
      { kind: 'reason', article: 'inbox', reason: 'unclear' },
      { dialog: 'feedback', said: 'unclear' },
    ],
    ['"edit" without a hand-off lists the topics', { kind: 'edit' }, { dialog: 'topics' }],
  ])('%s', (_title, action, start) => expect(clicks(action)).toEqual(opens(start)));
});
