import type { KeyChain, VaultPath } from '@tresor/contracts';
import { linksOf, revivedBy } from '@tresor/support-matrix';
import { isKeyVaultId, isResourceGroupName } from '../../../api/known-ids';
import { useBarred } from '../../../azure/rights/use-barred';
import { chainKeyVaults } from '../../../azure/key-chain/chain-key-vaults';
import { map } from '../../../map/map';
import type { KeyForm } from './use-key-form';

/** Why the signed-in person may not bring key and secret back the chosen way; undefined where nothing is known to be missing. */
export function useKeyRights(path: VaultPath, { way, target, group }: KeyForm, chain: KeyChain): string | undefined {
  const barred = useBarred(path, {
    groups: [group].filter(isResourceGroupName),
    keyVaultIds: way === 'restore' ? [target?.id ?? ''].filter(isKeyVaultId) : chainKeyVaults(chain),
  });
  if (way === null) return undefined;
  if (way === 'create') return barred('create-key-vault');
  if (way === 'restore') return barred(map.keys.step);
  const steps = new Set(linksOf(chain).flatMap((link) => revivedBy(link) ?? []));
  // What else can be recovered is a key vault that is closed.
  return [...(steps.size > 0 ? steps : (['open-key-vault'] as const))].map((step) => barred(step)).find((reason) => reason !== undefined);
}
