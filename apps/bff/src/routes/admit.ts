import type { RequestHandler } from 'express';
import type { TokenDoor } from '../session/token-door';

/** Nobody passes without a principal. */
export function admit(door: TokenDoor): RequestHandler {
  return async (req, res, next) => {
    res.locals.principal = await door.admit(req.get('authorization'));
    next();
  };
}
