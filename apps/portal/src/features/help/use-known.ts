import { useQuery } from '@tanstack/react-query';
import type { MachinePath, VaultPath } from '@tresor/contracts';
import { isResourceGroupName, isVmName } from '../../api/known-ids';
import { itemsQuery, machineEncryptionQuery } from '../../api/queries';
import { restoresQuery } from '../../api/restore-queries';
import type { About } from '../../map/paths';
import { useEdition } from '../../kept/edition';
import { needsItem, type Known } from './fix-links';
import type { Fix } from './help-entry-kind';

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Completes what an address tells of a failure: the machine's key vaults, its restore, whether it is backed up here. */
export function useKnown(fixes: readonly Fix[], vault: VaultPath, about: About): Known {
  const edition = useEdition();
  const { vmGroup = '', vmName = '' } = about.machine ?? {};
  const machine: MachinePath | undefined =
    isResourceGroupName(vmGroup) && isVmName(vmName) ? { subscriptionId: vault.subscriptionId, vmGroup, vmName } : undefined;
  const wantsKeyVaults = fixes.includes('grant') && about.keyVaultId === undefined && machine !== undefined;
  const wantsRestore = (fixes.includes('keys') || fixes.includes('machine')) && about.restoreId === undefined && machine !== undefined;
  const items = useQuery({ ...itemsQuery(vault), enabled: machine !== undefined && (needsItem(fixes) || fixes.includes('items')) });
  const restores = useQuery({ ...restoresQuery(vault), enabled: wantsRestore });
  const encryption = useQuery(machineEncryptionQuery(wantsKeyVaults ? machine : undefined, edition));
  const restoreId = about.restoreId ?? restores.data?.find((restore) => isSame(restore.vmName, vmName))?.jobId;
  const found = encryption.data?.keyVaults.map(({ id }) => id) ?? [];
  return {
    ...about,
    ...(restoreId !== undefined && { restoreId }),
    keyVaultIds: about.keyVaultId === undefined ? found : [about.keyVaultId],
    isItem: items.data?.some(({ resourceGroup, name }) => isSame(resourceGroup, vmGroup) && isSame(name, vmName)),
  };
}
