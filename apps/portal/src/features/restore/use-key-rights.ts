import type { KeyChain, VaultPath } from '@tresor/contracts';
import { isKeyVaultId, isResourceGroupName } from '../../api/known-ids';
import { useBarred } from '../../rights/use-barred';
import type { KeyForm } from './use-key-form';

/** Why the signed-in person may not bring key and secret back the chosen way; undefined where nothing is known to be missing. */
export function useKeyRights(path: VaultPath, { way, target, group }: KeyForm, { secret, key }: KeyChain): string | undefined {
  const links = key === null ? [secret] : [secret, key];
  const changesVault = way === 'recover' && links.some(({ state }) => state === 'vault-deleted' || state === 'vault-not-enabled');
  const keyVaultIds = way === 'restore' ? [target?.id ?? ''] : links.map(({ keyVaultId }) => keyVaultId);
  const barred = useBarred(path, {
    groups: [group].filter(isResourceGroupName),
    keyVaultIds: [...new Set(keyVaultIds)].filter(isKeyVaultId),
  });
  if (way === 'create') return barred('create-key-vault');
  if (changesVault) return barred('recover-key-vault');
  return barred(way === 'recover' ? 'recover-keys' : 'restore-keys');
}
