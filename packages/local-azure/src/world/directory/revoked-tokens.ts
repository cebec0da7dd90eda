import type { World } from '../world';

/** From when on tokens of a person are good, in whole seconds since 1970, as tokens say when they were issued. */
function validFrom(world: World) {
  return world.documents<{ seconds: number }>('tokens-valid-from');
}

/** Ends every token that a person holds, as an administrator does by revoking the sessions of a user. */
export function revokeTokens(world: World, objectId: string): void {
  validFrom(world).put(objectId.toLowerCase(), { seconds: Math.floor(Date.now() / 1000) + 1 });
}

/** Whether a token that was issued then has been ended since. */
export function isRevoked(world: World, objectId: string, issuedAt: number): boolean {
  return issuedAt < (validFrom(world).get(objectId.toLowerCase())?.seconds ?? 0);
}

/** What time it is by the clock that tokens are dated by, the computer's; seconds since 1970. */
export const tokenSeconds = (): number => Math.floor(Date.now() / 1000);
