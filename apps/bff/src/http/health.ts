import type { ProblemCode } from '@tresor/contracts';
import { Router } from 'express';
import { Problem } from '../problem';

export interface Readiness {
  /** Set on shutdown: no new work, what runs may finish. */
  leaving: boolean;
  /** What keeps the server from serving a request; undefined when nothing does. */
  hindrance(): Promise<ProblemCode | undefined>;
}

/** Alive is always cheap to say; ready means that a request would be served. */
export function health(readiness: Readiness): Router {
  return Router()
    .get('/api/health', (_req, res) => void res.set('cache-control', 'no-store').json({ status: 'alive' }))
    .get('/api/ready', async (_req, res) => {
      const hindrance = readiness.leaving ? 'not-ready' : await readiness.hindrance();
      if (hindrance) throw new Problem(hindrance, { retryAfter: 5 });
      res.set('cache-control', 'no-store').json({ status: 'ready' });
    });
}

const LOOK_MS = 100;
const BLOCKED_MS = 1_000;

/** Watches whether requests get their turn. */
export function watchLoop(): { isFree: () => boolean; stop: () => void } {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return {
    /** Whether nothing has held up the process for a second since this was asked last. */
    isFree() {
      look();
      const isFree = longest < BLOCKED_MS;
      longest = 0;
      return isFree;
    },
    stop: () => clearInterval(timer),
  };
}
