import { setTimeout as wait } from 'node:timers/promises';
import type { ProblemCode } from '@tresor/contracts';
import { Router } from 'express';
import { Problem } from '../problem';

const TRY_AGAIN_MS = 1_000;

/** Whether a request would be served. */
export class Readiness {
  /** Set on shutdown: no new work, what runs may finish. */
  leaving = false;
  readonly #keptMs: number;
  readonly #look: () => Promise<ProblemCode | undefined>;
  #looked: Promise<ProblemCode | undefined> | undefined;

  /** `look`: what keeps the server from serving a request; undefined when nothing does. `keptMs`: so long its answer is one for all who ask. */
  constructor(look: () => Promise<ProblemCode | undefined>, keptMs: number) {
    this.#look = look;
    this.#keptMs = keptMs;
  }

  /** Anybody may ask, and as often as they like: the store is asked once for all of them. */
  async hindrance(): Promise<ProblemCode | undefined> {
    if (this.leaving) return 'not-ready';
    this.#looked ??= this.#look().finally(() => setTimeout(() => (this.#looked = undefined), this.#keptMs).unref());
    return this.#looked;
  }

  /** Resolves once nothing hinders, with false where the server leaves before that; says each hindrance that comes. */
  async until(say: (hindrance: ProblemCode) => void): Promise<boolean> {
    let said: ProblemCode | undefined;
    while (!this.leaving) {
      const hindrance = await this.hindrance();
      if (hindrance === undefined) return true;
      if (hindrance !== said && !this.leaving) say(hindrance);
      said = hindrance;
      await wait(TRY_AGAIN_MS, undefined, { ref: false });
    }
    return false;
  }
}

/** Alive is always cheap to say; ready means that a request would be served. */
export const health = (readiness: Readiness): Router =>
  Router()
    .get('/api/health', (_req, res) => void res.set('cache-control', 'no-store').json({ status: 'alive' }))
    .get('/api/ready', async (_req, res) => {
      const hindrance = await readiness.hindrance();
      if (hindrance) throw new Problem(hindrance, { retryAfter: 5 });
      res.set('cache-control', 'no-store').json({ status: 'ready' });
    });

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
