import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
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

const limitByAddress = (name: string, perUser: number, counters: Counters) =>
  limited({ name, limit: perUser * 5, keyOf: (req) => ipKeyGenerator(req.ip ?? ''), headers: false }, counters);

/** For what nobody signs in for. Many people share an address behind a proxy, so it may ask for more than one user. */
export const limitAnonymous = (perUser: number, counters: Counters) => limitByAddress('address', perUser, counters);

/** Counts by address only what nobody has signed in for: nobody is locked out by what others behind the same proxy send. */
export function limitRefusals(perUser: number, counters: Counters): ErrorRequestHandler {
  const count = limitByAddress('refusals', perUser, counters);
  return (refusal, req, res, next) => {
    if (!(refusal instanceof Problem) || refusal.code !== 'not-signed-in') return next(refusal);
    return void count(req, res, (limit?: unknown) => next(limit ?? refusal));
  };
}

export const limitByUser = (perUser: number, counters: Counters) =>
  limited({ name: 'user', limit: perUser, keyOf: (req) => principalOf(req.res).oid, headers: 'draft-8' }, counters);
