import type { Server } from 'node:http';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';

export interface DrainPace {
  /** Nobody asks any more when nothing has come for so long. */
  quietMs: number;
  /** Anyone who still asks then does not look whether we are ready. */
  longestMs: number;
}

export const DRAIN_PACE: DrainPace = { quietMs: 300, longestMs: 5_000 };

/** Counts the time since the latest request, and can tell those that come that their connection ends with the answer. */
export class Drain {
  #latest = -Infinity;
  #isEnding = false;
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
    server.prependListener('request', (_req, res) => {
      this.#latest = performance.now();
      if (this.#isEnding) res.setHeader('connection', 'close');
    });
  }

  /** Serves on until nobody asks. Connections end with an answer, not in the middle of a question; new ones are taken meanwhile. */
  async untilQuiet({ quietMs, longestMs }: DrainPace): Promise<void> {
    this.#isEnding = true;
    const end = performance.now() + longestMs;
    for (;;) {
      const now = performance.now();
      const left = Math.min(this.#latest + quietMs, end) - now;
      if (left <= 0) break;
      await wait(left);
    }
    // What has come is read before idle connections are closed.
    await nextTurn();
    await nextTurn();
  }

  /** Ends at once what is idle, and the rest with its answer, but after so long in any case. */
  close(longestMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cut = setTimeout(() => this.#server.closeAllConnections(), longestMs);
      // A connection that becomes idle from now on is not kept.
      this.#server.keepAliveTimeout = 1;
      this.#server.close(() => {
        clearTimeout(cut);
        resolve();
      });
    });
  }
}
