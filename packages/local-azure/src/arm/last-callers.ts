const MOST = 10_000;

/** What is known of those who call. The one that has not called for longest is forgotten when there are too many: names cost a caller nothing. */
export class LastCallers<T> {
  readonly #known = new Map<string, T>();

  get size(): number {
    return this.#known.size;
  }

  get(caller: string): T | undefined {
    return this.#known.get(caller);
  }

  set(caller: string, value: T): void {
    this.#known.delete(caller);
    this.#known.set(caller, value);
    if (this.#known.size <= MOST) return;
    for (const first of this.#known.keys()) {
      this.#known.delete(first);
      return;
    }
  }
}
