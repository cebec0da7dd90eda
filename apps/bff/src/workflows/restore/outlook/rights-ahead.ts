import type { ItemPath, RestoreStep } from '@tresor/contracts';
import { vaultIdOf } from '../../../azure/connection/arm-id';
import type { HeldKeys } from '../../../azure/restores/held-keys';
import type { KeysAhead, RightAhead } from './keys-ahead';

export interface Ahead {
  item: ItemPath;
  held: HeldKeys | null;
  keys: KeysAhead | null;
  /** Where the machine will stand; whether that is the paired region, and not the vault's own. */
  location: string;
  isPaired: boolean;
  /** ARM id of the group that takes the machine. */
  group: string;
  subnetIds: readonly string[];
  storageAccountIds: readonly string[];
  /** ARM id of the group that takes the disks; null where they stay VHDs. */
  diskGroup: string | null;
  /** Key vaults that the Backup service may not read yet. */
  closedToService: readonly string[];
}

/** What the person who goes through a restore will be asked for, step by step. */
export function rightsAhead(ahead: Ahead): Readonly<Record<RestoreStep, RightAhead[]>> {
  const { item, held, keys, isPaired, group, subnetIds, storageAccountIds, diskGroup, closedToService } = ahead;
  const vault = [vaultIdOf(item)];
  const machine = [`${group}/providers/Microsoft.Compute/virtualMachines/${item.vmName}`];
  const keyVaults = keys?.keyVaultIds ?? [];
  const disks = diskGroup === null ? [] : [diskGroup];
  const account = { 'storage-account': storageAccountIds };
  const withKeys = { vault, 'key-vault': keyVaults };
  const here = (id: RightAhead['id'], places: RightAhead['places']): RightAhead => ({ id, places: { vault, ...places } });
  const movesKeys = keys?.move === true && held?.pass !== 'dual';
  return {
    disks: [here(isPaired ? 'restore-in-pair' : 'restore-disks', { ...account, group: disks })],
    keys: (keys?.rights ?? []).map(({ id, places }) => here(id, places)),
    machine: [
      ...(diskGroup === null ? [here('find-vhds', account)] : []),
      ...(movesKeys && diskGroup !== null ? [here('move-keys', { ...withKeys, 'disk-group': disks })] : []),
      ...(movesKeys && diskGroup === null ? [here('move-vhd-keys', { ...withKeys, ...account })] : []),
      here('create-machine', { ...withKeys, group: [group], 'disk-group': disks, network: subnetIds }),
    ],
    encryption: held ? [here('renew-encryption', { ...withKeys, 'disk-group': disks, machine })] : [],
    protection: [
      here('protect-restored', { 'disk-group': disks, machine }),
      here('back-up-now', {}),
      ...(closedToService.length === 0 ? [] : [here('grant-access', { 'key-vault': closedToService })]),
    ],
    'after-care': held ? [here('remove-leftovers', { ...account, 'disk-group': disks, machine })] : [],
  };
}
