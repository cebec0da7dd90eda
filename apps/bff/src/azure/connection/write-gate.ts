import pLimit from 'p-limit';
import { pause } from '../../pause';

/** ARM's bucket of writes per subscription and principal: 200, refilling at 10 a second. */
const CAPACITY = 200;
const REFILL_PER_SECOND = 10;
/** Never spent by a batch: what the same person does meanwhile finds room, and none of the batch is refused. */
const RESERVE = 10;
const LONGEST_SHUT_SECONDS = 3_600;

/** Monotonic time in milliseconds, and a way to let it pass. */
export interface Timer {
  now(): number;
  wait(milliseconds: number, signal: AbortSignal): Promise<unknown>;
}

const realTimer: Timer = {
  now: () => performance.now(),
  wait: pause,
};

/**
 * Paces the writes of one subscription: a copy of ARM's bucket, corrected by what ARM says of it. A 429 shuts the gate for as long as it
 * asks; then the writes that wait go on one by one, as the bucket refills.
 */
export class WriteGate {
  readonly #timer: Timer;
  readonly #inOrder = pLimit(1);
  #capacity = CAPACITY;
  #tokens = CAPACITY;
  /** When the tokens were counted; still to come while the gate is shut. */
  #countedAt: number;
  #underWay = 0;

  constructor(timer = realTimer) {
    this.#timer = timer;
    this.#countedAt = timer.now();
  }

  /** How many wait for room. */
  get waiting(): number {
    return this.#inOrder.activeCount + this.#inOrder.pendingCount;
  }

  /** Sends when the bucket has room; requests queue in order of arrival. */
  async pass<T>(signal: AbortSignal, send: () => Promise<T>): Promise<T> {
    await this.#inOrder(() => this.#takeToken(signal));
    this.#underWay += 1;
    try {
      return await send();
    } finally {
      this.#underWay -= 1;
    }
  }

  /** What ARM said with an answer: `x-ms-ratelimit-remaining-subscription-writes`, or `Retry-After` of a 429, in seconds. */
  observe(remaining: number | undefined, retryAfter: number | undefined): void {
    if (retryAfter !== undefined) this.#shut(Math.min(retryAfter, LONGEST_SHUT_SECONDS));
    else if (remaining !== undefined && Number.isFinite(remaining)) this.#correct(remaining);
  }

  /** When it opens there is room for one; the rest refills from there. */
  #shut(seconds: number): void {
    const until = this.#timer.now() + seconds * 1_000;
    if (until < this.#countedAt) return;
    this.#countedAt = until;
    this.#tokens = RESERVE + 1;
  }

  #correct(remaining: number): void {
    const now = this.#timer.now();
    if (now < this.#countedAt) return;
    this.#countedAt = now;
    this.#capacity = Math.max(this.#capacity, remaining);
    this.#tokens = remaining - this.#underWay;
  }

  async #takeToken(signal: AbortSignal): Promise<void> {
    for (let gap = this.#gap(); gap > 0; gap = this.#gap()) await this.#timer.wait(gap, signal);
    this.#tokens -= 1;
  }

  /** Milliseconds until there is room for one more. */
  #gap(): number {
    const now = this.#timer.now();
    if (now < this.#countedAt) return this.#countedAt - now;
    this.#tokens = Math.min(this.#capacity, this.#tokens + ((now - this.#countedAt) / 1_000) * REFILL_PER_SECOND);
    this.#countedAt = now;
    return ((RESERVE + 1 - this.#tokens) / REFILL_PER_SECOND) * 1_000;
  }
}
