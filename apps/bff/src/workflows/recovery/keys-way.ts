import type { KeyChain, KeysHow, KeyState, KeyVaultTarget } from '@tresor/contracts';
import { sameId } from '../../azure/connection/arm-id';
import { linksOf } from '../restore/journey/chain-links';

/** What can be made good where it is. */
const RECOVERABLE: ReadonlySet<KeyState> = new Set(['deleted', 'vault-deleted', 'disabled', 'expired', 'vault-not-enabled']);

/** How key and secret come back unless somebody chooses: where they were, as long as that can be, and in no key vault of others. */
export function firstWay(chain: KeyChain, targets: readonly KeyVaultTarget[]): KeysHow['way'] {
  const own = targets.find(({ id }) => sameId(id, chain.secret.keyVaultId));
  const isClosed = own?.reason === 'not-enabled-for-disk-encryption';
  if (isClosed || linksOf(chain).some(({ state }) => RECOVERABLE.has(state))) return 'recover';
  return own?.reason === null ? 'restore' : 'create';
}
