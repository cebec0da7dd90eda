import { randomUUID } from 'node:crypto';
import { commandOutcome, discardPlan, discardResult, machineOptions, recoveryPoint, restore } from '@tresor/contracts';
import * as z from 'zod';
import { keyVaultId, OPERATIONS, storageAccountId } from '../contoso-places';
import { seen } from '../../facts';
import { restorePath } from '../restoring';
import { KEY_VAULT_VERSION, MINUTE, PRODUCTION, type Probe, type Stage } from './stage';

const GROUP = 'OperationsRG';

/** From here on restores take a minute, so that one can be made for each attempt. */
export async function quickRestores({ contoso }: Stage): Promise<void> {
  const answer = await fetch(`${contoso.azure.url}/control/restores`, { method: 'POST', body: JSON.stringify({ minutes: 1 }) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Restores the disks of a machine's newest point; they are there when time has passed. Answers the job's id. */
export async function restoreOf(stage: Stage, vm: string, group = GROUP, targetGroup: string | null = GROUP): Promise<string> {
  const item = `${OPERATIONS}/items/${group}/${vm}`;
  const [point] = await stage.ask.get(z.array(recoveryPoint), `${item}/recovery-points`);
  const where = { storageAccountId: storageAccountId('contosostaging'), targetGroup };
  const order = { edition: 'current', recoveryPointId: point?.id, ...where };
  const { jobId } = await stage.ask.send(commandOutcome, 'PUT', `${item}/restores/${randomUUID()}`, order);
  return jobId ?? '';
}

/** Restored VHDs are looked at. */
export function vhdsInSight(stage: Stage, jobId: string): Probe {
  return {
    steps: ['find-vhds'],
    places: { storageAccountId: storageAccountId('contosostaging') },
    async take() {
      const answer = await stage.lee('GET', restorePath(jobId));
      const { data } = restore.safeParse(await answer.json());
      // The files, and which machine uses them.
      return data?.disks.state === 'known' && data.disks.value.length > 0 && data.machineId.state === 'known';
    },
    undo: () => Promise.resolve(),
  };
}

/** A disk that was deleted after it was restored is restored again. */
export function missingDisk(stage: Stage, jobId: string): Probe {
  const path = restorePath(jobId);
  const disk = `${PRODUCTION}/resourceGroups/${GROUP}/providers/Microsoft.Compute/disks`;
  const settle = () => stage.contoso.azure.advance(5 * MINUTE);
  const looked = async () => {
    await stage.forgetReads('adele');
    return seen((await stage.ask.get(restore, path)).disks);
  };
  return {
    steps: ['restore-missing'],
    places: { group: GROUP, diskGroup: GROUP, storageAccountId: storageAccountId('contosostaging') },
    async prepare() {
      const last = (await looked()).at(-1);
      await stage.adele('DELETE', `${disk}/${last}?api-version=2023-04-02`);
      settle();
    },
    async take() {
      const answer = await stage.lee('PUT', `${path}/disks/${randomUUID()}`, { edition: 'current' });
      return commandOutcome.safeParse(await answer.json()).data?.state === 'started';
    },
    async undo() {
      settle();
      await stage.contoso.as('adele', `${path}/disks/${randomUUID()}`, { method: 'PUT', body: JSON.stringify({ edition: 'current' }) });
      settle();
    },
  };
}

/** Everything that a restore has made is removed: disks, files, network, and a key vault of its own. */
export function discarded(stage: Stage, vmName: string): Probe {
  const name = 'LensOwnKV';
  const id = keyVaultId(GROUP, name);
  let jobId = '';
  const path = () => restorePath(jobId);
  const settle = () => stage.contoso.azure.advance(5 * MINUTE);
  const asAdele = async (method: string, url: string, body: object) => {
    const answer = await stage.contoso.as('adele', url, { method, body: JSON.stringify(body) });
    return answer.json();
  };
  const failToMake = async () => {
    const { subnets, suggested } = await stage.ask.get(machineOptions, `${path()}/machine/options`);
    stage.contoso.azure.faults.arm({ operation: 'PUT .*/virtualMachines/', kind: '500', times: 3 });
    const machine = { ...suggested, name: 'LensNeverVM', group: GROUP, subnetId: subnets[0]?.id, publicIp: true };
    await asAdele('PUT', `${path()}/machine`, { machine });
    stage.contoso.azure.faults.clear();
  };
  return {
    steps: ['discard-restore', 'discard-key-vault'],
    places: { group: GROUP, diskGroup: GROUP, storageAccountId: storageAccountId('contosostaging'), keyVaultId: id },
    async prepare() {
      jobId = await restoreOf(stage, vmName);
      settle();
      await stage.forgetReads('adele');
      await asAdele('PUT', `${path()}/keys`, { how: { way: 'create', name, group: GROUP } });
      await failToMake();
      const { items } = await stage.ask.get(discardPlan, `${path()}/discard`);
      const kinds = new Set(items.map(({ kind }) => kind));
      if (kinds.size < 5) throw new Error(`There is only ${[...kinds].join(', ')} to discard.`);
    },
    async take() {
      const answer = await stage.lee('POST', `${path()}/discard`, { vmName });
      const { data = [] } = z.array(discardResult).safeParse(await answer.json());
      settle();
      await stage.forgetReads('adele');
      const { items } = await stage.ask.get(discardPlan, `${path()}/discard`);
      return items.length === 0 && data.length > 0 && data.every(({ state }) => state !== 'left' && state !== 'in-doubt');
    },
    async undo() {
      await asAdele('POST', `${path()}/discard`, { vmName });
      const deleted = `${PRODUCTION}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/${name}`;
      await stage.adele('DELETE', `${id}?${KEY_VAULT_VERSION}`);
      await stage.adele('POST', `${deleted}/purge?${KEY_VAULT_VERSION}`);
      await stage.forgetReads('adele');
    },
  };
}
