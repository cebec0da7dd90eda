import type { World } from '../../../world/world';
import { restoreSpan } from './durations';

const settings = (world: World) => world.documents<{ milliseconds: number }>('restore-pace');

/** Lets each restore that begins from here on take so long, as on a day on which the service has much to do; 0: as long as its size takes. */
export function setRestoreSpan(world: World, milliseconds: number): void {
  settings(world).put('span', { milliseconds });
}

/** How long a restore takes that begins now, in milliseconds. */
export function spanOfRestore(world: World, gib: number, fromSnapshot: boolean): number {
  return settings(world).get('span')?.milliseconds || restoreSpan(gib, fromSnapshot);
}
