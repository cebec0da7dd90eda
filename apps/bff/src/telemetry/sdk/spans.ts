import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api';
import { AlwaysOffSampler, AlwaysOnSampler, ParentBasedSampler, TraceIdRatioBasedSampler, type Sampler } from '@opentelemetry/sdk-trace';
import type { TelemetrySettings } from '../../config/telemetry';
import type { OpenSpan } from '../telemetry';
import { traceparentOf } from './trace-context';

type Sampling = Pick<NonNullable<TelemetrySettings['traces']>, 'sampler' | 'ratio'>;

/** What is kept is decided here, by the trace: anybody may send a request, and whether to keep it is not theirs to say. */
export function samplerOf({ sampler, ratio }: Sampling): Sampler {
  const root = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  }[sampler]();
  return new ParentBasedSampler({ root, remoteParentSampled: root, remoteParentNotSampled: root });
}

/** A span of the SDK as those see it who work under it. */
export function openSpan(tracer: Tracer, span: Span): OpenSpan {
  return {
    traceparent: traceparentOf(span.spanContext()),
    ask: (name, attributes) =>
      openSpan(tracer, tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, trace.setSpan(ROOT_CONTEXT, span))),
    end(attributes, isFailure) {
      span.setAttributes(attributes);
      if (isFailure) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** Where no traces are made. */
export const NO_SPAN: OpenSpan = { traceparent: undefined, ask: () => NO_SPAN, end: () => undefined };
