import { setTimeout } from 'node:timers/promises';

/** ARM's bucket of writes per subscription and principal: 200, refilling at 10 a second. */
const CAPACITY = 200;
const REFILL_PER_SECOND = 10;
/** Below a tenth of the bucket we stay a little under its refill, so that the pace drops before the throttle falls. */
const CAUTIOUS_PER_SECOND = 9.7;

/** Monotonic time in milliseconds, and a way to let it pass. */
export interface Timer {
  now(): number;
  wait(milliseconds: number, signal: AbortSignal): Promise<unknown>;
}

const realTimer: Timer = {
  now: () => performance.now(),
  wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
};

/**
 * Paces the writes of one subscription: a copy of ARM's bucket, corrected by what ARM says of it, and shut for as long as a 429 asks.
 */
export class WriteGate {
  readonly #timer: Timer;
  #capacity = CAPACITY;
  #tokens = CAPACITY;
  #countedAt: number;
  #shutUntil = 0;
  #underWay = 0;

  constructor(timer = realTimer) {
    this.#timer = timer;
    this.#countedAt = timer.now();
  }

  /** Sends when the bucket has room; requests queue in order of arrival. */
  async pass<T>(signal: AbortSignal, send: () => Promise<T>): Promise<T> {
    const gap = this.#take();
    if (gap > 0) await this.#timer.wait(gap, signal);
    while (this.#timer.now() < this.#shutUntil) await this.#timer.wait(this.#shutUntil - this.#timer.now(), signal);
    this.#underWay += 1;
    try {
      return await send();
    } finally {
      this.#underWay -= 1;
    }
  }

  /** What ARM said with an answer: `x-ms-ratelimit-remaining-subscription-writes`, and `Retry-After` of a 429. */
  observe(remaining: number | undefined, retryAfterSeconds: number | undefined): void {
    const now = this.#timer.now();
    if (retryAfterSeconds !== undefined) this.#shutUntil = Math.max(this.#shutUntil, now + retryAfterSeconds * 1000);
    if (remaining === undefined || !Number.isFinite(remaining)) return;
    this.#refill(now);
    this.#capacity = Math.max(this.#capacity, remaining);
    const queued = Math.min(0, this.#tokens);
    this.#tokens = Math.min(this.#capacity, remaining - this.#underWay) + queued;
  }

  /** Takes a token, if need be one of the future, and answers how long until it is there. */
  #take(): number {
    this.#refill(this.#timer.now());
    this.#tokens -= 1;
    return this.#tokens >= 0 ? 0 : (-this.#tokens / this.#rate()) * 1000;
  }

  #rate(): number {
    return this.#tokens < this.#capacity / 10 ? CAUTIOUS_PER_SECOND : REFILL_PER_SECOND;
  }

  #refill(now: number): void {
    this.#tokens = Math.min(this.#capacity, this.#tokens + ((now - this.#countedAt) / 1000) * this.#rate());
    this.#countedAt = now;
  }
}
