import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { flushSync } from 'react-dom';
import { api } from '../../../api/api';
import { isResourceGroupName, isSubscriptionId, isVaultName } from '../../../api/known-ids';
import { translated } from '../../../api/problem-error';
import { useLeadOn } from '../../../blades/use-lead-on';
import type { NewVaultDraftHandle } from '../../../kept/new-vault-draft';
import { paths } from '../../../map/paths';
import { vaultsChanged } from '../vaults-changed';
import { watchVault } from './watch-vault';

/** Where the vault of a form would stand; null while the form does not say. */
function placeOf({ name, subscriptionId, isNewGroup, newGroup, group }: NewVaultDraftHandle['draft']): VaultPath | null {
  const resourceGroup = isNewGroup ? newGroup : group;
  if (!isVaultName(name) || !isSubscriptionId(subscriptionId) || !isResourceGroupName(resourceGroup)) return null;
  return { subscriptionId, resourceGroup, vaultName: name };
}

/** Sends the form of a new vault, once; the vault then opens, whatever Azure still has to do for it. */
export function useCreateVault({ draft, intentId, discard }: NewVaultDraftHandle) {
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const { mutate, error, data, isPending } = useMutation({
    mutationFn: (path: VaultPath) => {
      const { location, isNewGroup: newResourceGroup, replication: storageReplication, softDelete } = draft;
      const request = { location, newResourceGroup, storageReplication, softDelete };
      return translated(api.vaults.create({ ...path, intentId: intentId(), ...request }));
    },
    onSuccess({ state }, path) {
      if (state !== 'started') return;
      watchVault(client, path);
      vaultsChanged(client);
      flushSync(discard);
      void leadOn(paths.vault(path));
    },
  });
  const path = placeOf(draft);
  return { run: () => path !== null && mutate(path), isPending, error, outcome: data };
}
