import type { LetIn, VaultPath } from '@tresor/contracts';
import { backupServiceId } from '../../../azure/backup-service';
import { sameId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { readOwnGroups } from '../../../azure/groups';
import { readKeyVault } from '../../../azure/key-vault-access/read-key-vault';
import { listTemporaryKeyVaults } from '../../../azure/keys/temporary-key-vaults';
import type { CommandRecord } from '../../record/command-record';
import { peopleOf } from '../../record/find-commands';

/** Who may work in the key vaults that were made for a restore: by name those who are known here, of others how many. */
export async function readLetIn(record: CommandRecord, session: AzureSession, vault: VaultPath, jobId: string): Promise<LetIn[]> {
  const made = await listTemporaryKeyVaults(session, vault.subscriptionId, jobId);
  if (made.length === 0) return [];
  const [groups, service, known] = await Promise.all([readOwnGroups(session), backupServiceId(session), peopleOf(record, vault)]);
  return Promise.all(
    made.map(async ({ id, name: keyVaultName }) => {
      const read = await readKeyVault(session, id);
      const ids = read.state === 'there' ? [...new Set(read.keyVault.policies.map(({ objectId }) => objectId.toLowerCase()))] : [];
      const has = (objectId: string | undefined) => objectId !== undefined && ids.some((one) => sameId(one, objectId));
      const own = (groups ?? []).filter((group) => has(group.id)).map(({ name }) => name);
      const [user, backup] = [has(session.principal.oid), has(service)];
      const people = ids.flatMap((id) => (sameId(id, session.principal.oid) ? [] : (known.get(id) ?? [])));
      const others = ids.length - own.length - people.length - Number(user) - Number(backup);
      return { keyVaultName, user, groups: own, backup, people, others };
    }),
  );
}
