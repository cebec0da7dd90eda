import type { World } from '../world';

/** The authentication context that stands for a second factor, whenever it was proved. */
export const SECOND_FACTOR = 'p1';

/** People who are asked for a password alone when they sign in. */
const singleFactor = (world: World) => world.documents<{ objectId: string }>('single-factor');

/** Whether a person signs in with more than a password, as people do where security defaults or Conditional Access ask for it. */
export const signsInWithSecondFactor = (world: World, objectId: string): boolean => singleFactor(world).get(objectId) === undefined;

/** Lets the sign-in of a person ask for a second factor, or for the password alone. */
export function askForSecondFactor(world: World, objectId: string, isAsked: boolean): void {
  if (isAsked) singleFactor(world).delete(objectId);
  else singleFactor(world).put(objectId, { objectId });
}
