import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Middleware } from 'botbuilder';
import { changedLog, type Log } from './log.js';
import type { Timed } from './phases.js';
import { loggedChannel } from './turn/conversation-key.js';
import { recordOf } from './turn/turn-record.js';

/** For how long a stop waits for what has not been sent yet, in milliseconds. */
const LONGEST_FLUSH = 1000;

/** Turns as traces: each is one, with a span for each of its phases. No utterance, name, key or address is in them. */
export interface Tracing {
  /** Begins the trace of a turn; it stands before all other middleware. */
  readonly middleware: Middleware;
  readonly timed: Timed;
  /** A log whose entries name the trace that they belong to. */
  telling(log: Log): Log;
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
}

/** Where in which trace a promise goes on. */
interface Place {
  readonly root: Span;
  readonly span: Span;
}

/**
 * Sends turns to whoever collects traces, over OTLP/HTTP in JSON. How many, under which name and with which headers is for
 * OpenTelemetry's own settings (`OTEL_TRACES_SAMPLER`, `OTEL_SERVICE_NAME`, `OTEL_EXPORTER_OTLP_HEADERS` …).
 * @param url where spans are posted to: `http://collector:4318/v1/traces`
 * @param warn told when they are not taken any more, and when they are again; never their address
 */
export function openTracing(url: string, warn: Log['warn']): Tracing {
  const ours = resourceFromAttributes({ 'service.name': 'passerelle', 'service.instance.id': randomUUID() });
  const provider = new BasicTracerProvider({
    resource: ours.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(warning(new OTLPTraceExporter({ url }), warn))],
  });
  const tracer = provider.getTracer('passerelle');
  // A turn goes through the SDK's dialogs and undici, to which nothing can be given along. It costs only where traces are wanted.
  const places = new AsyncLocalStorage<Place>();

  const within = async <Result>(place: Place, work: () => Result | Promise<Result>): Promise<Result> => {
    try {
      return await places.run(place, work);
    } catch (error) {
      // Its message may hold what a customer typed.
      place.span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      place.span.end();
    }
  };
  return {
    middleware: {
      onTurn(context, next) {
        const attributes = {
          'passerelle.turn': recordOf(context).id,
          'passerelle.channel': loggedChannel(context.activity.channelId),
        };
        const root = tracer.startSpan('turn', { root: true, kind: SpanKind.SERVER, attributes });
        return within({ root, span: root }, next);
      },
    },
    timed(phase, work) {
      const place = places.getStore();
      if (!place) return work();
      const kind = phase === 'call' ? SpanKind.CLIENT : SpanKind.INTERNAL;
      const span = tracer.startSpan(phase, { kind }, trace.setSpan(ROOT_CONTEXT, place.span));
      return within({ root: place.root, span }, work);
    },
    telling: (log) =>
      changedLog(log, (fields) => {
        const root = places.getStore()?.root;
        if (!root) return fields;
        if (fields.event === 'turn failed') root.setStatus({ code: SpanStatusCode.ERROR });
        if (fields.event === 'turn')
          for (const name of ['route', 'verdict', 'refusal'] as const)
            if (typeof fields[name] === 'string') root.setAttribute(`passerelle.${name}`, fields[name]);
        return { ...fields, trace_id: root.spanContext().traceId };
      }),
    close: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_FLUSH).unref());
      await Promise.race([provider.shutdown().catch(() => {}), late]);
    },
  };
}

/** Tells once when spans are not taken any more, and once when they are again. */
function warning(exporter: SpanExporter, warn: Log['warn']): SpanExporter {
  let isDown = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const failed = result.code !== 0;
        if (failed !== isDown) warn({ event: failed ? 'traces not taken' : 'traces taken again' });
        isDown = failed;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
