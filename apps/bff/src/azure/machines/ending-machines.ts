import type { EndingMachine } from '@tresor/contracts';
import * as z from 'zod';
import { idKey } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { momentOf } from '../moments';
import { allMachinesWith } from './machine-query';
import { machineRow, toMachine } from './machine-row';
import { queryAll, rowsOf, type GraphScope, type OrderedQuery } from './resource-graph';

const text = z.string().nullish();

const ALL = allMachinesWith('created = properties.timeCreated');
const row = machineRow.extend({ created: text });
const rows = rowsOf(row);

/** Managed disks tell of Azure Disk Encryption by themselves, also where a restored machine has no extension. */
const ENCRYPTED_DISKS: OrderedQuery = `resources
| where type =~ 'microsoft.compute/disks'
| where tobool(properties.encryptionSettingsCollection.enabled) == true and isnotempty(managedBy)
| project id, vmId = tolower(managedBy), settings = properties.encryptionSettingsCollection.encryptionSettings
| order by id asc`;
const reference = z.object({ sourceVault: z.object({ id: text }).nullish() }).nullish();
const diskSettings = z.object({ diskEncryptionKey: reference, keyEncryptionKey: reference });
const diskRows = rowsOf(z.object({ vmId: z.string(), settings: z.array(diskSettings).nullish() }));

export type SeenMachine = Pick<EndingMachine, 'machine' | 'size' | 'totalGiB' | 'volumes' | 'createdAt'>;

type Row = z.infer<typeof row>;

/** Every machine the user may see, with what tells how it is encrypted: two queries, whatever the number of subscriptions. */
export async function listSeenMachines(session: AzureSession, scope: GraphScope): Promise<SeenMachine[]> {
  const [machines, disks] = await Promise.all([queryAll(session, rows, ALL, scope), queryAll(session, diskRows, ENCRYPTED_DISKS, scope)]);
  const encrypted = new Map(disks.map(({ vmId, settings }) => [vmId, settings?.[0]]));
  return machines.map((one) => {
    const machine = toMachine(one);
    const settings = encrypted.get(idKey(one.id));
    const isOnDisksOnly = machine.encryption.kind === 'none' && encrypted.has(idKey(one.id));
    return {
      machine: isOnDisksOnly ? { ...machine, encryption: encryptionOf(settings) } : machine,
      size: one.size || null,
      totalGiB: totalOf(one),
      volumes: volumesOf(one),
      createdAt: momentOf(one.created),
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

function volumesOf({ ade }: Row): EndingMachine['volumes'] {
  const asked = ade?.VolumeType?.toLowerCase();
  return asked === 'os' || asked === 'data' || asked === 'all' ? asked : null;
}
