import type { World } from '../world';

/** For whom the service keeps a network interface, and until when. */
interface Reservation {
  vmId: string;
  until: number;
}

const SPAN = 180_000;

/** In memory: what a refusal writes into the world is undone with it. */
const kept = new WeakMap<World, Map<string, Reservation>>();

function reservations(world: World): Map<string, Reservation> {
  const known = kept.get(world) ?? new Map<string, Reservation>();
  kept.set(world, known);
  return known;
}

/** The interfaces of a machine that could not be made are kept for it: for three minutes no other takes them, and nobody deletes them. */
export function reserveInterfaces(world: World, ids: readonly string[], vmId: string): void {
  for (const id of ids) reservations(world).set(id.toLowerCase(), { vmId, until: world.clock.now() + SPAN });
}

/** The machine for which an interface is kept now. */
export function reservedFor(world: World, id: string): string | undefined {
  const found = reservations(world).get(id.toLowerCase());
  return found && found.until > world.clock.now() ? found.vmId : undefined;
}

/** What the service says of an interface that it keeps for another machine. */
export const reservedWords = (vmId: string): string =>
  `Nic(s) in request is reserved for another Virtual Machine for 180 seconds. Please provide another nic(s) or retry after 180 seconds. Reserved VM: ${vmId}`;
