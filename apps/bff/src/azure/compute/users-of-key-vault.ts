import * as z from 'zod';
import { sameId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { pageOf, readPages } from '../connection/pages';
import { isStatus } from '../connection/upstream-failure';

const source = z.object({ sourceVault: z.object({ id: z.string().nullish() }).nullish() }).nullish();
const settings = z.object({ diskEncryptionKey: source, keyEncryptionKey: source });
const diskPage = pageOf(
  z.object({
    id: z.string(),
    properties: z.object({ encryptionSettingsCollection: z.object({ encryptionSettings: z.array(settings).nullish() }).nullish() }),
  }),
);
const machinePage = pageOf(
  z.object({
    properties: z.object({
      storageProfile: z.object({ osDisk: z.object({ encryptionSettings: settings.nullish() }).nullish() }).nullish(),
    }),
  }),
);

const keyVaultsIn = (one: z.infer<typeof settings> | null | undefined) =>
  [one?.diskEncryptionKey, one?.keyEncryptionKey].flatMap((reference) => reference?.sourceVault?.id ?? []);

/** Whether a disk besides those named, or a machine, is unlocked with what a key vault holds; null where that cannot be seen. */
export async function usersOfKeyVaults(session: AzureSession, subscriptionId: string, besides: readonly string[]) {
  try {
    const compute = clients.compute(session, subscriptionId);
    const [disks, machines] = await Promise.all([
      readPages(session, diskPage, (options) => compute.disks.list(options)),
      readPages(session, machinePage, (options) => compute.virtualMachines.listAll(options)),
    ]);
    const others = disks.filter(({ id }) => !besides.some((own) => sameId(own, id)));
    return [
      ...others.flatMap(({ properties }) => (properties.encryptionSettingsCollection?.encryptionSettings ?? []).flatMap(keyVaultsIn)),
      ...machines.flatMap(({ properties }) => keyVaultsIn(properties.storageProfile?.osDisk?.encryptionSettings)),
    ];
  } catch (error) {
    if (isStatus(error, 403)) return null;
    throw error;
  }
}
