import { removedLeftovers, restore } from '@tresor/contracts';
import * as z from 'zod';
import { seen } from '../../facts';
import { ofVault, storageAccountId, vmId } from '../contoso-places';
import { restorePath } from '../restoring';
import { MINUTE, PRODUCTION, type Probe, type Stage } from './stage';

const GROUP = 'OperationsRG';
const VAULTS = `${PRODUCTION}/resourceGroups/${GROUP}/providers/Microsoft.RecoveryServices/vaults`;
const VAULT_VERSION = 'api-version=2024-04-01';

const jobBody = z.object({
  properties: z.object({ extendedInfo: z.object({ propertyBag: z.record(z.string(), z.string().nullable()) }) }),
});

/** What a restore leaves of keys in the storage account is deleted once its machine runs, and the account is looked into again. */
export async function leftovers(stage: Stage, jobId: string, machine: string): Promise<Probe> {
  const { leftovers: left, storageAccountName } = await stage.ask.get(restore, restorePath(jobId));
  const job = await stage.adele('GET', `${VAULTS}/OperationsVault/backupJobs/${jobId}?${VAULT_VERSION}`);
  const { propertyBag } = jobBody.parse(job.body).properties.extendedInfo;
  const container = propertyBag['Config Blob Container Name'];
  const blob = `https://${storageAccountName}.blob.core.windows.net/${container}/${seen(left)[0]}`;
  return {
    steps: ['remove-leftovers'],
    places: { diskGroup: GROUP, vmId: vmId(GROUP, machine), storageAccountId: storageAccountId('contosostaging') },
    async take() {
      const answer = await stage.lee('DELETE', `${restorePath(jobId)}/leftovers`);
      return answer.ok && removedLeftovers.parse(await answer.json()).left.length === 0;
    },
    undo: () => stage.adele('PUT', blob, {}),
  };
}

/** An empty vault is deleted. */
export function emptyVault(stage: Stage): Probe {
  const vaultName = 'LensVault';
  const body = { location: 'westeurope', sku: { name: 'RS0', tier: 'Standard' }, properties: {} };
  const settle = () => stage.contoso.azure.advance(MINUTE);
  return {
    steps: ['delete-vault'],
    places: { vaultName },
    async prepare() {
      await stage.adele('PUT', `${VAULTS}/${vaultName}?${VAULT_VERSION}`, body);
      settle();
    },
    take: async () => (await stage.lee('DELETE', ofVault(GROUP, vaultName))).ok,
    undo: () => Promise.resolve(settle()),
  };
}
