import { machineOptions, restore } from '@tresor/contracts';
import * as z from 'zod';
import { ofVault, storageAccountId, vmId } from '../contoso-places';
import { restorePath } from '../restoring';
import { keyVault, MINUTE, PRODUCTION, type Probe, type Stage } from './stage';

const GROUP = 'OperationsRG';
const VAULTS = `${PRODUCTION}/resourceGroups/${GROUP}/providers/Microsoft.RecoveryServices/vaults`;
const VAULT_VERSION = 'api-version=2024-04-01';

/** A machine is made of the restored disks; when it is gone, they are free for the next one. */
export async function newMachine(stage: Stage, jobId: string, keyVaultName: string): Promise<Probe> {
  const { subnets } = await stage.ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
  const subnetId = subnets[0]?.id ?? '';
  const machine = { name: 'LensVM', group: GROUP, size: 'Standard_DS2_v2', subnetId, publicIp: false };
  const url = `${vmId(GROUP, machine.name)}?api-version=2023-09-01`;
  return {
    step: 'create-machine',
    places: { group: GROUP, subnetId, keyVaultId: keyVault(keyVaultName) },
    take: async () => (await stage.lee('PUT', `${restorePath(jobId)}/machine`, { machine })).ok,
    async undo() {
      if ((await stage.adele('GET', url)).status === 404) return;
      stage.contoso.azure.advance(5 * MINUTE);
      await stage.adele('DELETE', url);
      stage.contoso.azure.advance(5 * MINUTE);
    },
  };
}

const jobBody = z.object({
  properties: z.object({ extendedInfo: z.object({ propertyBag: z.record(z.string(), z.string().nullable()) }) }),
});

/** What a restore leaves of keys in the storage account is deleted, and the account is looked into again. */
export async function leftovers(stage: Stage, jobId: string): Promise<Probe> {
  const { leftovers: left, storageAccountName } = await stage.ask.get(restore, restorePath(jobId));
  const job = await stage.adele('GET', `${VAULTS}/OperationsVault/backupJobs/${jobId}?${VAULT_VERSION}`);
  const { propertyBag } = jobBody.parse(job.body).properties.extendedInfo;
  const container = propertyBag['Config Blob Container Name'];
  const blob = `https://${storageAccountName}.blob.core.windows.net/${container}/${left[0]}`;
  return {
    step: 'remove-leftovers',
    places: { storageAccountId: storageAccountId('contosostaging') },
    async take() {
      const answer = await stage.lee('DELETE', `${restorePath(jobId)}/leftovers`);
      return answer.ok && z.array(z.string()).parse(await answer.json()).length === 0;
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
    step: 'delete-vault',
    places: { vaultName },
    async prepare() {
      await stage.adele('PUT', `${VAULTS}/${vaultName}?${VAULT_VERSION}`, body);
      settle();
    },
    take: async () => (await stage.lee('DELETE', ofVault(GROUP, vaultName))).ok,
    undo: () => Promise.resolve(settle()),
  };
}
