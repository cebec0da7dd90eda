import type { LetIn, VaultPath } from '@tresor/contracts';
import { sameId } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { readKeyVault } from '../../azure/key-vault-access/read-key-vault';
import { listTemporaryKeyVaults } from '../../azure/keys/temporary-key-vaults';
import { readPrincipals } from '../../azure/principals';

/** Who may work in the key vaults that were made for a restore, as far as the directory names them. */
export async function readLetIn(session: AzureSession, { subscriptionId }: VaultPath, jobId: string): Promise<LetIn[]> {
  const made = await listTemporaryKeyVaults(session, subscriptionId, jobId);
  return Promise.all(
    made.map(async ({ id, name: keyVaultName }) => {
      const read = await readKeyVault(session, id);
      const ids = read.state === 'there' ? [...new Set(read.keyVault.policies.map(({ objectId }) => objectId))] : [];
      const named = await readPrincipals(session, ids);
      const principals = named.map(({ kind, name }) => ({ kind, name })).toSorted((a, b) => a.name.localeCompare(b.name));
      return { keyVaultName, principals, unnamed: ids.filter((id) => !named.some((one) => sameId(one.id, id))).length };
    }),
  );
}
