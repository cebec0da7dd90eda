import { useQuery } from '@tanstack/react-query';
import type { PoliciesInTheWay } from '@tresor/contracts';
import { useMemo } from 'react';
import { isResourceGroupName, isSubscriptionId } from '../../../api/known-ids';
import { type PlannedVault, vaultPoliciesQuery } from '../../../api/queries';
import type { NewVaultDraft } from '../../../kept/new-vault-draft';
import { useSettled } from '../../../ui/fields/use-settled';

/** Which policies forbid the vault that the form describes, whatever its name; undefined while that is not known, or somebody types. */
export function useVaultPolicies(draft: NewVaultDraft): PoliciesInTheWay | undefined {
  const { subscriptionId, isNewGroup: newResourceGroup, location, replication: storageReplication, softDelete } = draft;
  const resourceGroup = newResourceGroup ? draft.newGroup : draft.group;
  const planned = useMemo<PlannedVault | null>(() => {
    if (!isSubscriptionId(subscriptionId) || !isResourceGroupName(resourceGroup) || location === '') return null;
    return { subscriptionId, resourceGroup, newResourceGroup, location, storageReplication, softDelete };
  }, [subscriptionId, resourceGroup, newResourceGroup, location, storageReplication, softDelete]);
  const settled = useSettled(planned);
  const { data } = useQuery(vaultPoliciesQuery(settled));
  return settled === planned ? data : undefined;
}
