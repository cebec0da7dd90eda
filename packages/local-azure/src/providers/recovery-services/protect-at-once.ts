import type { World } from '../../world/world';
import { saveItem } from './item-store';
import type { Item } from './item-store';
import { newItem } from './protection';
import { planNextBackup } from './scheduling';
import { addPoint, consistencyOf, holdContents } from './take-point';

/**
 * Protects a machine as if that had happened long ago, for seeds: no job, and one recovery point for each given moment
 * (milliseconds since 1970, any order), all with the keys of today.
 * @throws Error when the vault or the machine does not exist
 */
export function protectAtOnce(world: World, wanted: { vaultId: string; vmId: string; policyName: string; backups?: number[] }): Item {
  const vault = world.resources.get(wanted.vaultId);
  const vm = world.resources.get(wanted.vmId);
  if (!vault || !vm) throw new Error(`There is no ${vault ? wanted.vmId : wanted.vaultId}.`);
  const item = newItem(vault, vm, wanted.policyName);
  const backups = (wanted.backups ?? []).toSorted((a, b) => a - b);
  const last = backups.at(-1);
  const protectedItem: Item = {
    ...item,
    ...(last !== undefined && { state: 'Protected', lastPointAt: last, lastBackup: { status: 'Completed', startedAt: last } }),
  };
  world.write(() => {
    saveItem(world, protectedItem);
    for (const [index, moment] of backups.entries()) {
      const id = `${item.dataId.slice(0, 8)}${String(index).padStart(6, '0')}`;
      holdContents(world, item, vm, id);
      addPoint(world, item, id, { takenAt: moment, ranAt: moment, type: consistencyOf(world, vm) });
    }
    planNextBackup(world, protectedItem);
  });
  return protectedItem;
}
