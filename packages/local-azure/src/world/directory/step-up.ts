import type { World } from '../world';

/** Services that are open only after a second step of sign-in: authentication context (`c1`) by audience of the token. */
function demands(world: World) {
  return world.documents<{ context: string }>('step-up');
}

/** The authentication context a service demands; undefined when it demands none. */
export function demandedContext(world: World, audience: string): string | undefined {
  return demands(world).get(audience)?.context;
}

/** Lets a service demand an authentication context of everybody, or no longer. */
export function demandContext(world: World, audience: string, context: string | undefined): void {
  if (context === undefined) demands(world).delete(audience);
  else demands(world).put(audience, { context });
}
