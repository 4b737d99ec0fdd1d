import { html } from '../../http/html.js';
import { daysOf } from '../../insights/days.js';
import type { DayCount, LatencyCount } from '../../insights/insights.js';
import { OUTCOMES } from '../../insights/logbook.js';
import { periodOf } from '../period.js';
import type { View } from '../view.js';
import { chart } from './chart.js';
import { periodLinks } from './period-links.js';
import { table } from './table.js';

/** What customers asked and what came of it: today, and day by day. Outcomes stand beside each other and are never added up. */
export const todayView: View = {
  name: 'today',
  label: (t) => t('today.label'),
  role: 'reader',
  async show(request, office) {
    const { t, query } = request;
    const period = periodOf(query, office.now());
    const { counts, latencies } = await office.insights.days(period);
    const days = daysOf(period).map(([day]) => day);
    const asked = counts.filter(({ isQuestion }) => isQuestion);
    const [askedOn, latenciesOn] = [byDay(asked), byDay(latencies)];
    const rows = days.map((day) => {
      const ofDay = askedOn(day);
      const outcomes = OUTCOMES.map((outcome) => sum(ofDay.filter((count) => count.outcome === outcome)));
      return { day, questions: sum(ofDay), outcomes, slow: percentile(latenciesOn(day)) };
    });
    const head = [
      t('today.day'),
      t('today.questions'),
      ...OUTCOMES.map((outcome) => t(`outcome.${outcome}`)),
      t('today.latency'),
    ];
    if (query.get('format') === 'csv') {
      const cells = rows.map(({ day, questions, outcomes, slow }) => [day, questions, ...outcomes, slow ?? '']);
      return { kind: 'table', name: `days-${period.days}`, rows: [head, ...cells] };
    }
    const now = rows.at(-1);
    const byOutcome = OUTCOMES.map((outcome, at) => ({
      label: t(`outcome.${outcome}`),
      values: rows.map(({ outcomes }) => outcomes[at] ?? 0),
    }));
    const series = (key: 'language' | 'channel') =>
      [...new Set(asked.map((count) => count[key]))].sort().map((name) => ({
        label: name === '' ? t('today.unknown') : name,
        values: days.map((day) => sum(askedOn(day).filter((count) => count[key] === name))),
      }));
    const figures = [
      [t('today.questions'), now?.questions ?? 0],
      ...OUTCOMES.map((outcome, at) => [t(`outcome.${outcome}`), now?.outcomes[at] ?? 0] as const),
    ] as const;
    const slow = rows.map((row) => row.slow ?? 0);
    const content = html`<h2>${t('today.today')}</h2>
<dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p class="quiet">${t('today.outcomes')}</p>
<h2>${t('today.trend')}</h2>${periodLinks(request, 'today', period.days)}
${chart(t('today.chartOutcomes'), t('today.day'), days, byOutcome)}
${chart(t('today.chartLanguages'), t('today.day'), days, series('language'))}
${chart(t('today.chartChannels'), t('today.day'), days, series('channel'))}
${chart(t('today.chartLatency'), t('today.day'), days, [{ label: t('today.latency'), values: slow }])}
<details><summary>${t('today.numbers')}</summary>${table(
      t('today.numbers'),
      head,
      rows.toReversed().map(({ day, questions, outcomes, slow }) => [day, questions, ...outcomes, slow ?? '–']),
    )}</details>`;
    return { kind: 'page', title: t('today.title'), content };
  },
};

const sum = (counts: readonly Pick<DayCount, 'turns'>[]) => counts.reduce((all, { turns }) => all + turns, 0);

function byDay<Count extends { readonly day: string }>(counts: readonly Count[]): (day: string) => readonly Count[] {
  const days = new Map<string, Count[]>();
  for (const count of counts) {
    const held = days.get(count.day);
    if (held) held.push(count);
    else days.set(count.day, [count]);
  }
  return (day) => days.get(day) ?? [];
}

/** The bound that 95 in 100 turns kept, in milliseconds; nothing where there was none, or where no bound held. */
function percentile(latencies: readonly LatencyCount[]): number | undefined {
  const all = sum(latencies);
  let seen = 0;
  for (const { atMost, turns } of latencies.toSorted((a, b) => a.atMost - b.atMost)) {
    seen += turns;
    if (seen >= all * 0.95) return Number.isFinite(atMost) ? atMost : undefined;
  }
  return undefined;
}
