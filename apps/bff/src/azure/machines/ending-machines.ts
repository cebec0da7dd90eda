import type { EndingMachine } from '@tresor/contracts';
import * as z from 'zod';
import { idKey } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { allMachinesWith } from './machine-query';
import { machineRow, toMachine } from './machine-row';
import { queryAll, rowsOf, type GraphScope, type OrderedQuery } from './resource-graph';

const text = z.string().nullish();

const ALL = allMachinesWith('osDiskId = tolower(tostring(properties.storageProfile.osDisk.managedDisk.id))');
const row = machineRow.extend({ osDiskId: text });
const rows = rowsOf(row);

/** Managed disks tell of Azure Disk Encryption by themselves, also where a restored machine has no extension. Of Linux that of the system tells, too, that it is not encrypted. */
const TELLING_DISKS: OrderedQuery = `resources
| where type =~ 'microsoft.compute/disks'
| where isnotempty(managedBy) and (tobool(properties.encryptionSettingsCollection.enabled) == true or properties.osType =~ 'Linux')
| project id, vmId = tolower(managedBy), encrypted = tobool(properties.encryptionSettingsCollection.enabled), settings = properties.encryptionSettingsCollection.encryptionSettings
| order by id asc`;
const reference = z.object({ sourceVault: z.object({ id: text }).nullish() }).nullish();
const diskSettings = z.object({ diskEncryptionKey: reference, keyEncryptionKey: reference });
const tellingDisk = z.object({
  id: z.string(),
  vmId: z.string(),
  encrypted: z.boolean().nullish(),
  settings: z.array(diskSettings).nullish(),
});
const diskRows = rowsOf(tellingDisk);

export type SeenMachine = Pick<EndingMachine, 'machine' | 'size' | 'totalGiB' | 'volumes'>;

type Row = z.infer<typeof row>;

/** Every machine the user may see, with what tells how it is encrypted: two queries, whatever the number of subscriptions. */
export async function listSeenMachines(session: AzureSession, scope: GraphScope): Promise<SeenMachine[]> {
  const [machines, disks] = await Promise.all([queryAll(session, rows, ALL, scope), queryAll(session, diskRows, TELLING_DISKS, scope)]);
  const telling = new Map<string, TellingDisk[]>();
  for (const disk of disks) telling.set(disk.vmId, [...(telling.get(disk.vmId) ?? []), disk]);
  return machines.map((one) => {
    const machine = toMachine(one);
    const own = telling.get(idKey(one.id)) ?? [];
    const encrypted = own.findLast((disk) => disk.encrypted);
    const encryption = machine.encryption.kind === 'none' && encrypted ? encryptionOf(encrypted.settings?.[0]) : machine.encryption;
    return {
      machine: { ...machine, encryption },
      size: one.size || null,
      totalGiB: totalOf(one),
      volumes: volumesOf(one, encryption.pass, own),
    };
  });
}

function encryptionOf(settings: z.infer<typeof diskSettings> | undefined): SeenMachine['machine']['encryption'] {
  const ids = [settings?.diskEncryptionKey?.sourceVault?.id, settings?.keyEncryptionKey?.sourceVault?.id].flatMap((id) => id ?? []);
  return { kind: settings?.keyEncryptionKey ? 'bek-kek' : 'bek', pass: 'single', keyVaultIds: [...new Set(ids)] };
}

function totalOf({ os, disks }: Row): number | null {
  const sizes = [os?.diskSizeGB, ...(disks ?? []).map(({ diskSizeGB }) => diskSizeGB)];
  return sizes.every((size) => typeof size === 'number') ? sizes.reduce((sum, size) => sum + size, 0) : null;
}

type TellingDisk = z.infer<typeof tellingDisk>;

/**
 * Without an Entra application each disk tells by itself. What the extension was asked for last is no proof that the system is plain: a
 * restored machine is asked for its data disks alone, whatever else is encrypted.
 */
function volumesOf({ ade, osDiskId }: Row, pass: 'single' | 'dual' | null, disks: readonly TellingDisk[]): EndingMachine['volumes'] {
  const system = disks.find(({ id }) => osDiskId != null && idKey(id) === idKey(osDiskId));
  if (pass === 'single' && system) {
    const hasData = disks.some((disk) => disk !== system && disk.encrypted);
    if (system.encrypted) return hasData ? 'all' : 'os';
    if (hasData) return 'data';
  }
  const asked = ade?.VolumeType?.toLowerCase();
  return asked === 'os' || asked === 'all' ? asked : null;
}
