import type { Case, CaseFinding, Look } from './case.js';
import type { CaseEvent } from './destination.js';
import { channelOf } from './packet.js';

/** What the team is told about a case, by headings: drawn as text, HTML or a card. */
export interface Letter {
  /** In one line: the reference, and what it is about. */
  readonly subject: string;
  readonly sections: readonly LetterSection[];
}

/** A part of a letter: rows under a title. */
export interface LetterSection {
  readonly title?: string;
  readonly rows: readonly LetterRow[];
}

/** `label`: who said it, or what it is; absent for plain sentences. */
export interface LetterRow {
  readonly label?: string;
  readonly text: string;
}

export const LETTER_KEYS = [
  'request',
  'customer',
  'language',
  'channel',
  'question',
  'article',
  'steps',
  'stepsDone',
  'findings',
  'before',
  'ok',
  'problem',
  'unknown',
  'transcript',
  'fromCustomer',
  'fromAssistant',
  'howToAnswer',
  'answered',
  'claimed',
  'closed',
  'test',
  'cardClaim',
  'cardAnswer',
  'cardSend',
  'cardClose',
  'cardTranscript',
  'cardMeanwhile',
  'cardUnreachable',
  'cardEmpty',
  'cardSecret',
  'cardFull',
] as const;
type LetterKey = (typeof LETTER_KEYS)[number];

/** Says a sentence to the team, in its language. */
export type LetterWords = (key: LetterKey, values?: Readonly<Record<string, string | number>>) => string;

/** Longer, a subject is cut by whoever shows it. */
const LONGEST_SUBJECT = 100;

/** The case as it was handed over, or what became of it. */
export function letterOf(handedOver: Case, event: CaseEvent, isTest: boolean, say: LetterWords): Letter {
  const subject = subjectOf(handedOver, say);
  const test: readonly LetterSection[] = isTest ? [{ rows: [{ text: say('test') }] }] : [];
  if (event === 'opened') return { subject, sections: [...test, ...whole(handedOver, say)] };
  return { subject, sections: [...test, { rows: news(handedOver, event, say) }] };
}

function subjectOf({ reference, title, question }: Case, say: LetterWords): string {
  const about = (title ?? question ?? say('request')).replace(/\s+/g, ' ');
  return `[${reference}] ${[...about].slice(0, LONGEST_SUBJECT).join('')}`;
}

function news(
  { answers = [], claimed }: Case,
  event: Exclude<CaseEvent, 'opened'>,
  say: LetterWords,
): readonly LetterRow[] {
  const last = answers.at(-1);
  switch (event) {
    case 'claimed':
      return [{ text: say('claimed', { by: claimed?.by ?? '?' }) }];
    case 'answered':
      return [{ text: say('answered', { by: last?.by ?? last?.via ?? '?' }) }, { text: last?.text ?? '' }];
    case 'closed':
      return [{ text: say('closed') }];
  }
}

function whole(handedOver: Case, say: LetterWords): readonly LetterSection[] {
  const {
    reference,
    name,
    email,
    language,
    conversation,
    question,
    title,
    steps,
    findings = [],
    transcript,
  } = handedOver;
  const facts: readonly LetterRow[] = [
    { label: say('customer'), text: `${name} <${email}>` },
    { label: say('language'), text: language },
    { label: say('channel'), text: channelOf(conversation) },
    ...(question === undefined ? [] : [{ label: say('question'), text: question }]),
    ...(title === undefined ? [] : [{ label: say('article'), text: title }]),
    ...(steps === undefined ? [] : [{ label: say('steps'), text: say('stepsDone', steps) }]),
  ];
  const speaker = { customer: say('fromCustomer'), assistant: say('fromAssistant'), note: '…' };
  return [
    { rows: facts },
    ...(findings.length > 0
      ? [{ title: say('findings'), rows: findings.flatMap((each) => findingRows(each, say)) }]
      : []),
    { title: say('transcript'), rows: transcript.map(({ from, text }) => ({ label: speaker[from], text })) },
    { rows: [{ text: say('howToAnswer', { reference }) }] },
  ];
}

function findingRows({ check, before, now }: CaseFinding, say: LetterWords): readonly LetterRow[] {
  return [
    ...(before ? [{ label: `${check}, ${say('before')}`, text: lookText(before, say) }] : []),
    { label: check, text: lookText(now, say) },
  ];
}

/** An OK without a time would still be read as one tomorrow. */
function lookText({ kind, at, problems }: Look, say: LetterWords): string {
  return [`${say(kind)} (${at})`, ...problems].join('\n');
}
