import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  isSpanContextValid,
  type Span,
  type Tracer,
  type Context,
  type SpanContext,
} from '@opentelemetry/api';
import { AlwaysOffSampler, AlwaysOnSampler, ParentBasedSampler, TraceIdRatioBasedSampler, type Sampler } from '@opentelemetry/sdk-trace';
import type { TelemetrySettings } from '../../config/telemetry';
import type { OpenSpan } from '../telemetry';

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

/** W3C Trace Context, 3.2.2: version, trace, parent, flags; a later version may say more. */
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.{0,200})?$/;

/** The context of a request that names its trace; a new one where it names none. */
export function contextOf(traceparent: string | undefined): Context {
  const [, version, traceId = '', spanId = '', flags = '0', more] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const parent: SpanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  const isRead = isSpanContextValid(parent) && (version !== '00' || more === undefined);
  return isRead ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}

const traceparentOf = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
