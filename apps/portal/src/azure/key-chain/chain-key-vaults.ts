import type { KeyChain, KeyVaultId } from '@tresor/contracts';
import { isKeyVaultId } from '../../api/known-ids';

/** The key vaults that the links of a chain are in, each once. */
export function chainKeyVaults(chain: KeyChain | null | undefined): KeyVaultId[] {
  const ids = chain ? [chain.secret.keyVaultId, ...(chain.key ? [chain.key.keyVaultId] : [])] : [];
  return [...new Set(ids)].filter(isKeyVaultId);
}
