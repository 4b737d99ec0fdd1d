import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { openMetrics } from '../../src/bot/metrics';

const root = join(__dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const dashboard = z
  .object({
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        datasource: z.object({ type: z.literal('prometheus'), uid: z.string() }),
        gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
        targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })).min(1),
      }),
    ),
  })
  .parse(JSON.parse(read('deploy', 'grafana', 'dashboards', 'passerelle.json')));
const queries = dashboard.panels.flatMap(({ targets }) => targets);

/** Every figure that there is, with the labels that it has. */
async function figures(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const metrics = openMetrics(() => 0);
  metrics.watch({
    sockets: () => 1,
    due: async () => ({ count: 0, oldestSeconds: 0 }),
    handoffs: async () => [{ id: 'crm', waiting: 0, givenUp: 0 }],
    connections: () => ({ busy: 0, idle: 0, waiting: 0 }),
  });
  const nothing = { debug() {}, info() {}, warn() {}, error() {} };
  const turn = { event: 'turn', route: 'answer', verdict: 'answer', refusal: 'service', findings: { triggers: 'ok' } };
  metrics.counting(nothing).info(turn);
  await metrics.timed('judge', () => {});
  const { middleware } = metrics;
  await Reflect.apply(middleware.onTurn, middleware, [{ activity: { channelId: 'msteams' } }, async () => {}]);
  const found = new Map<string, Set<string>>();
  for (const [, name = '', labels = ''] of (await metrics.read()).matchAll(/^([a-z]\w*)(?:\{(.*)\})? /gm)) {
    const known = found.get(name) ?? new Set(['job', 'instance']);
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known.add(label);
    found.set(name, known);
  }
  return found;
}

const NAME = /\b(?:passerelle|nodejs|process)_\w+/g;
const namesIn = (text: string) => [...text.matchAll(NAME)].map(([name]) => name);

test('every figure that the dashboard shows is one that is told, by labels that it has', async () => {
  const told = await figures();
  expect(queries.length).toBeGreaterThan(15);
  for (const { expr, legendFormat } of queries) {
    const [name = '', ...others] = namesIn(expr);
    expect({ expr, told: told.has(name), others }).toEqual({ expr, told: true, others: [] });
    const [, by = ''] = /\bby \(([^)]*)\)/.exec(expr) ?? [];
    const inBraces = [...expr.matchAll(/(\w+)(?:=~|!=|=)"/g)].map(([, label]) => label);
    const inLegend = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label);
    const labels = [...by.split(/,\s*/).filter(Boolean), ...inBraces, ...inLegend];
    expect({ expr, unknown: labels.filter((label) => !told.get(name)?.has(label ?? '')) }).toEqual({
      expr,
      unknown: [],
    });
  }
});

test('every figure of ours is shown, and the page for operators names each', async () => {
  const base = (name: string) => name.replace(/_(?:bucket|sum|count)$/, '');
  const ours = new Set([...(await figures()).keys()].filter((name) => name.startsWith('passerelle_')).map(base));
  const shown = new Set(queries.flatMap(({ expr }) => namesIn(expr)).map(base));
  expect([...ours].filter((name) => !shown.has(name))).toEqual([]);
  const page = namesIn(read('docs', 'operating.md'));
  expect([...ours].filter((name) => !page.includes(name))).toEqual([]);
  expect(page.filter((name) => name.startsWith('passerelle_') && !ours.has(name))).toEqual([]);
});

test('events that the dashboard and the page for operators name are logged under these names', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read('src', file))
    .join('\n');
  const [, names = ''] = queries.map(({ expr }) => /event=~"([^"]*)"/.exec(expr)).find(Boolean) ?? [];
  expect(names.split('|').length).toBeGreaterThan(5);
  for (const name of names.split('|')) expect([name, sources.includes(`'${name}'`)]).toEqual([name, true]);
});

test('panels stand beside each other, and each has a name and a number of its own', () => {
  const { panels } = dashboard;
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
  expect(new Set(panels.map(({ gridPos: { x, y } }) => `${x} ${y}`)).size).toBe(panels.length);
});

test('Grafana finds the figures where Prometheus is, and the dashboard where compose puts it', () => {
  const { datasources } = parse(read('deploy', 'grafana', 'provisioning', 'datasources', 'prometheus.yml'));
  expect(new Set(dashboard.panels.map(({ datasource }) => datasource.uid))).toEqual(new Set([datasources[0].uid]));
  const { services } = parse(read('deploy', 'compose.yaml'), { merge: true });
  expect(Object.keys(services)).toContain(new URL(datasources[0].url).hostname);
  const { providers } = parse(read('deploy', 'grafana', 'provisioning', 'dashboards', 'passerelle.yml'));
  expect(services.grafana.volumes).toContain(`./grafana/dashboards:${providers[0].options.path}:ro`);
  expect(services.grafana.environment.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH).toBe(
    `${providers[0].options.path}/passerelle.json`,
  );
});
