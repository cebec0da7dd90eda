import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { principalOf } from './locals';
import { Problem } from '../problem';

const MINUTE = 60_000;

/** Hits are counted in this process alone. */
interface Limit {
  limit: number;
  keyOf: (req: Request) => string;
  /** The later draft names the key as well, by a digest that costs more than the counting. */
  headers: 'draft-7' | false;
}

function limited({ limit, keyOf, headers }: Limit): RequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit,
    keyGenerator: keyOf,
    standardHeaders: headers,
    legacyHeaders: false,
    handler: (_req, _res, next) => next(new Problem('too-many-requests', { retryAfter: 60 })),
  });
}

const addressOf = (req: Request) => ipKeyGenerator(req.ip ?? '');

const limitByAddress = (perUser: number) => limited({ limit: perUser * 5, keyOf: addressOf, headers: false });

/** For what nobody signs in for. Many people share an address behind a proxy, so it may ask for more than one user. */
export const limitAnonymous = (perUser: number) => limitByAddress(perUser);

const MOST_REPORTS = 60;

/** A browser has few, and sends them together. */
export const limitReports = () => limited({ limit: MOST_REPORTS, keyOf: addressOf, headers: false });

/**
 * Counts by address what was not admitted, whatever it lacked, and nothing else: nobody is locked out by what others behind the same proxy send.
 * After an update every open page is of another build, and only that answer tells it so.
 */
export function limitRefusals(perUser: number): ErrorRequestHandler {
  const count = limitByAddress(perUser);
  return (refusal, req, res, next) => {
    if (!(refusal instanceof Problem) || refusal.status >= 500 || refusal.code === 'version-mismatch') return next(refusal);
    return void count(req, res, (limit?: unknown) => next(limit ?? refusal));
  };
}

export const limitByUser = (perUser: number) => limited({ limit: perUser, keyOf: (req) => principalOf(req.res).oid, headers: 'draft-7' });
