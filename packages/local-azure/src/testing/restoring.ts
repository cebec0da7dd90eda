import type { AzureIaaSVMJob, JobUnion } from '@azure/arm-recoveryservicesbackup';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { sharedKeyCaller } from './shared-key-caller';
import { record } from '../world/json';
import type { Clients, Company } from './backup-company';
import { HOUR, MINUTE, namesOf, protect, vmId } from './backup-company';

export const groupId = (name: string) => `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/${name}`;
export const accountId = (name: string) => `${groupId('StorageRG')}/providers/Microsoft.Storage/storageAccounts/${name}`;

type VaultNames = readonly [vault: string, group: string];
export const IGNITE: VaultNames = ['IgniteDemoVault', 'IgniteRG'];

/** Lets the backups of the schedule end that happen to run. */
async function waitUntilIdle(company: Company, clients: Clients, vault: VaultNames): Promise<void> {
  const running = () => Array.fromAsync(clients.backup.backupJobs.list(...vault, { filter: "status eq 'InProgress'" }));
  while ((await running()).length > 0) company.advance(HOUR);
}

/** Protects a machine by IgniteDemoVault and backs it up. */
export async function backUp(company: Company, clients: Clients, group: string, name: string, policy?: string): Promise<void> {
  await protect(clients, group, name, policy);
  company.advance(2 * MINUTE);
  await waitUntilIdle(company, clients, IGNITE);
  await clients.backup.backups.trigger(...IGNITE, 'Azure', ...namesOf(group, name), { properties: { objectType: 'IaasVMBackupRequest' } });
  company.advance(2 * HOUR);
}

export async function newestPoint(clients: Clients, vault: VaultNames, group: string, name: string): Promise<{ id: string; name: string }> {
  const [point] = await Array.fromAsync(clients.backup.recoveryPoints.list(...vault, 'Azure', ...namesOf(group, name)));
  return { id: point?.id ?? '', name: point?.name ?? '' };
}

export const restoreRequest = (group: string, name: string, pointName: string, more: object = {}) => ({
  objectType: 'IaasVMRestoreRequest' as const,
  recoveryPointId: pointName,
  recoveryType: 'RestoreDisks' as const,
  sourceResourceId: vmId(group, name),
  storageAccountId: accountId('contosostaging'),
  region: 'westeurope',
  createNewCloudService: false,
  originalStorageAccountOption: false,
  ...more,
});

/** Starts the restore of a machine's newest point. Answers the id of the job. */
export async function beginRestore(
  company: Company,
  clients: Clients,
  vault: VaultNames,
  group: string,
  name: string,
  more: object = {},
): Promise<string> {
  await waitUntilIdle(company, clients, vault);
  const point = await newestPoint(clients, vault, group, name);
  const properties = restoreRequest(group, name, point.name, more);
  const trigger = clients.backup.restores.beginTrigger(
    ...vault,
    'Azure',
    ...namesOf(group, name),
    point.name,
    { properties },
    { updateIntervalInMs: 0 },
  );
  await (await trigger).pollUntilDone();
  const [job] = await Array.fromAsync(clients.backup.backupJobs.list(...vault, { filter: "operation eq 'Restore'" }));
  return job?.name ?? '';
}

const isOfVm = (job: JobUnion): job is AzureIaaSVMJob => job.jobType === 'AzureIaaSVMJob';

export async function jobDetails(clients: Clients, vault: VaultNames, id: string) {
  const { properties } = await clients.backup.jobDetails.get(...vault, id);
  if (!properties || !isOfVm(properties)) throw new Error('The job is of another kind.');
  return properties;
}

/** Restores the newest point of a machine to the end. Answers the job's attributes. */
export async function restore(company: Company, clients: Clients, vault: VaultNames, group: string, name: string, more: object = {}) {
  const id = await beginRestore(company, clients, vault, group, name, more);
  company.advance(6 * HOUR);
  return (await jobDetails(clients, vault, id)).extendedInfo?.propertyBag ?? {};
}

/** Reads a file that a restore left. */
export async function restoredFile(company: Company, attributes: Record<string, string>, property: string): Promise<Buffer> {
  const path = `/${attributes['Config Blob Container Name'] ?? ''}/${attributes[property] ?? ''}`;
  const answer = await sharedKeyCaller(company, attributes['Target Storage Account Name'] ?? '')('GET', path);
  if (!answer.ok) throw new Error(`${path} cannot be read: ${answer.status}.`);
  return Buffer.from(await answer.arrayBuffer());
}

/** The configuration of the machine, without the NULs at its end. */
export async function restoredConfig(company: Company, attributes: Record<string, string>): Promise<Record<string, unknown>> {
  const text = (await restoredFile(company, attributes, 'Config Blob Name')).toString('utf16le');
  return record(JSON.parse(text.replaceAll('\0', '')));
}
