import { watchers } from '../watchers';

const watching = watchers();
let updated = false;

/** The server is of another build than this page: until it is loaded again nothing will work. */
export function announceUpdate(): void {
  updated = true;
  watching.tell();
}

export const isUpdated = (): boolean => updated;

export const whenUpdated = watching.add;
