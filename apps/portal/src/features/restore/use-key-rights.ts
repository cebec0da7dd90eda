import type { KeyChain, VaultPath } from '@tresor/contracts';
import { isKeyVaultId, isResourceGroupName } from '../../api/known-ids';
import { useBarred } from '../../rights/use-barred';
import type { KeyForm } from './use-key-form';

const groupOf = (armId: string) => armId.split('/')[4] ?? '';

/** Why the signed-in person may not bring key and secret back the chosen way; undefined where nothing is known to be missing. */
export function useKeyRights(path: VaultPath, { way, target, group }: KeyForm, { secret, key }: KeyChain): string | undefined {
  const links = key === null ? [secret] : [secret, key];
  const revivesVault = way === 'recover' && links.some(({ state }) => state === 'vault-deleted');
  const keyVaultIds = way === 'restore' ? [target?.id ?? ''] : links.map(({ keyVaultId }) => keyVaultId);
  const barred = useBarred(path, {
    groups: [revivesVault ? groupOf(secret.keyVaultId) : group].filter(isResourceGroupName),
    keyVaultIds: [...new Set(keyVaultIds)].filter(isKeyVaultId),
  });
  if (way === 'create' || revivesVault) return barred('create-key-vault');
  return barred(way === 'recover' ? 'recover-keys' : 'restore-keys');
}
