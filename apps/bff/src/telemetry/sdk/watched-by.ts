import { createNoopMeter, SpanKind } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader, type PushMetricExporter } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace';
import { randomUUID } from 'node:crypto';
import type { TelemetrySettings } from '../../config/telemetry';
import { pause } from '../../pause';
import type { Telemetry } from '../telemetry';
import { Instruments } from './instruments';
import { contextOf, NO_SPAN, openSpan, samplerOf } from './spans';

/** `ExportResultCode.SUCCESS` of the SDK. */
const SUCCESS = 0;

interface Exporter<Items> {
  export(items: Items, done: (result: { code: number; error?: Error }) => void): void;
}

/** The same exporter, whose failures are told: the SDK itself drops what could not be sent without a word. */
function reporting<Items, One extends Exporter<Items>>(exporter: One, report: () => void): One {
  return new Proxy(exporter, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name !== 'export') return member.bind(target);
      return (items: Items, done: (result: { code: number; error?: Error }) => void) =>
        target.export(items, (result) => {
          if (result.code !== SUCCESS) report();
          done(result);
        });
    },
  });
}

export interface Exporters {
  spans?: SpanExporter;
  metrics?: PushMetricExporter;
}

const SCOPE = 'tresor';
const MOST_IN_BATCH = 512;
const LONGEST_VALUE = 256;

/**
 * The official SDK behind our few words, without anything of it that is global or detects where it runs. Whatever it sends waits in
 * bounded queues and never holds up who is served.
 */
export function watchedBy(settings: TelemetrySettings, exporters: Exporters, report: () => void): Telemetry {
  const resource = resourceFromAttributes({ 'service.instance.id': randomUUID(), ...settings.resource });
  const tracers = settings.traces && exporters.spans && tracersOf(settings.traces, reporting(exporters.spans, report));
  const meters = settings.metrics && exporters.metrics && metersOf(settings.metrics, reporting(exporters.metrics, report));
  const tracer = tracers?.getTracer(SCOPE);
  const instruments = new Instruments(meters?.getMeter(SCOPE) ?? createNoopMeter());

  function tracersOf({ everyMs, mostWaiting, timeoutMs, ...sampling }: NonNullable<TelemetrySettings['traces']>, exporter: SpanExporter) {
    const processor = new BatchSpanProcessor({
      exporter,
      scheduledDelayMillis: everyMs,
      maxQueueSize: mostWaiting,
      maxExportBatchSize: Math.min(MOST_IN_BATCH, mostWaiting),
      exportTimeoutMillis: timeoutMs,
    });
    const spanLimits = { attributeValueLengthLimit: LONGEST_VALUE };
    return new TracerProvider({ resource, sampler: samplerOf(sampling), spanLimits, spanProcessors: [processor] });
  }

  function metersOf({ everyMs, timeoutMs }: NonNullable<TelemetrySettings['metrics']>, exporter: PushMetricExporter) {
    const exportTimeoutMillis = Math.min(timeoutMs, everyMs);
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: everyMs, exportTimeoutMillis });
    return new MeterProvider({ resource, readers: [reader] });
  }

  return {
    namesToo: settings.namesToo,
    openRequest: (name, traceparent, attributes) =>
      tracer ? openSpan(tracer, tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, contextOf(traceparent))) : NO_SPAN,
    count: (name, attributes, by = 1) => instruments.count(name, attributes, by),
    record: (name, seconds, attributes) => instruments.record(name, seconds, attributes),
    watch: (name, look) => instruments.watch(name, look),
    async stop(longestMs) {
      const waited = new AbortController();
      const sent = Promise.all([tracers?.shutdown(), meters?.shutdown()]).catch(report);
      await Promise.race([sent, pause(longestMs, waited.signal)]);
      waited.abort();
    },
  };
}
