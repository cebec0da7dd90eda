import type { RequestHandler } from 'express';
import type { TokenAuthenticator } from '../session/token-authenticator';

/** Nobody passes without a principal. */
export function admit(authenticator: TokenAuthenticator): RequestHandler {
  return async (req, res, next) => {
    res.locals.principal = await authenticator.admit(req.get('authorization'));
    next();
  };
}
