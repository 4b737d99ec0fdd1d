import uPlot from 'uplot';

interface ChartData {
  /** What a day is called. */
  readonly day: string;
  readonly days: readonly string[];
  readonly series: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** Told apart by their lightness, too, and by their dashes: in both schemes, and by whoever sees no red or no green. */
const LINES = [
  { light: '#1d4ed8', dark: '#9db8ff', dash: [] },
  { light: '#0a6b2d', dark: '#6fd08c', dash: [8, 4] },
  { light: '#6b6b6b', dark: '#b8b8b8', dash: [2, 3] },
  { light: '#7a5200', dark: '#f0c060', dash: [12, 3, 2, 3] },
  { light: '#a11', dark: '#ff9a8f', dash: [5, 2] },
] as const;
const HEIGHT = 220;

/** Draws the charts of a page, anew when its width or the colour scheme changes. */
export function drawCharts(page: Document): void {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  for (const figure of page.querySelectorAll<HTMLElement>('[data-chart]')) {
    const data: ChartData = JSON.parse(figure.dataset.chart ?? '{"day":"","days":[],"series":[]}');
    let drawn: uPlot | undefined;
    const draw = () => {
      drawn?.destroy();
      drawn = drawChart(figure, data, scheme.matches);
    };
    draw();
    scheme.addEventListener('change', draw);
    new ResizeObserver(() => drawn?.setSize({ width: figure.clientWidth, height: HEIGHT })).observe(figure);
  }
}

function drawChart(figure: HTMLElement, { day, days, series }: ChartData, isDark: boolean): uPlot {
  const text = getComputedStyle(figure).color;
  const axis = {
    stroke: text,
    grid: { stroke: isDark ? '#fff2' : '#0002' },
    ticks: { stroke: isDark ? '#fff2' : '#0002' },
  };
  const shown = new Intl.DateTimeFormat(document.documentElement.lang, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const dayOf = (seconds: number) => shown.format(new Date(seconds * 1000));
  const lines = series.map(({ label }, at): uPlot.Series => {
    const { light, dark, dash } = LINES[at % LINES.length] ?? LINES[0];
    return { label, stroke: isDark ? dark : light, width: 2, dash: [...dash] };
  });
  const options: uPlot.Options = {
    width: figure.clientWidth,
    height: HEIGHT,
    series: [{ label: day, value: (_, seconds) => (seconds === null ? '–' : dayOf(seconds)) }, ...lines],
    scales: { y: { range: (_, _low, high) => [0, Math.max(1, high * 1.1)] } },
    axes: [{ ...axis, values: (_, at) => at.map(dayOf) }, axis],
  };
  const times = days.map((day) => Date.parse(`${day}T00:00:00Z`) / 1000);
  return new uPlot(options, [times, ...series.map(({ values }) => [...values])], figure);
}
