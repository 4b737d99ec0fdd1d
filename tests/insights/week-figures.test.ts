import { openQuestionGroups } from '../../src/insights/group-questions';
import type { ArticleUse, DayCount } from '../../src/insights/insights';
import { weekBefore, weekFigures } from '../../src/insights/week-figures';

test.each([
  ['2026-11-23T00:00:00Z', '2026-11-16'],
  ['2026-11-28T12:00:00Z', '2026-11-16'],
  ['2026-11-29T23:59:59Z', '2026-11-16'],
  ['2026-11-30T06:00:00Z', '2026-11-23'],
  ['2027-01-01T00:00:00Z', '2026-12-21'],
])('at %s the last whole week began on Monday, %s', (now, monday) => {
  const { from, to } = weekBefore(new Date(now));
  expect(from).toBe(`${monday}T00:00:00.000Z`);
  expect(Date.parse(to) - Date.parse(from)).toBe(7 * 86_400_000);
});

test('a week tells outcomes beside each other and beside those of the week before, what nobody answered and what failed', async () => {
  const week = { from: '2026-11-16T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' };
  const day = (more: Partial<DayCount>): DayCount => ({
    ...{ day: '2026-11-17', language: 'fr', channel: 'web', outcome: 'silent', isQuestion: true, turns: 1 },
    ...more,
  });
  const use = (article: string, failed: number, unhelpful: number): ArticleUse => ({
    ...{ article, language: 'fr', shown: 9, helpful: 1, unhelpful },
    outcomes: { verified: 0, confirmed: 1, silent: 5, 'handed-off': 0, failed },
  });
  const groups = openQuestionGroups((text) => text.split(' '));
  groups.add([
    {
      id: 1,
      at: '',
      text: 'fax aunt',
      language: 'fr',
      channel: 'web',
      refusal: undefined,
      task: undefined,
      intent: undefined,
      confidence: 0,
    },
  ]);
  const figures = await weekFigures(
    {
      days: async ({ from }) => ({
        counts:
          from === week.from
            ? [day({ turns: 4 }), day({ outcome: 'verified', language: 'en' }), day({ isQuestion: false, turns: 50 })]
            : [day({ turns: 2, outcome: 'failed' })],
        latencies: [],
      }),
      articles: async () => [use('inbox', 0, 0), use('agents', 1, 0), use('triggers', 2, 1)],
    },
    groups.list(),
    week,
  );
  expect(figures).toMatchObject({
    ...{ questions: 5, outcomes: { verified: 1, confirmed: 0, silent: 4, 'handed-off': 0, failed: 0 } },
    ...{ languages: { fr: 4, en: 1 }, channels: { web: 5 }, before: { questions: 2, outcomes: { failed: 2 } } },
    unanswered: [{ text: 'fax aunt', language: 'fr', times: 1 }],
  });
  expect(figures.failing.map(({ article }) => article)).toEqual(['triggers', 'agents']);
});
