import type { ProblemCode } from '@tresor/contracts';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Principal } from '../session/principal';
import type { TokenAuthenticator } from '../session/token-authenticator';
import type { OpenSpan } from '../telemetry/telemetry';

declare global {
  namespace Express {
    interface Locals {
      correlationId: string;
      logger: Logger;
      nonce: string;
      /** Set once the authenticator has admitted the request. */
      principal?: Principal;
      /** Where somebody watches. */
      span?: OpenSpan;
      /** What the request was answered with, where it was none that it asked for. */
      problem?: ProblemCode;
    }
  }
}

/** Once a request is admitted, it has a principal: that is what the authenticator is for. */
export function principalOf(res: { locals: Express.Locals } | undefined): Principal {
  const principal = res?.locals.principal;
  if (!principal) throw new Error('asked for the principal of a request that was not authenticated');
  return principal;
}

/** Nobody passes without a principal. */
export function admit(authenticator: TokenAuthenticator): RequestHandler {
  return async (req, res, next) => {
    res.locals.principal = await authenticator.admit(req.get('authorization'));
    next();
  };
}
