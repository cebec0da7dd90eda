import * as z from 'zod';
import { sameId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';
import { readWholeList } from '../whole-list';
import { API_VERSIONS } from '../connection/api-versions';

const source = z.object({ sourceVault: z.object({ id: z.string().nullish() }).nullish() }).nullish();
const settings = z.object({ diskEncryptionKey: source, keyEncryptionKey: source });
const disk = z.object({
  id: z.string(),
  properties: z.object({ encryptionSettingsCollection: z.object({ encryptionSettings: z.array(settings).nullish() }).nullish() }),
});
const machine = z.object({
  id: z.string(),
  properties: z.object({
    storageProfile: z.object({ osDisk: z.object({ encryptionSettings: settings.nullish() }).nullish() }).nullish(),
  }),
});

const disks = { type: 'Microsoft.Compute/disks', apiVersion: API_VERSIONS.disks, element: disk };
const machines = { type: 'Microsoft.Compute/virtualMachines', apiVersion: API_VERSIONS.compute, element: machine };

const keyVaultsIn = (one: z.infer<typeof settings> | null | undefined) =>
  [one?.diskEncryptionKey, one?.keyEncryptionKey].flatMap((reference) => reference?.sourceVault?.id ?? []);

/** The key vaults with which the disks of a subscription are unlocked, besides those disks that are named. */
export async function keyVaultsOfDisks(session: AzureSession, subscriptionId: string, besides: readonly string[]): Promise<string[]> {
  const found = await readWholeList(session, subscriptionId, disks);
  return found
    .filter(({ id }) => !besides.some((own) => sameId(own, id)))
    .flatMap(({ properties }) => (properties.encryptionSettingsCollection?.encryptionSettings ?? []).flatMap(keyVaultsIn));
}

/** The same of the model of its machines, where that names them. */
async function keyVaultsOfMachines(session: AzureSession, subscriptionId: string): Promise<string[]> {
  const found = await readWholeList(session, subscriptionId, machines);
  return found.flatMap(({ properties }) => keyVaultsIn(properties.storageProfile?.osDisk?.encryptionSettings));
}

/** Whether a disk besides those named, or a machine, is unlocked with what a key vault holds; null where that cannot be seen. */
export async function usersOfKeyVaults(session: AzureSession, subscriptionId: string, besides: readonly string[]) {
  try {
    const found = await Promise.all([keyVaultsOfDisks(session, subscriptionId, besides), keyVaultsOfMachines(session, subscriptionId)]);
    return found.flat();
  } catch (error) {
    if (isStatus(error, 403)) return null;
    throw error;
  }
}
