import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { principalOf } from './locals';
import { Problem } from './problem';

const MINUTE = 60_000;

const limited = (limit: number, keyGenerator: (req: Request) => string, standardHeaders: 'draft-8' | false): RequestHandler =>
  rateLimit({
    windowMs: MINUTE,
    limit,
    keyGenerator,
    standardHeaders,
    legacyHeaders: false,
    handler: (_req, _res, next) => next(new Problem('too-many-requests', { retryAfter: 60 })),
  });

/** Many people share an address behind a proxy, so it may ask for more than one user. */
export const limitByAddress = (perUser: number) => limited(perUser * 5, (req) => ipKeyGenerator(req.ip ?? ''), false);

export const limitByUser = (perUser: number) => limited(perUser, (req) => principalOf(req.res).oid, 'draft-8');
