import type { Throttle } from './limits';

/** One of Azure's buckets as time passes in it, which never goes back. */
export class Bucket {
  readonly #throttle: Throttle;
  #tokens: number;
  #at = 0;

  constructor(throttle: Throttle) {
    this.#throttle = throttle;
    this.#tokens = throttle.size;
  }

  /** Takes so many tokens as soon as they are there, and not before a moment. Answers when that was, in seconds. */
  take(count: number, from: number): number {
    const { size, perSecond } = this.#throttle;
    const now = Math.max(from, this.#at);
    const there = Math.min(size, this.#tokens + (now - this.#at) * perSecond);
    this.#at = now + Math.max(0, count - there) / perSecond;
    this.#tokens = Math.max(0, there - count);
    return this.#at;
  }
}
