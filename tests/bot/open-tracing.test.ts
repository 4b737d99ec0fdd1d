import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { App } from '../../src/bot/compose';
import type { Log } from '../../src/bot/log';
import { openTracing } from '../../src/bot/open-tracing';
import { turnLog } from '../../src/bot/turn/turn-log';
import { openSideDoor, type SideDoor } from '../../src/commands/open-side-door';
import { practiceKey } from '../../src/simulator/practice-keys';
import { openTestApp, startTalk } from '../converse';
import { contextOf, through } from './context-of';

const attribute = z.object({ key: z.string(), value: z.object({ stringValue: z.string().optional() }) });
const spanForm = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(attribute),
  events: z.array(z.unknown()).optional(),
  status: z.object({ code: z.number(), message: z.string().optional() }),
});
/** What a collector is posted, as OTLP puts it in JSON. */
const posted = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.object({ spans: z.array(spanForm) })),
    }),
  ),
});
type Span = z.infer<typeof spanForm>;

/** Somebody who collects traces, and what was sent there. */
async function openCollector(status = 200) {
  const bodies: string[] = [];
  const paths: (string | undefined)[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    paths.push(request.url);
    // Not chained: restify, once loaded by another file, returns nothing from writeHead.
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1/traces`,
    bodies,
    paths,
    spans: () =>
      bodies.flatMap((body) =>
        posted.parse(JSON.parse(body)).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((s) => s.spans)),
      ),
    resource: () => posted.parse(JSON.parse(bodies[0] ?? '')).resourceSpans[0]?.resource.attributes ?? [],
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function listening() {
  const entries: Readonly<Record<string, unknown>>[] = [];
  const note = (fields: Readonly<Record<string, unknown>>) => void entries.push(fields);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  return { log, entries };
}

const KEY = practiceKey('not-ready');
/** Nothing of this is anybody's business but the customer's and ours. */
const SAID = ['Ana', 'Ruiz', 'ana@acme.example', 'déclencheurs', 'sont-ils', 'Acme', KEY, 'conversation-', '/practice'];

describe('a customer who asks, has an account looked at, and gives a name', () => {
  let door: SideDoor;
  let collector: Awaited<ReturnType<typeof openCollector>>;
  let figures: string | undefined;
  const { log, entries } = listening();
  let spans: readonly Span[];
  beforeAll(async () => {
    collector = await openCollector();
    door = await openSideDoor();
    const app: App = await openTestApp(
      { publicUrl: door.url, tracesUrl: collector.url, metricsToken: 'x'.repeat(20) },
      { wait: async () => {} },
      log,
    );
    door.lead(app);
    const talk = startTalk(app, { name: 'Ana Ruiz' });
    await talk.say('je suis Ana Ruiz de Acme, ana@acme.example');
    await talk.say('mes déclencheurs sont-ils tous éteints ? vérifiez svp');
    await talk.say('oui');
    await talk.post({
      type: 'message',
      value: { passerelle: { kind: 'sign-in', check: 'triggers' }, site: 'practice', key: KEY },
    });
    await talk.say('quelle est la capitale du Pérou ?');
    const { verdict } = app.knowledgeService.understanding;
    app.knowledgeService.understanding.verdict = () => {
      throw new Error('je suis Ana Ruiz');
    };
    await talk.say('bonjour Acme');
    app.knowledgeService.understanding.verdict = verdict;
    figures = await app.metrics?.read();
    await app.close();
    await door.close();
    await collector.close();
    spans = collector.spans();
  });

  const isRoot = ({ parentSpanId }: Span) => !parentSpanId;
  const hasFailed = ({ status }: Span) => status.code === 2;
  const roots = () => spans.filter((span) => isRoot(span) && !hasFailed(span));
  const said = ({ attributes }: Span, name: string) =>
    attributes.find(({ key }) => key === `passerelle.${name}`)?.value.stringValue;

  test('each turn is one trace, with its phases below it in their order', () => {
    expect(roots().map(({ name }) => name)).toEqual(Array(5).fill('turn'));
    expect(new Set(roots().map(({ traceId }) => traceId)).size).toBe(5);
    for (const root of roots()) {
      const own = spans.filter(({ traceId, parentSpanId }) => traceId === root.traceId && parentSpanId === root.spanId);
      expect(own.map(({ name }) => name)).toEqual(['redact', 'queue', 'recall', 'judge', 'dialog', 'store', 'send']);
    }
  });

  test('the look is in its dialog, and the calls to the account are in the look', () => {
    const look = spans.filter(({ name }) => name === 'look');
    expect(look).toHaveLength(1);
    const calls = spans.filter(({ name }) => name === 'call');
    expect(calls.length).toBeGreaterThan(1);
    expect(new Set(calls.map(({ parentSpanId }) => parentSpanId))).toEqual(new Set([look[0]?.spanId]));
    const dialog = spans.find(({ spanId }) => spanId === look[0]?.parentSpanId);
    expect(dialog?.name).toBe('dialog');
  });

  test('a trace tells where its turn led, in words of ours', () => {
    expect(roots().map((root) => said(root, 'route'))).toEqual(expect.arrayContaining(['check', 'continue']));
    expect(roots().map((root) => said(root, 'channel'))).toEqual(Array(5).fill('emulator'));
    const last = roots().at(-1);
    expect(last && [said(last, 'verdict'), said(last, 'refusal')]).toEqual(['unknown', 'service']);
  });

  test('a turn that breaks is an error in its trace, without what the error says', () => {
    expect(spans.filter(hasFailed).map(({ name, status }) => [name, status])).toEqual([
      ['judge', { code: 2 }],
      ['turn', { code: 2 }],
    ]);
    const { trace_id, turn } = entries.find(({ event }) => event === 'turn failed') ?? {};
    const failed = spans.find((span) => isRoot(span) && hasFailed(span));
    expect(failed && [failed.traceId, said(failed, 'turn')]).toEqual([trace_id, turn]);
  });

  test('nothing of what was said, typed or read is in it, nor who it was', () => {
    const all = collector.bodies.join('\n');
    for (const words of SAID) expect(all).not.toContain(words);
    const names = new Set(spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
    expect([...names].sort()).toEqual(
      ['channel', 'refusal', 'route', 'turn', 'verdict'].map((name) => `passerelle.${name}`),
    );
    expect(spans.flatMap(({ events = [] }) => events)).toEqual([]);
    expect(collector.resource().map(({ key }) => key)).toEqual(['service.name', 'service.instance.id']);
    expect(new Set(collector.paths)).toEqual(new Set(['/v1/traces']));
  });

  test('a line of the log names its turn and its trace', () => {
    const turns = entries.filter(({ event }) => event === 'turn');
    expect(turns.map(({ trace_id }) => trace_id)).toEqual(roots().map(({ traceId }) => traceId));
    expect(turns.map(({ turn }) => turn)).toEqual(roots().map((root) => said(root, 'turn')));
  });

  test('the figures tell how long each phase took, what was found and why there was no answer', () => {
    const count = (phase: string) => `passerelle_phase_seconds_count{phase="${phase}"} `;
    for (const phase of ['redact', 'queue', 'recall', 'judge']) expect(figures).toContain(`${count(phase)}6\n`);
    for (const phase of ['dialog', 'store', 'send']) expect(figures).toContain(`${count(phase)}5\n`);
    expect(figures).toContain(`${count('look')}1\n`);
    expect(figures).toMatch(/^passerelle_phase_seconds_count\{phase="call"\} [2-9]/m);
    expect(figures).toContain('passerelle_findings_total{check="triggers",kind="problem"} 1\n');
    expect(figures).toContain('passerelle_refusals_total{refusal="nothing-known"} 1\n');
    for (const words of SAID) expect(figures).not.toContain(words);
  });
});

test('a collector that takes nothing spoils no turn, and the log says so once', async () => {
  const collector = await openCollector(400);
  const { log, entries } = listening();
  const { middleware, close } = openTracing(collector.url, log.warn);
  let turns = 0;
  for (let i = 0; i < 3; i++) await through(middleware, contextOf({}), async () => void turns++);
  await close();
  await collector.close();
  expect(turns).toBe(3);
  expect(entries).toEqual([{ event: 'traces not taken' }]);
});

test('without a collector in the settings nothing of OpenTelemetry’s is loaded, and lines of a turn name it all the same', async () => {
  jest.resetModules();
  const loaded = jest.fn();
  jest.doMock('../../src/bot/open-tracing', () => loaded());
  const { openWatching } = await import('../../src/bot/open-watching.js');
  const { log, entries } = listening();
  const off = await openWatching({}, log, () => 0);
  expect(loaded).not.toHaveBeenCalled();
  expect(off.middleware).toEqual([]);
  expect(off.log).toBe(log);
  const work = async () => 'done';
  expect(await off.timed('judge', work)).toBe('done');

  turnLog(log, contextOf({})).info({ event: 'turn' });
  expect(entries).toEqual([{ event: 'turn', turn: expect.stringMatching(/^[\da-f]{16}$/) }]);
});
