import { useQuery } from '@tanstack/react-query';
import type { StepRights, VaultPath, VirtualMachine } from '@tresor/contracts';
import { useMemo } from 'react';
import { isKeyVaultId } from '../../../api/known-ids';
import { rightsQuery } from '../../../api/rights-query';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';
import { keyVaultIdsOf } from '../../../kept/backup-draft';

const NO_MACHINES: readonly VirtualMachine[] = [];
const NO_RIGHTS: readonly StepRights[] = [];

/** What the signed-in person may do in the vault, its subscription and the key vaults of the subscription's machines. */
export function useLens({ subscriptionId, resourceGroup, vaultName }: VaultPath) {
  const list = useQuery(virtualMachinesQuery(subscriptionId));
  const machines = list.data?.rows ?? NO_MACHINES;
  // Who may not see machines is told what that takes; nobody waits for them.
  const known = list.data?.complete === true || list.error !== null;
  const keyVaultIds = useMemo(() => keyVaultIdsOf(machines).filter(isKeyVaultId), [machines]);
  const rights = useQuery({
    ...rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName }, keyVaultIds, wholeSubscription: true }),
    enabled: known,
  });
  return { steps: rights.data ?? NO_RIGHTS, busy: !known || rights.isFetching, error: rights.error, refresh: () => void rights.refetch() };
}
