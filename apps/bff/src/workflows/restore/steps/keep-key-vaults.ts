import { sameId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { isLackOfRight, isRefused, isStatus, UpstreamFailure } from '../../../azure/connection/upstream-failure';
import { protectFromPurge } from '../../../azure/keys/revive';
import { listTemporaryKeyVaults } from '../../../azure/keys/temporary-key-vaults';
import { whileBusy } from '../../../azure/repeated';
import { seen } from '../../../facts';
import type { Journey } from '../journey/journey';
import { isVerified } from './encryption';

type Proven = Pick<Journey, 'vault' | 'jobId' | 'encrypted' | 'machine' | 'open' | 'chain' | 'isolation'>;

/**
 * Purge protection cannot be taken back, so a key vault that was made for a restore gets it only once the new machine is proven to run
 * with the keys in it: until then who discards the restore can purge it. Nobody has asked for it, so a refusal keeps nothing else from being
 * done: who may not change the key vault leaves it as it is, for others may. Answers the names of those that Azure refuses to protect.
 * @throws what a new sign-in or another try helps against
 */
export async function keepKeyVaults(
  session: AzureSession,
  { vault, jobId, encrypted, machine, open, chain, isolation }: Proven,
): Promise<string[]> {
  // What a rehearsal made is to go.
  if (isolation === 'rehearsal' || chain === null || !isVerified(encrypted, seen(machine), open)) return [];
  const used = [chain.secret.keyVaultId, chain.key?.keyVaultId ?? chain.secret.keyVaultId];
  const unprotected: string[] = [];
  for (const { id, name, purgeProtected } of await listTemporaryKeyVaults(session, vault.subscriptionId, jobId)) {
    if (purgeProtected || !used.some((one) => sameId(one, id))) continue;
    await whileBusy(session, () => protectFromPurge(session, id)).catch((error: unknown) => {
      if (isLackOfRight(error) || isStatus(error, 404)) return;
      if (!isFinal(error)) throw error;
      unprotected.push(name);
    });
  }
  return unprotected;
}

/** A policy, or a lock, which no role helps against; not what only this moment, or this sign-in, is the reason of. */
const isFinal = (error: unknown) =>
  isRefused(error, 'RequestDisallowedByPolicy') ||
  isRefused(error, 'ScopeLocked') ||
  (error instanceof UpstreamFailure && error.details.status === 400);
