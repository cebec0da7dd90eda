const KEPT = 1000;

/**
 * The JSON of rows that were read since the last change, so that what every request asks for is read once. Text, not objects:
 * anyone who reads a document may change his own.
 */
export class RecentRows {
  readonly #generation: () => number;
  readonly #texts = new Map<string, string>();
  #of = 0;

  /** `generation` grows with every change. */
  constructor(generation: () => number) {
    this.#generation = generation;
  }

  /** The text of a key's row, by way of `read` when it is not at hand. */
  text(key: string, read: () => string | undefined): string | undefined {
    if (this.#of !== this.#generation() || this.#texts.size >= KEPT) {
      this.#texts.clear();
      this.#of = this.#generation();
    }
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const text = read();
    if (text !== undefined) this.#texts.set(key, text);
    return text;
  }
}
