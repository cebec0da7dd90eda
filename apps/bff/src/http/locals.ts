import type { Principal } from '../session/principal';

declare global {
  namespace Express {
    interface Locals {
      correlationId: string;
      nonce: string;
      /** Set once the door has admitted the request. */
      principal?: Principal;
    }
  }
}

/** Behind the door there is a principal; that is what the door is for. */
export function principalOf(res: { locals: Express.Locals } | undefined): Principal {
  const principal = res?.locals.principal;
  if (!principal) throw new Error('asked for the principal outside the door');
  return principal;
}
