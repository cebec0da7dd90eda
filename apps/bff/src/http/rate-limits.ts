import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import { principalOf } from './locals';
import { Problem } from '../problem';

const MINUTE = 60_000;

/** Where hits are counted, by the name of what counts them; undefined counts them in this process. */
export type Counters = (name: string) => Store | undefined;

interface Limit {
  name: string;
  limit: number;
  keyOf: (req: Request) => string;
  headers: 'draft-8' | false;
}

function limited({ name, limit, keyOf, headers }: Limit, counters: Counters): RequestHandler {
  const store = counters(name);
  return rateLimit({
    windowMs: MINUTE,
    limit,
    keyGenerator: keyOf,
    standardHeaders: headers,
    legacyHeaders: false,
    ...(store && { store }),
    handler: (_req, _res, next) => next(new Problem('too-many-requests', { retryAfter: 60 })),
  });
}

/** Many people share an address behind a proxy, so it may ask for more than one user. */
export const limitByAddress = (perUser: number, counters: Counters) =>
  limited({ name: 'address', limit: perUser * 5, keyOf: (req) => ipKeyGenerator(req.ip ?? ''), headers: false }, counters);

export const limitByUser = (perUser: number, counters: Counters) =>
  limited({ name: 'user', limit: perUser, keyOf: (req) => principalOf(req.res).oid, headers: 'draft-8' }, counters);
