/** Three calls of three tries each and one more, with no answer among them. */
const FAILURES = 10;
/** How often one call asks whether there is an answer again, whatever became of the one before. */
const ASK_AGAIN_MS = 4_000;

/** Whether a service is called; it goes by a clock that nobody can set. */
export class Circuit {
  #failures = 0;
  #askAgainAt = 0;

  get isOpen(): boolean {
    return this.#failures >= FAILURES;
  }

  /** For how many milliseconds nobody calls; with none left, while open, whoever asks is the one that calls. */
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
