const MOST_ROWS = 1_000;
/** Characters of the longest text that is kept: what every request asks for is short. */
const LONGEST = 16_384;

/**
 * The JSON of rows that were read and have not changed since, so that what every request asks for is read once; undefined where there is
 * no row. Text, not objects: anyone who reads a document may change his own.
 */
export class RecentRows {
  readonly #texts = new Map<string, string | undefined>();

  get size(): number {
    return this.#texts.size;
  }

  /** The text of a key's row, by way of `read` when it is not at hand. */
  text(key: string, read: () => string | undefined): string | undefined {
    if (this.#texts.has(key)) return this.#texts.get(key);
    const text = read();
    if (text !== undefined && text.length > LONGEST) return text;
    if (this.#texts.size >= MOST_ROWS) this.#texts.clear();
    this.#texts.set(key, text);
    return text;
  }

  /** A row is about to be changed. */
  forget(key: string): void {
    this.#texts.delete(key);
  }

  /** Any row may have changed. */
  clear(): void {
    this.#texts.clear();
  }
}
