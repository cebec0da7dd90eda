import { keyVaultId } from '../../apps/bff/src/testing/contoso-places';
import { direct } from '../../apps/bff/src/testing/direct';
import { ADELE } from '../../apps/bff/src/testing/restoring';
import * as z from 'zod';
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

const servicePrincipals = z.object({ value: z.array(z.object({ id: z.string() })) });

/** Who reads the keys of a machine for its backup. */
async function backupService({ azure }: Contoso): Promise<string> {
  const filter = "appId eq '262044b1-e2ce-469f-a196-69ab7ada62d3'";
  const { body } = await direct(azure, 'adele', 'GET', `https://graph.microsoft.com/v1.0/servicePrincipals?$filter=${filter}`);
  return servicePrincipals.parse(body).value[0]?.id ?? '';
}

/** A key vault for disk encryption that Azure Backup may read, as the company would make one for keys that were lost. */
export async function newKeyVault(contoso: Contoso, name: string, ...others: string[]): Promise<string> {
  const { azure } = contoso;
  const id = keyVaultId('KeyVaultRG', name);
  const accessPolicies = [ADELE, await backupService(contoso), ...others].map((objectId) => ({
    tenantId: azure.tenantId,
    objectId,
    permissions,
  }));
  const sku = { family: 'A', name: 'standard' };
  const properties = { tenantId: azure.tenantId, sku, enabledForDiskEncryption: true, accessPolicies };
  await direct(azure, 'adele', 'PUT', `${id}?${VERSION}`, { location: 'westeurope', properties });
  return id;
}
