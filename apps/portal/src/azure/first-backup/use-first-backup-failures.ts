import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { Item, ItemInVault, SubscriptionId } from '@tresor/contracts';
import { useMemo } from 'react';
import { isKeyVaultId } from '../../api/known-ids';
import { keyVaultAccessQuery } from '../../api/queries';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { type ChosenMachine, keyVaultIdsOf } from '../../kept/backup-draft';
import { readBrokenKeys, useBrokenKeys } from '../key-chain/use-broken-keys';
import { awaitsFirstBackup, type FirstBackupFailure, type FirstBackupFailures, firstBackupFailuresOf } from './first-backup-failures';

const NO_MACHINES: readonly ChosenMachine[] = [];

const accessQuery = (machines: readonly ChosenMachine[]) =>
  keyVaultAccessQuery({
    keyVaultIds: keyVaultIdsOf(machines).filter(isKeyVaultId),
    needsKeys: machines.some(({ encryption }) => encryption.kind === 'bek-kek'),
  });

/** The machines whose first backup would fail, as far as that is known by now. */
export function useFirstBackupFailures(machines: readonly ChosenMachine[]): FirstBackupFailures {
  const { data: access } = useQuery(accessQuery(machines));
  const keys = useBrokenKeys(machines);
  return useMemo(() => firstBackupFailuresOf(machines, access ?? [], keys?.broken ?? []), [machines, access, keys]);
}

/** The same, of machines that were named alone, read once for somebody who shows no blade. */
export async function readFirstBackupFailures(
  client: QueryClient,
  subscriptionId: SubscriptionId,
  vmIds: readonly string[],
): Promise<FirstBackupFailures> {
  const ids = new Set(vmIds.map((id) => id.toLowerCase()));
  const { rows } = await client.fetchQuery(virtualMachinesQuery(subscriptionId));
  const machines = rows.filter(({ id }) => ids.has(id.toLowerCase()));
  const access = keyVaultIdsOf(machines).length === 0 ? [] : await client.fetchQuery(accessQuery(machines));
  const { broken } = await readBrokenKeys(client, machines);
  return firstBackupFailuresOf(machines, access, broken);
}

type Awaiting = Pick<Item, 'vmId' | 'protectionState' | 'lastBackupStatus' | 'deletedAt'> & Partial<Pick<ItemInVault, 'machine'>>;

/** Of the items of which nothing was backed up yet those whose first backup will fail; where there are none, nothing is asked for. */
export function useItemsToFail(items: readonly Awaiting[], subscriptionId?: SubscriptionId): FirstBackupFailures {
  const ids = useMemo(() => new Set(items.filter(awaitsFirstBackup).map(({ vmId }) => vmId.toLowerCase())), [items]);
  const { data } = useQuery({ ...virtualMachinesQuery(subscriptionId), enabled: ids.size > 0 });
  const machines = useMemo(
    () => (ids.size > 0 && data?.complete === true ? data.rows.filter(({ id }) => ids.has(id.toLowerCase())) : NO_MACHINES),
    [ids, data],
  );
  return useFirstBackupFailures(machines);
}

export type WithFirstBackup<T> = T & { firstBackupFailure?: FirstBackupFailure };

/** Items with what their first backup will fail for. */
export function useWithFirstBackup<T extends Awaiting>(
  items: readonly T[],
  subscriptionId?: SubscriptionId,
): readonly WithFirstBackup<T>[] {
  const failures = useItemsToFail(items, subscriptionId);
  return useMemo(() => {
    if (failures.size === 0) return items;
    return items.map((item) => {
      const firstBackupFailure = failures.get(item.vmId.toLowerCase());
      return firstBackupFailure === undefined ? item : { ...item, firstBackupFailure };
    });
  }, [items, failures]);
}
