import type { VaultPath } from '@tresor/contracts';
import { parseArmId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { freeKeyVaultName } from '../../../azure/keys/free-key-vault-name';
import { Problem } from '../../../problem';
import { readJourney } from '../journey/journey';

/** What a new key vault for the keys of a restore may be called. */
export async function suggestKeyVault(session: AzureSession, vault: VaultPath, jobId: string): Promise<{ name: string }> {
  const { chain } = await readJourney(session, vault, jobId);
  if (chain === null) throw new Problem('keys-not-in-backup');
  return {
    name: await freeKeyVaultName(session, vault.subscriptionId, parseArmId(chain.secret.keyVaultId)?.name ?? chain.secret.keyVaultName),
  };
}
