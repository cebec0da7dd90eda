import { isRestError, type HttpClient, type PipelineRequest, type PipelineResponse } from '@azure/core-rest-pipeline';
import { LRUCache } from 'lru-cache';
import { atMost, timedCache } from '../../caches';
import { backupServiceOf } from './backup-region';
import { isOverdue } from './deadline';
import { isRead } from './shared-reads';
import { subscriptionOf } from './subscription-limiters';
import { UpstreamFailure } from './upstream-failure';

/** Says that a service is not there. A 500 does not: it is an answer, and may be the fault of one resource. */
const NOT_THERE: ReadonlySet<number> = new Set([502, 503, 504]);

const isLost = (error: unknown) => isRestError(error) || (error instanceof UpstreamFailure && error.kind !== 'unreadable');

/** Three calls of three tries each and one more, with no answer among them. */
const FAILURES = 10;
/** How often one call asks whether there is an answer again, whatever became of the one before. */
const ASK_AGAIN_MS = 4_000;

/** What nobody has asked for so long is forgotten: it may be gone for good, and says nothing of Azure. */
const ASKED_FOR_MS = 10 * 60_000;

/** Whether a service is called; it goes by a clock that nobody can set. */
class Circuit {
  #failures = 0;
  #askAgainAt = 0;

  get isOpen(): boolean {
    return this.#failures >= FAILURES;
  }

  /** For how many milliseconds nobody calls; with none left, while open, the next to ask is the one that calls. */
  wait(now: number): number {
    if (!this.isOpen) return 0;
    const left = this.#askAgainAt - now;
    if (left > 0) return left;
    this.#askAgainAt = now + ASK_AGAIN_MS;
    return 0;
  }

  fail(now: number): void {
    this.#failures += 1;
    if (this.#failures === FAILURES) this.#askAgainAt = now + ASK_AGAIN_MS;
  }
}

/**
 * One circuit for each service in each subscription, and for the Backup service of each vault: another’s may be in another region. A service that does not answer there is left alone; now and then one call asks for
 * it, and nobody waits for that one. Only what fails is kept, so that nobody pushes a circuit out by naming what does not exist.
 */
export class Breakers {
  readonly #failing = new LRUCache<string, Circuit>(atMost(5_000));
  readonly #open = timedCache<string, Circuit>(ASKED_FOR_MS, { ...atMost(5_000), ttlResolution: 0, updateAgeOnGet: true });
  readonly #alone = new WeakSet<PipelineRequest>();

  /** How many services are left alone now. */
  get open(): number {
    this.#open.purgeStale();
    return this.#open.size;
  }

  /** Refuses at once what would not be answered. Stands before whatever lets calls wait for one another. */
  before(inner: HttpClient): HttpClient {
    return {
      sendRequest: (request) => {
        const circuit = this.#open.size === 0 ? undefined : this.#open.get(keyOf(request.url));
        const left = circuit?.wait(performance.now()) ?? 0;
        if (left > 0) return Promise.reject(new UpstreamFailure('held-back', { retryAfter: Math.ceil(left / 1000) }));
        if (circuit) this.#alone.add(request);
        return inner.sendRequest(request);
      },
    };
  }

  /** Whether the request asks whether a service answers again. */
  readonly asksAgain = (request: PipelineRequest): boolean => this.#alone.has(request);

  /** Learns from what comes back of each call that leaves: what its deadline ended in our own queue was never asked. */
  through(inner: HttpClient): HttpClient {
    return {
      sendRequest: async (request) => {
        if (request.abortSignal?.aborted) throw unsent(request);
        try {
          const response = await answered(inner, request);
          if (NOT_THERE.has(response.status)) this.#fail(keyOf(request.url));
          else this.#answer(request.url);
          return response;
        } catch (error) {
          if (isLost(error)) this.#fail(keyOf(request.url));
          throw error;
        }
      },
    };
  }

  #answer(url: string): void {
    if (this.#failing.size + this.#open.size === 0) return;
    const key = keyOf(url);
    this.#failing.delete(key);
    this.#open.delete(key);
  }

  #fail(key: string): void {
    if (this.#open.has(key)) return;
    const circuit = this.#failing.get(key) ?? new Circuit();
    circuit.fail(performance.now());
    this.#failing.set(key, circuit);
    if (!circuit.isOpen) return;
    this.#failing.delete(key);
    this.#open.set(key, circuit);
  }
}

function keyOf(url: string): string {
  const address = new URL(url);
  const service = /\/providers\/([^/]+)/.exec(address.pathname)?.[1]?.toLowerCase() ?? '';
  return `${address.host} ${subscriptionOf(url)} ${service} ${backupServiceOf(address)}`;
}

const isLate = (request: PipelineRequest) => isRead(request) && isOverdue(request.abortSignal);

/** Who waits with others for a read has a deadline of his own: to him it is one that had no answer in time. */
const unsent = (request: PipelineRequest) =>
  isLate(request) ? new UpstreamFailure('timeout') : new DOMException('It ended before it was sent.', 'AbortError');

/** A read that its deadline ended had no answer in time. That somebody leaves, who asked for it or for a write, says nothing. */
async function answered(inner: HttpClient, request: PipelineRequest): Promise<PipelineResponse> {
  try {
    return await inner.sendRequest(request);
  } catch (error) {
    throw error instanceof Error && error.name === 'AbortError' && isLate(request) ? new UpstreamFailure('timeout') : error;
  }
}
