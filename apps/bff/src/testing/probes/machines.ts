import { machineOptions, restore, type KeyChain } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import { setServiceEdition } from '../../../../../packages/local-azure/src/providers/recovery-services/backup-service';
import { vmId } from '../contoso-places';
import { restorePath } from '../restoring';
import { MINUTE, PRODUCTION, type Places, type Probe, type Stage } from './stage';

const GROUP = 'OperationsRG';

/** The machine of a restore: what is asked for, and how the scene for it is set and cleared. */
async function machineOf(stage: Stage, jobId: string, name: string) {
  const { subnets } = await stage.ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
  const subnetId = subnets[0]?.id ?? '';
  const machine = { name, group: GROUP, size: 'Standard_DS2_v2', subnetId, publicIp: false };
  const url = `${vmId(GROUP, name)}?api-version=2023-09-01`;
  const settle = () => stage.contoso.azure.advance(5 * MINUTE);
  return {
    url,
    subnetId,
    settle,
    take: async () => (await stage.lee('PUT', `${restorePath(jobId)}/machine`, { machine })).ok,
    make: async () => {
      const body = JSON.stringify({ machine });
      const { status } = await stage.contoso.as('adele', `${restorePath(jobId)}/machine`, { method: 'PUT', body });
      if (status !== 202) throw new Error(`${name} was not made: ${status}`);
    },
    /** When it is gone, its disks are free for the next one. */
    remove: async () => {
      if ((await stage.adele('GET', url)).status === 404) return;
      settle();
      await stage.adele('DELETE', url);
      settle();
    },
  };
}

const keyVaultOf = ({ keyChain }: { keyChain: KeyChain | null }) => keyChain?.secret.keyVaultId ?? '';

/** A machine is made of the restored disks. */
export async function newMachine(
  stage: Stage,
  jobId: string,
  steps: readonly StepId[] = ['create-machine'],
  more: Places = {},
): Promise<Probe> {
  const keyVaultId = keyVaultOf(await stage.ask.get(restore, restorePath(jobId)));
  const { subnetId, take, remove } = await machineOf(stage, jobId, 'LensVM');
  return { steps, places: { group: GROUP, diskGroup: GROUP, subnetId, keyVaultId, ...more }, take, undo: remove };
}

/** A machine that found its key disabled when it started is started again, or deleted. */
export async function failedMachine(stage: Stage, jobId: string): Promise<Probe[]> {
  const { keyChain } = await stage.ask.get(restore, restorePath(jobId));
  const { url, take, make, remove, settle } = await machineOf(stage, jobId, 'LensFailedVM');
  const setKey = (enabled: boolean) => stage.adele('PATCH', `${keyChain?.key?.url}?api-version=7.4`, { attributes: { enabled } });
  const places = { diskGroup: GROUP, vmId: vmId(GROUP, 'LensFailedVM') };
  const scene = {
    async prepare() {
      await make();
      await setKey(false);
      settle();
      await setKey(true);
    },
    undo: remove,
  };
  return [
    {
      ...scene,
      steps: ['start-machine'],
      places: { ...places, keyVaultId: keyVaultOf({ keyChain }) },
      async take() {
        if (!(await take())) return false;
        settle();
        const { body } = await stage.adele('GET', url);
        return JSON.stringify(body).includes('"provisioningState":"Succeeded"');
      },
    },
    {
      ...scene,
      steps: ['delete-failed-machine'],
      places,
      async take() {
        if (!(await stage.lee('DELETE', `${restorePath(jobId)}/machine`)).ok) return false;
        settle();
        return (await stage.adele('GET', url)).status === 404;
      },
    },
  ];
}

/** Linux does not mount the data disks of a machine that was made again until they are encrypted again. */
export async function unmountedDisks(stage: Stage, jobId: string): Promise<Probe> {
  const keyVaultId = keyVaultOf(await stage.ask.get(restore, restorePath(jobId)));
  const { make, remove, settle } = await machineOf(stage, jobId, 'LensLinuxVM');
  return {
    steps: ['renew-encryption'],
    places: { diskGroup: GROUP, vmId: vmId(GROUP, 'LensLinuxVM'), keyVaultId },
    async prepare() {
      await make();
      settle();
    },
    take: async () => (await stage.lee('PUT', `${restorePath(jobId)}/encryption`, { application: null, encryptPlain: false })).ok,
    undo: remove,
  };
}

const VAULT = `${PRODUCTION}/resourceGroups/${GROUP}/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;

/** The machine that was made is backed up; afterwards nothing of its backup is left: one that is stopped begins again with fewer rights. */
export async function unprotectedMachine(stage: Stage, jobId: string): Promise<Probe> {
  const { make, settle } = await machineOf(stage, jobId, 'LensOldVM');
  await make();
  settle();
  // Soft delete is always on since; a vault of then that has it off keeps it off.
  const { world } = stage.contoso.azure;
  setServiceEdition(world, '2017-01');
  const securitySettings = { softDeleteSettings: { softDeleteState: 'Disabled' } };
  await stage.adele('PATCH', `${VAULT}?api-version=2024-04-01`, { properties: { securitySettings } });
  setServiceEdition(world, 'current');
  const container = `IaasVMContainer;iaasvmcontainerv2;${GROUP};LensOldVM`;
  const item = `${VAULT}/backupFabrics/Azure/protectionContainers/${container}/protectedItems/VM;iaasvmcontainerv2;${GROUP};LensOldVM`;
  return {
    steps: ['protect-restored'],
    places: { diskGroup: GROUP, vmId: vmId(GROUP, 'LensOldVM') },
    take: async () => (await stage.lee('PUT', `${restorePath(jobId)}/protection`, { edition: 'current', policyName: 'DefaultPolicy' })).ok,
    async undo() {
      settle();
      await stage.adele('DELETE', `${item}?api-version=2023-04-01`);
      settle();
    },
  };
}
