import { pause } from './pause';

/** Wakes those who let time pass. */
export class Bell {
  readonly #waiting = new Set<AbortController>();

  ring(): void {
    for (const waiting of this.#waiting) waiting.abort();
  }

  /** Lets time pass until it is over or the bell rings. @throws AbortError when the signal ends it */
  async pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    const woken = new AbortController();
    this.#waiting.add(woken);
    try {
      await pause(milliseconds, AbortSignal.any([signal, woken.signal]));
    } catch (error) {
      signal.throwIfAborted();
      if (!woken.signal.aborted) throw error;
    } finally {
      this.#waiting.delete(woken);
    }
  }
}
