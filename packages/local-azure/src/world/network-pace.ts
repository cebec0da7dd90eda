import { delayOf } from './delays';
import type { World } from './world';

const settings = (world: World) => world.documents<{ seconds: number }>('network-pace');

/**
 * Milliseconds that the network service is at a change after it has answered. A clock that only somebody's hand turns would let a client poll
 * for ever: there it takes none, unless told otherwise.
 */
export function networkPace(world: World, change: string): number {
  const seconds = settings(world).get('pace')?.seconds ?? (world.clockMode.mode === 'standing' ? 0 : undefined);
  return seconds === undefined ? delayOf(world, 'network-provisioning', change) : seconds * 1000;
}

export function setNetworkPace(world: World, seconds: number): void {
  world.write(() => settings(world).put('pace', { seconds }));
}
