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

interface Sent {
  path: VaultPath;
  command: Parameters<typeof api.vaults.create>[0];
  done: () => boolean;
}

/** Sends the form of a new vault, once; the vault then opens, whatever Azure still has to do for it. */
export function useCreateVault({ draft, sending }: NewVaultDraftHandle) {
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const { mutate, variables, error, data, isPending } = useMutation({
    mutationFn: ({ command }: Sent) => translated(api.vaults.create(command)),
    onSuccess({ state }, { path, done }) {
      if (state !== 'started') return;
      watchVault(client, path);
      vaultsChanged(client);
      if (flushSync(done)) void leadOn(paths.vault(path));
    },
  });
  const path = placeOf(draft);
  const send = (path: VaultPath) => {
    const { location, isNewGroup: newResourceGroup, replication: storageReplication, softDelete } = draft;
    const { intentId, done } = sending();
    mutate({ path, command: { ...path, intentId, location, newResourceGroup, storageReplication, softDelete }, done });
  };
  return {
    run: () => {
      if (path !== null) send(path);
    },
    /** Asks what became of it, whatever the form says by now. */
    ask: () => {
      if (variables) mutate(variables);
    },
    isPending,
    error,
    outcome: data,
  };
}
