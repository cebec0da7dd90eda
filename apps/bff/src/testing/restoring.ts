import { randomUUID } from 'node:crypto';
import { commandOutcome, itemDetails, protectionBatch, recoveryPoint, restore, type Restore } from '@tresor/contracts';
import { takeEffect } from '@tresor/local-azure';
import * as z from 'zod';
import { seen } from '../facts';
import { beforeNextLook, type Ask, type Asked } from './ask';
import { OPERATIONS, storageAccountId, vmId } from './contoso-places';
import { direct } from './direct';
import type { Contoso } from './start-contoso';

const PRODUCTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const BLOB_DATA_CONTRIBUTOR = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe';
const HOUR = 3_600_000;

/** Lets somebody read and delete blobs of a subscription, which no role for managing it includes. */
export async function allowBlobs({ azure }: Pick<Contoso, 'azure'>, objectId: string, subscription = PRODUCTION): Promise<void> {
  const roles = `${subscription}/providers/Microsoft.Authorization`;
  const url = `${roles}/roleAssignments/${randomUUID()}?api-version=2022-04-01`;
  const properties = {
    principalId: objectId,
    principalType: 'User',
    roleDefinitionId: `${roles}/roleDefinitions/${BLOB_DATA_CONTRIBUTOR}`,
  };
  await direct(azure, 'adele', 'PUT', url, { properties });
  takeEffect(azure);
}

export const PATTI = '4eaf7c91-c305-4db6-9148-f906c35d2e74';
export const MEGAN = '3d9e6b80-b2f4-4ca5-8037-e8f5b24c1d63';
export const ALEX = '2c8d5a7f-a1e3-4b94-9f26-d7e4a13b0c52';
export const ADELE = '1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41';

/** Closes the storage account of the restores to all networks; Azure Backup and other services of Azure still get in. */
export async function closeAccount({ azure }: Pick<Contoso, 'azure'>): Promise<void> {
  const properties = { networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' } };
  await direct(azure, 'adele', 'PATCH', `${storageAccountId('contosostaging')}?api-version=2023-01-01`, { properties });
  takeEffect(azure);
}

export const restorePath = (jobId: string) => `${OPERATIONS}/restores/${jobId}`;

/** Protects a machine with OperationsVault and backs it up. Answers the path of its item. */
export async function backUp(contoso: Contoso, ask: Ask, group: string, vm: string, policyName = 'DefaultPolicy'): Promise<string> {
  const batch = `${OPERATIONS}/protection/${randomUUID()}`;
  const request = { edition: 'current', policyName, vmIds: [vmId(group, vm)] };
  let { finished } = await ask.send(protectionBatch, 'PUT', batch, request);
  while (!finished) {
    // In small steps: asked quickly, it must not become night.
    contoso.azure.advance(6_000);
    ({ finished } = await ask.get(protectionBatch, batch));
  }
  const item = `${OPERATIONS}/items/${group}/${vm}`;
  await ask.send(commandOutcome, 'PUT', `${item}/backups/${randomUUID()}`, { retainUntil: null });
  contoso.azure.advance(6 * HOUR);
  const { recoveryPointCount } = await ask.get(itemDetails, item);
  if (!recoveryPointCount) throw new Error(`${vm} was not backed up`);
  return item;
}

/** Restores the disks of a machine's newest point to the end. Answers the job's id. */
export async function restoreDisks(
  contoso: Contoso,
  ask: Ask,
  vm: string,
  targetGroup: string | null = 'IgniteRG',
  item = `${OPERATIONS}/items/OperationsRG/${vm}`,
): Promise<string> {
  const [point] = await ask.get(z.array(recoveryPoint), `${item}/recovery-points`);
  const request = { edition: 'current', recoveryPointId: point?.id, storageAccountId: storageAccountId('contosostaging'), targetGroup };
  const { jobId } = await ask.send(commandOutcome, 'PUT', `${item}/restores/${randomUUID()}`, request);
  contoso.azure.advance(6 * HOUR);
  return jobId ?? '';
}

/** Backs the machine of a restore up for the first time, to the end. */
export async function backUpRestored(contoso: Contoso, ask: Ask, path: string, asked?: Asked): Promise<void> {
  const id = seen((await ask.get(restore, path, asked)).machineId) ?? '';
  const [group, vm] = [id.split('/')[4], id.split('/').at(-1)];
  const backup = `${OPERATIONS}/items/${group}/${vm}/backups/${randomUUID()}`;
  await ask.send(commandOutcome, 'PUT', backup, { retainUntil: null }, asked);
  contoso.azure.advance(6 * HOUR);
}

/** Looks until the restore is as wanted; reads of one user are kept for a second. */
export async function watchRestore(ask: Ask, path: string, wanted: (restore: Restore) => boolean, asked?: Asked): Promise<Restore> {
  const until = Date.now() + 5_000;
  for (;;) {
    const found = await ask.get(restore, path, asked);
    if (wanted(found) || Date.now() > until) return found;
    await beforeNextLook();
  }
}

export const states = ({ steps }: Restore) => Object.fromEntries(steps.map(({ step, state }) => [step, state]));
