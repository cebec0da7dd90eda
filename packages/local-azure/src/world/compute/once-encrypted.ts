import type { World } from '../world';

const marks = (world: World) => world.documents<{ id: string }>('once-encrypted');

/**
 * Azure marks what Azure Disk Encryption has encrypted, and the mark stays when it is decrypted; copies and snapshots have it as well, what
 * is uploaded has not. `id`: the ARM id of a disk or snapshot, the `vmId` of a machine, in any case.
 * Source: https://learn.microsoft.com/azure/virtual-machines/disk-encryption-migrate ("UDE flag persistence").
 */
export const wasEncrypted = (world: World, id: string): boolean => marks(world).get(id.toLowerCase()) !== undefined;

/** Leaves the mark, or takes it away with what goes. */
export function markEncrypted(world: World, id: string, isMarked = true): void {
  if (isMarked) marks(world).put(id.toLowerCase(), { id });
  else marks(world).delete(id.toLowerCase());
}
