import { diskKey, putLock } from './disk-locks';
import { markEncrypted } from './once-encrypted';
import type { World } from '../world';

/** Something that Microsoft Defender for Cloud has found at work on the disk of a system. */
export interface Threat {
  title: string;
  description: string;
  severity: 'High' | 'Medium' | 'Low' | 'Informational';
  /** When it was first seen, in milliseconds since 1970. */
  since: number;
}

/** What is true of the system on a disk beside how it is encrypted; what is not named here is in order. */
export interface DiskContents {
  /** What starts it is damaged: it runs on until the next start, and does not come up then. */
  damaged?: true;
  threats?: readonly Threat[];
}

const contents = (world: World) => world.documents<DiskContents>('disk-contents');

/** What is wrong with the system on a disk, by its ARM id or the URL of its VHD; empty where nothing is. */
export const contentsOn = (world: World, disk: string): DiskContents => contents(world).get(diskKey(disk)) ?? {};

/** Replaces what is known of a disk; of one that is in order nothing is kept. */
export function putContents(world: World, disk: string, system: DiskContents): void {
  if (system.damaged || system.threats?.length) contents(world).put(diskKey(disk), system);
  else contents(world).delete(diskKey(disk));
}

/** Nothing is known any more of a disk or snapshot that goes. */
export function forgetDisk(world: World, disk: string): void {
  putLock(world, disk, undefined);
  putContents(world, disk, {});
  markEncrypted(world, disk, false);
}
