import { Router } from 'express';
import { Problem } from '../problem';

export interface Readiness {
  /** Set on shutdown: no new work, what runs may finish. */
  leaving: boolean;
  check(): Promise<boolean>;
}

/** Alive is always cheap to say; ready means that a request would be served. */
export function health(readiness: Readiness): Router {
  return Router()
    .get('/api/health', (_req, res) => void res.set('cache-control', 'no-store').json({ status: 'alive' }))
    .get('/api/ready', async (_req, res) => {
      if (readiness.leaving || !(await readiness.check())) throw new Problem('not-ready', { retryAfter: 5 });
      res.set('cache-control', 'no-store').json({ status: 'ready' });
    });
}
