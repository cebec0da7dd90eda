import type { JobId, KeyChain, VaultPath } from '@tresor/contracts';
import { KeyVaultAccessList, useKeyVaultAccess } from '../../../azure/key-vault-access/key-vault-access-list';
import { paths } from '../../../map/paths';
import { chainKeyVaults } from '../../../azure/key-chain/chain-key-vaults';

const questionOf = (chain: KeyChain | null) => ({ keyVaultIds: chainKeyVaults(chain), needsKeys: chain !== null && chain.key !== null });

interface ServiceAccessProps {
  path: VaultPath;
  jobId: JobId;
  chain: KeyChain | null;
}

/** Whether Azure Backup may read what opens the disks of the new machine, as the wizard shows it. */
export function ServiceAccess({ path, jobId, chain }: ServiceAccessProps) {
  const question = questionOf(chain);
  if (question.keyVaultIds.length === 0) return null;
  return <KeyVaultAccessList {...question} hrefOf={(id) => paths.restoreKeyVault(path, jobId, id)} />;
}

/** Names of the key vaults that Azure Backup is known not to read; undefined while that is looked at. */
export function useLackingKeyVaults(chain: KeyChain | null): string[] | undefined {
  const access = useKeyVaultAccess(questionOf(chain));
  if (access.isLoading) return undefined;
  return (access.data ?? []).filter(({ state }) => state === 'lacking' || state === 'missing').map(({ name }) => name);
}
