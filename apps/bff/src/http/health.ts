import type { ProblemCode } from '@tresor/contracts';
import { Router } from 'express';
import { Problem } from '../problem';

export interface Readiness {
  /** Set on shutdown: no new work, what runs may finish. */
  leaving: boolean;
  /** So long an answer is one for all who ask. */
  keptMs: number;
  /** What keeps the server from serving a request; undefined when nothing does. */
  hindrance(): Promise<ProblemCode | undefined>;
}

/** Alive is always cheap to say; ready means that a request would be served. */
export function health(readiness: Readiness): Router {
  let asked: ReturnType<Readiness['hindrance']> | undefined;
  // Anybody may ask, and as often as they like: the store is asked once for all of them.
  const look = () => (asked ??= readiness.hindrance().finally(() => setTimeout(() => (asked = undefined), readiness.keptMs).unref()));
  return Router()
    .get('/api/health', (_req, res) => void res.set('cache-control', 'no-store').json({ status: 'alive' }))
    .get('/api/ready', async (_req, res) => {
      const hindrance = readiness.leaving ? 'not-ready' : await look();
      if (hindrance) throw new Problem(hindrance, { retryAfter: 5 });
      res.set('cache-control', 'no-store').json({ status: 'ready' });
    });
}

const LOOK_MS = 100;
const BLOCKED_MS = 1_000;
/** So long everybody who asks is told. */
const TOLD_MS = 5_000;

/** Watches whether requests get their turn. */
export function watchLoop(): { isFree: () => boolean; stop: () => void } {
  let last = performance.now();
  let blocked = -Infinity;
  const look = () => {
    const now = performance.now();
    if (now - last >= BLOCKED_MS) blocked = now;
    last = now;
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return {
    /** Whether nothing has held up the process for a second lately. */
    isFree() {
      look();
      return last - blocked >= TOLD_MS;
    },
    stop: () => clearInterval(timer),
  };
}
