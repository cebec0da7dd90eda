/** As far off as Entra itself puts up with; beyond, the dates of tokens mean nothing here. */
export const MOST_OFF_SECONDS = 5 * 60;

/** What time it is at the authority, by the date of its latest answer. */
export class AuthorityClock {
  #latest: { there: number; at: number } | undefined;

  /** Headers of an answer that has just come; one that lay in a cache on the way says for how long. */
  update(headers: Headers): void {
    const there = Date.parse(headers.get('date') ?? '') + Number(headers.get('age') ?? 0) * 1_000;
    if (!Number.isNaN(there)) this.#latest = { there, at: performance.now() };
  }

  get hasTime(): boolean {
    return this.#latest !== undefined;
  }

  /** Whether our clock shows about the same; true as long as nothing was heard. Who slept meanwhile has to hear again. */
  agrees(): boolean {
    if (!this.#latest) return true;
    const there = this.#latest.there + performance.now() - this.#latest.at;
    return Math.abs(there - Date.now()) <= MOST_OFF_SECONDS * 1_000;
  }
}
