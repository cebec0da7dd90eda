import type { World } from '../../../world/world';
import { restoreSpan } from './durations';

const jobList = (world: World) => world.documents<number>('job-list');

/** Milliseconds for which a job has been running before a list shows it. By its id it is found at once. */
export const listLag = (world: World): number => jobList(world).get('lag') ?? 0;

/** Lets lists of jobs lag behind what is true, as those of Azure do now and then. */
export function setListLag(world: World, milliseconds: number): void {
  jobList(world).put('lag', milliseconds);
}

const restorePace = (world: World) => world.documents<{ milliseconds: number }>('restore-pace');

/** Lets each restore that begins from here on take so long, as on a day on which the service has much to do; 0: as long as its size takes. */
export function setRestoreSpan(world: World, milliseconds: number): void {
  restorePace(world).put('span', { milliseconds });
}

/** How long a restore takes that begins now, in milliseconds. */
export function spanOfRestore(world: World, gib: number, fromSnapshot: boolean): number {
  return restorePace(world).get('span')?.milliseconds || restoreSpan(gib, fromSnapshot);
}
