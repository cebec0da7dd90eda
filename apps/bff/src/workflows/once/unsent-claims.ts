import { LRUCache } from 'lru-cache';
import { atMost } from '../../caches';
import { pause } from '../../pause';
import { Problem } from '../../problem';
import type { Intent, Intents, NewIntent } from '../../store/intents';
import { asUnavailable } from '../../store/store-error';

/** What the store was told and may still write is written by then. */
const LATEST_MS = 60_000;
const AGAIN_MS = 2_000;
const REMEMBERED = 10_000;

/**
 * Claims of which the store did not say whether they are written. What was claimed so is not sent, so it is certain that Azure knows nothing
 * of it; but where it was written, everybody else takes it for sent. It is taken back, at once and as long as it may still arrive.
 */
export class UnsentClaims {
  readonly #intents: Intents;
  readonly #stopped: AbortSignal;
  /** By ids of requests that nobody else can have. */
  readonly #known = new LRUCache<string, true>(atMost(REMEMBERED));

  constructor(intents: Intents, stopped: AbortSignal) {
    this.#intents = intents;
    this.#stopped = stopped;
  }

  /** What to say of a claim that failed: where the answer was lost, that nothing was done. */
  lost(error: unknown, claim: NewIntent, own: boolean): unknown {
    if (!(error instanceof Problem) || error.code !== 'store-timeout') return error;
    this.takeBack(claim, own);
    return asUnavailable(error);
  }

  /** The intent of this id, unless it is a claim that was never sent: that is as if it had never been. */
  async passedOver(intentId: string): Promise<Intent | undefined> {
    const found = await this.#intents.find(intentId);
    if (found?.request_id == null || !this.#known.has(found.request_id)) return found;
    await this.#intents.drop(intentId, found.request_id);
    return this.#intents.find(intentId);
  }

  /**
   * Takes a claim back that Azure knows nothing of, and passes over it until then. `own`: the id of its request is of this claim alone. One that
   * others may bear, too, is never taken back: somebody may have sent it.
   */
  takeBack({ intentId, requestId }: NewIntent, own: boolean): void {
    if (!own) return;
    this.#known.set(requestId, true);
    void this.#untilDropped(intentId, requestId);
  }

  async #untilDropped(intentId: string, requestId: string): Promise<void> {
    const end = performance.now() + LATEST_MS;
    while (!this.#stopped.aborted && performance.now() < end) {
      if (await this.#intents.drop(intentId, requestId).catch(() => false)) return;
      await pause(AGAIN_MS, this.#stopped).catch(() => undefined);
    }
  }
}
