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
