import type { AzureSession } from '../azure/connection/azure';
import { atMost, timedCache } from '../caches';

const FRESH_MS = 2_500;
const ADMITTED_MS = 60_000;

/** Who has shown by a read of their own that they may see an answer, and how many writes they had made then. */
type Admitted = Map<string, { until: number; writes: number }>;

type Viewer = Pick<AzureSession, 'user' | 'writes'>;

interface Watched<T> {
  answer: Promise<T>;
  /** Whose token fetched it. */
  by: string;
  /** On the monotonic clock. */
  at: number;
  admitted: Admitted;
}

/**
 * Many people watch the same job, and Azure is asked once for all of them. Nobody is shown what another's token fetched who has not
 * fetched the same with a token of their own within the last minute; who changes something, or asks again, asks Azure.
 */
export class WatchedReads<T> {
  readonly #watched = timedCache<string, Watched<T>>(ADMITTED_MS, atMost(1_000));
  readonly #now: () => number;

  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  async read(viewer: Viewer, key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#watched.get(key);
    // What fails for another says nothing about this viewer.
    if (known && this.#mayShow(known, viewer)) return known.answer.catch(() => this.#ask(viewer, key, ask));
    return this.#ask(viewer, key, ask);
  }

  #mayShow({ by, at, admitted }: Watched<T>, { user, writes }: Viewer): boolean {
    const now = this.#now();
    const pass = admitted.get(user);
    return by !== user && now - at < FRESH_MS && pass !== undefined && pass.until > now && pass.writes === writes();
  }

  async #ask({ user, writes }: Viewer, key: string, ask: () => Promise<T>): Promise<T> {
    const admitted: Admitted = this.#watched.get(key)?.admitted ?? new Map();
    const before = writes();
    const answer = ask();
    this.#watched.set(key, { answer, by: user, at: this.#now(), admitted });
    try {
      const found = await answer;
      admitted.set(user, { until: this.#now() + ADMITTED_MS, writes: before });
      return found;
    } catch (error) {
      admitted.delete(user);
      throw error;
    }
  }
}
