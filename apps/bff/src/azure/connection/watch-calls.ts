import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { Problem } from '../../problem';
import type { WatchExchange } from '../../session/on-behalf-of';
import type { OpenSpan, Telemetry } from '../../telemetry/telemetry';
import { operationOf } from './azure-operation';

type Outcome = 'answered' | 'refused' | 'throttled' | 'failed' | 'lost';

function outcomeOf(status: number | undefined): Outcome {
  if (status === undefined) return 'lost';
  if (status === 429) return 'throttled';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'answered';
}

/** Tells of the calls of one request, each attempt as a span of that request's. */
export class WatchedCalls {
  readonly #telemetry: Telemetry;
  readonly #span: OpenSpan;
  readonly #correlationId: string;
  readonly #sent = new WeakMap<object, number>();
  readonly #attempts = new WeakMap<PipelineRequest['headers'], number>();

  constructor(telemetry: Telemetry, span: OpenSpan, correlationId: string) {
    this.#telemetry = telemetry;
    this.#span = span;
    this.#correlationId = correlationId;
  }

  /** Stands before whatever shares calls, and counts the attempts of each: they have the signal of its deadline in common. */
  before(inner: HttpClient): HttpClient {
    return {
      sendRequest: (request) => {
        if (request.abortSignal) {
          const attempt = (this.#sent.get(request.abortSignal) ?? 0) + 1;
          this.#sent.set(request.abortSignal, attempt);
          this.#attempts.set(request.headers, attempt);
        }
        return inner.sendRequest(request);
      },
    };
  }

  /** Tells of what really leaves, and lets Azure know the trace. */
  through(inner: HttpClient): HttpClient {
    return {
      sendRequest: async (request) => {
        const { service, provider, template } = operationOf(request.url);
        const started = performance.now();
        const span = this.#span.ask(`${request.method} ${template}`, {
          'tresor.azure.service': service,
          'http.request.method': request.method,
          'url.template': template,
          'tresor.azure.attempt': this.#attempts.get(request.headers) ?? 1,
          'tresor.correlation_id': this.#correlationId,
          // A query may sign the address: who has it then reads what is there.
          ...(this.#telemetry.namesToo && { 'url.full': request.url.split('?', 1)[0] }),
        });
        if (span.traceparent !== undefined) request.headers.set('traceparent', span.traceparent);
        let response: PipelineResponse | undefined;
        try {
          response = await inner.sendRequest(request);
          return response;
        } finally {
          this.#record(span, { service, provider, method: request.method }, started, response?.status);
        }
      },
    };
  }

  /** Tells of an exchange of the person's token for one of Azure's, which the sign-in service is asked for. */
  readonly exchange: WatchExchange = async (exchange) => {
    const span = this.#span.ask('POST token', { 'tresor.azure.service': 'sign-in', 'tresor.correlation_id': this.#correlationId });
    try {
      const token = await exchange();
      span.end({ outcome: 'answered' }, false);
      return token;
    } catch (error) {
      const isLost = error instanceof Problem && error.code === 'sign-in-service-unavailable';
      span.end({ outcome: isLost ? 'lost' : 'refused' }, isLost);
      throw error;
    }
  };

  #record(
    span: OpenSpan,
    { service, provider, method }: { service: string; provider: string; method: string },
    started: number,
    status: number | undefined,
  ): void {
    const outcome = outcomeOf(status);
    const where = { 'tresor.azure.service': service, 'tresor.azure.provider': provider };
    this.#telemetry.record('tresor.azure.call.duration', (performance.now() - started) / 1000, {
      ...where,
      'http.request.method': method,
      outcome,
    });
    if (outcome === 'throttled') this.#telemetry.count('tresor.azure.throttles', where);
    span.end({ outcome, ...(status !== undefined && { 'http.response.status_code': status }) }, outcome === 'failed' || outcome === 'lost');
  }
}
