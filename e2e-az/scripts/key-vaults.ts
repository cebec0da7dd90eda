import { keyVaultId } from '../../apps/bff/src/testing/contoso-places';
import { direct } from '../../apps/bff/src/testing/direct';
import { ADELE } from '../../apps/bff/src/testing/restoring';
import type { Contoso } from '../../apps/bff/src/testing/start-contoso';

const VERSION = 'api-version=2023-07-01';
const permissions = { keys: ['all'], secrets: ['all'] };

/** Lets somebody do everything in the company's key vaults. */
export async function letIn({ azure }: Contoso, objectId: string): Promise<void> {
  for (const id of [keyVaultId('KeyVaultRG', 'ContosoKV'), keyVaultId('IgniteRG', 'IgniteDemoKV')]) {
    const accessPolicies = [{ tenantId: azure.tenantId, objectId, permissions }];
    await direct(azure, 'adele', 'PUT', `${id}/accessPolicies/add?${VERSION}`, { properties: { accessPolicies } });
  }
}

/** A key vault for disk encryption, as the company would make one for keys that were lost. */
export async function newKeyVault({ azure }: Contoso, name: string, ...others: string[]): Promise<string> {
  const id = keyVaultId('KeyVaultRG', name);
  const accessPolicies = [ADELE, ...others].map((objectId) => ({ tenantId: azure.tenantId, objectId, permissions }));
  const sku = { family: 'A', name: 'standard' };
  const properties = { tenantId: azure.tenantId, sku, enabledForDiskEncryption: true, accessPolicies };
  await direct(azure, 'adele', 'PUT', `${id}?${VERSION}`, { location: 'westeurope', properties });
  return id;
}
