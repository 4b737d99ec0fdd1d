import type { Case } from '../case.js';
import { type LetterRow, type LetterSection, type LetterWords, letterOf } from '../letter.js';

/** What a button of the card does; it travels through Teams and back. */
export const CARD_VERB = 'passerelle-case';
/** The field into which an answer is typed. */
export const ANSWER_FIELD = 'answer';

type Element = Readonly<Record<string, unknown>>;

/** How much of what was said is shown, in UTF-16 units: Teams refuses messages of more than about 28 KB. */
const LONGEST_TRANSCRIPT = 6000;
/** The longest line of anything else. */
const LONGEST_ROW = 1000;

/**
 * A case as an Adaptive Card for the team's channel: what is known, and buttons to claim, answer and close it. Words of
 * customers are text runs: they cannot become links or anything else.
 * @param notice something to tell whoever has just clicked
 * @param typed what stays in the field
 */
export function caseCard(handedOver: Case, isTest: boolean, say: LetterWords, notice?: string, typed = ''): Element {
  const { reference, answers = [], claimed, closedAt } = handedOver;
  const letter = letterOf(handedOver, 'opened', isTest, say);
  const transcript = letter.sections.find(({ title }) => title === say('transcript'));
  const facts = letter.sections.filter((section) => section !== transcript).slice(0, -1);
  const news: readonly LetterRow[] = [
    ...(claimed ? [{ text: say('claimed', { by: claimed.by }) }] : []),
    ...answers.map(({ by, via, text }) => ({ label: say('answered', { by: by ?? via ?? '?' }), text })),
    ...(closedAt ? [{ text: say('closed') }] : []),
    ...(notice === undefined ? [] : [{ text: notice }]),
  ];
  const button = (what: string, title: string): Element => ({
    ...{ type: 'Action.Execute', verb: CARD_VERB, title },
    data: { case: reference, what, seen: answers.length },
  });
  const answer: Element = {
    ...{ type: 'Input.Text', id: ANSWER_FIELD, isMultiline: true, maxLength: 8000, value: typed },
    label: say('cardAnswer'),
  };
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: plainTitle(letter.subject), weight: 'Bolder', size: 'Medium', wrap: true },
      ...facts.flatMap(sectionBlocks),
      ...(transcript ? transcriptBlocks(transcript, say) : []),
      ...news.map(rowBlock),
      ...(closedAt ? [] : [answer]),
    ],
    actions: closedAt
      ? []
      : [
          button('answer', say('cardSend')),
          ...(claimed ? [] : [button('claim', say('cardClaim'))]),
          button('close', say('cardClose')),
        ],
  };
}

/** The card that a probe keeps up to date: it stays one, however often it is probed. */
export function probeCard(synthetic: Case, say: LetterWords): Element {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [rowBlock({ text: `${say('test')} ${synthetic.at}` })],
  };
}

/** A title is Markdown: what the reference does not need is taken out of it. */
function plainTitle(subject: string): string {
  return subject
    .replace(/[*_~`<>()\\]/g, '')
    .replace(/^\[([^\]]*)\]/, '$1 ·')
    .replace(/[[\]]/g, '');
}

function sectionBlocks({ title, rows }: LetterSection): readonly Element[] {
  return [...(title === undefined ? [] : [rowBlock({ text: title })]), ...rows.map(rowBlock)];
}

function rowBlock({ label, text }: LetterRow): Element {
  const run = (words: string, more: Element = {}): Element => ({ type: 'TextRun', text: words, ...more });
  const words = text.slice(0, LONGEST_ROW);
  return {
    type: 'RichTextBlock',
    inlines: label === undefined ? [run(words)] : [run(`${label} `, { weight: 'Bolder' }), run(words)],
  };
}

/** What was said last, behind a button. */
function transcriptBlocks({ rows }: LetterSection, say: LetterWords): readonly Element[] {
  const last: LetterRow[] = [];
  let left = LONGEST_TRANSCRIPT;
  for (const row of [...rows].reverse()) {
    left -= Math.min(row.text.length, LONGEST_ROW);
    if (left < 0) break;
    last.unshift(row);
  }
  const toggle = { type: 'Action.ToggleVisibility', title: say('cardTranscript'), targetElements: ['transcript'] };
  return [
    { type: 'ActionSet', actions: [toggle] },
    { type: 'Container', id: 'transcript', isVisible: false, items: last.map(rowBlock) },
  ];
}
