import type { ItemPath } from '@tresor/contracts';
import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { pageOf, readPages } from '../connection/pages';

/** A disk that a restore brought back: a managed one by its id, or a VHD by its URL. */
export interface RestoredDisk {
  name: string;
  /** Null for the system's disk. */
  lun: number | null;
  id: string | null;
  url: string | null;
  /** The machine that uses it, where the disk says so. */
  managedBy: string | null;
  /** Null where Azure does not say. */
  gib: number | null;
}

const diskPage = pageOf(
  z.object({
    id: z.string(),
    name: z.string(),
    managedBy: z.string().nullish(),
    properties: z.object({ diskSizeGB: z.number().nullish() }),
  }),
);

/** The managed disks of a resource group. */
export const listDisks = (session: AzureSession, subscriptionId: string, group: string) =>
  readPages(session, diskPage, (options) => clients.compute(session, subscriptionId).disks.listByResourceGroup(group, options));

const NAME = /-(?:osdisk|datadisk-(\d{1,3}))-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)$/i;
const SLACK_MS = 60_000;

/**
 * The managed disks that a restore put into its group: Azure names them after the machine and the moment. The system's comes first.
 */
export async function readRestoredDisks(
  session: AzureSession,
  path: ItemPath,
  group: string,
  from: string,
  to: string,
): Promise<RestoredDisk[]> {
  const disks = await listDisks(session, path.subscriptionId, group);
  return disks
    .flatMap(({ id, name, managedBy, properties }) => {
      const [whole = '', lun, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
      const made = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
      const ours = whole !== '' && name.slice(0, -whole.length).toLowerCase() === path.vmName.toLowerCase();
      if (!ours || made < Date.parse(from) - SLACK_MS || made > Date.parse(to) + SLACK_MS) return [];
      return [
        {
          name,
          lun: lun === undefined ? null : Number(lun),
          id,
          url: null,
          managedBy: managedBy || null,
          gib: properties.diskSizeGB ?? null,
        },
      ];
    })
    .toSorted((a, b) => (a.lun ?? -1) - (b.lun ?? -1));
}
