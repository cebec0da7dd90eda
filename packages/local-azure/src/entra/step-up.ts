import { at } from '../world/json';
import { SECOND_FACTOR } from '../world/directory/second-factor';
import { OAuthError } from './oauth-error';

/** The authentication context that a `claims` parameter asks for; other claims, such as client capabilities, ask for nothing. */
export function contextAskedFor(claims: string | null): string | undefined {
  if (!claims) return undefined;
  try {
    const acrs = at(JSON.parse(claims), 'access_token', 'acrs');
    const value = at(acrs, 'value') ?? [at(acrs, 'values')].flat()[0];
    return typeof value === 'string' ? value : undefined;
  } catch {
    throw new OAuthError('invalid_request', 90023, 'The claims parameter is not valid JSON.');
  }
}

/** Whether somebody has come to an authentication context. `methods`: how that person has signed in. */
export const hasReached = (wanted: string, { context, methods }: { context: string | undefined; methods: readonly string[] }): boolean =>
  wanted === context || (wanted === SECOND_FACTOR && methods.includes('mfa'));

/** Sends the person back to sign in again, more thoroughly: the claims go to the page, which asks for them. */
export function stepUpRequired(context: string): OAuthError {
  return new OAuthError('interaction_required', 50079, 'The user must take another step of authentication to access the resource.', {
    suberror: 'basic_action',
    claims: JSON.stringify({ access_token: { acrs: { essential: true, value: context } } }),
  });
}
