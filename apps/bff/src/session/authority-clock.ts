/** As far off as Entra itself puts up with; beyond, the dates of tokens mean nothing here. */
export const MOST_OFF_SECONDS = 5 * 60;

/** What time it is at the authority, by the date of its latest answer. */
export class AuthorityClock {
  #heard: { there: number; at: number } | undefined;

  /** Headers of an answer that has just come; one that lay in a cache on the way says for how long. */
  hear(headers: Headers): void {
    const there = Date.parse(headers.get('date') ?? '') + Number(headers.get('age') ?? 0) * 1_000;
    if (!Number.isNaN(there)) this.#heard = { there, at: performance.now() };
  }

  get hasHeard(): boolean {
    return this.#heard !== undefined;
  }

  /** Whether our clock shows about the same; true as long as nothing was heard. Who slept meanwhile has to hear again. */
  agrees(): boolean {
    if (!this.#heard) return true;
    const there = this.#heard.there + performance.now() - this.#heard.at;
    return Math.abs(there - Date.now()) <= MOST_OFF_SECONDS * 1_000;
  }
}
