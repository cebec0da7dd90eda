import type { KeyVaultPath } from '@tresor/contracts';
import { sameId } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { backupServiceId } from '../../azure/backup-service';
import { readKeyVault, type KeyVault } from '../../azure/key-vault-access/read-key-vault';
import { readServiceAccess, stampOf, type HeldAccess } from '../../azure/key-vault-access/service-access';
import { Problem } from '../../problem';
import type { StoredGrant } from '../../store/grants';

export const keyVaultIdOf = ({ subscriptionId, resourceGroup, keyVaultName }: KeyVaultPath) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault/vaults/${keyVaultName}`;

/** A grant is known under its own key vault and directory only. */
export function requireOfKeyVault({ principal }: AzureSession, path: KeyVaultPath, { tenantId, keyVault }: StoredGrant): void {
  if (tenantId !== principal.tid || !sameId(keyVault, keyVaultIdOf(path))) throw new Problem('grant-not-found');
}

export interface Look extends HeldAccess {
  keyVault: KeyVault;
  service: string;
  stamp: string;
}

/** The key vault and the service's access as they are now, for anyone who is about to change them. */
export async function lookNow(session: AzureSession, path: KeyVaultPath): Promise<Look> {
  session.forget();
  const read = await readKeyVault(session, keyVaultIdOf(path));
  if (read.state !== 'there') throw new Problem(read.state === 'missing' ? 'key-vault-not-found' : 'forbidden');
  const { keyVault } = read;
  const service = await backupServiceId(session);
  if (service === undefined) throw new Problem('backup-service-unknown');
  const now = await readServiceAccess(session, keyVault, service);
  if (now === null) throw new Problem('forbidden');
  return { ...now, keyVault, service, stamp: stampOf(keyVault, now.access) };
}
