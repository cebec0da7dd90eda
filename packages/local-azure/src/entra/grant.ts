import { findUser } from '../world/directory/directory';
import type { Application, User } from '../world/directory/directory';
import type { World } from '../world/world';
import type { Entra } from './entra';
import { OAuthError } from './oauth-error';

/** A request to the token endpoint, its client found but not yet believed. */
export interface TokenRequest {
  client: Application;
  form: URLSearchParams;
  /** `scheme://host[:port]` of the token endpoint as the client knows it. */
  origin: string;
}

export type GrantHandler = (entra: Entra, request: TokenRequest) => Promise<Record<string, unknown>>;

/** @throws OAuthError when nobody has this object id */
export function requireUser(world: World, objectId: string): User {
  const user = findUser(world, objectId);
  if (user) return user;
  throw new OAuthError('invalid_grant', 50034, 'The user account does not exist in the directory.');
}

/** @throws OAuthError when the form lacks it */
export function requireParameter(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value) return value;
  throw new OAuthError('invalid_request', 900144, `The request body must contain the following parameter: '${name}'.`);
}
