import { isRestError, type HttpClient, type PipelineRequest, type PipelineResponse } from '@azure/core-rest-pipeline';
import { circuitBreaker, ConsecutiveBreaker, handleWhen, isBrokenCircuitError, type CircuitBreakerPolicy } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { isRead } from './read-request';
import { subscriptionOf } from './subscription-lanes';
import { UpstreamFailure } from './upstream-failure';

/** Three calls of three tries each and one more, with no answer among them. */
const FAILURES = 10;
const OPEN_MS = 15_000;

interface Breaker {
  circuit: CircuitBreakerPolicy;
  /** On the monotonic clock. */
  opened: number;
}

/** Says that a service is not there. A 500 does not: it is an answer, and may be the fault of one resource. */
const NOT_THERE: ReadonlySet<unknown> = new Set([502, 503, 504]);

const isNotThere = (result: unknown) => typeof result === 'object' && result !== null && 'status' in result && NOT_THERE.has(result.status);

const isLost = (error: unknown) => isRestError(error) || (error instanceof UpstreamFailure && error.kind !== 'unreadable');

const noAnswer = handleWhen(isLost).orWhenResult(isNotThere);

/**
 * One circuit for each service in each subscription. A service that does not answer there is left alone for a while, then asked by one
 * call alone; everything else goes on meanwhile.
 */
export class Breakers {
  readonly #breakers = new LRUCache<string, Breaker>({ max: 5_000 });

  through(inner: HttpClient): HttpClient {
    return { sendRequest: (request) => this.#send(inner, request) };
  }

  async #send(inner: HttpClient, request: PipelineRequest): Promise<PipelineResponse> {
    const key = keyOf(request.url);
    const breaker = this.#breaker(key);
    try {
      return await breaker.circuit.execute(() => answered(inner, request));
    } catch (error) {
      if (!isBrokenCircuitError(error)) throw error;
      const left = breaker.opened + OPEN_MS - performance.now();
      if (left > 0) throw new UpstreamFailure('held-back', { retryAfter: Math.ceil(left / 1000), cause: error });
      // The circuit goes by the clock on the wall, and that was set back.
      this.#breakers.delete(key);
      return this.#send(inner, request);
    }
  }

  #breaker(key: string): Breaker {
    const known = this.#breakers.get(key);
    if (known) return known;
    const circuit = circuitBreaker(noAnswer, { breaker: new ConsecutiveBreaker(FAILURES), halfOpenAfter: OPEN_MS });
    const breaker: Breaker = { circuit, opened: 0 };
    circuit.onBreak(() => {
      breaker.opened = performance.now();
    });
    this.#breakers.set(key, breaker);
    return breaker;
  }
}

function keyOf(url: string): string {
  const { host, pathname } = new URL(url);
  const service = /\/providers\/([^/]+)/.exec(pathname)?.[1]?.toLowerCase() ?? '';
  return `${host} ${subscriptionOf(url)} ${service}`;
}

/** A shared read ends early only because its time is over; a write also when whoever asked for it leaves, which says nothing. */
async function answered(inner: HttpClient, request: PipelineRequest): Promise<PipelineResponse> {
  try {
    return await inner.sendRequest(request);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError' && isRead(request)) throw new UpstreamFailure('timeout');
    throw error;
  }
}
