import type { World } from '../../../world/world';

const settings = (world: World) => world.documents<number>('job-list');

/** Milliseconds for which a job has been running before a list shows it. By its id it is found at once. */
export const listLag = (world: World): number => settings(world).get('lag') ?? 0;

/** Lets lists of jobs lag behind what is true, as those of Azure do now and then. */
export function setListLag(world: World, milliseconds: number): void {
  settings(world).put('lag', milliseconds);
}
