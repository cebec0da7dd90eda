import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { purchasePlan, toPlan, type PurchasePlan } from '../compute/machine-settings';
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
  /** The availability zone of a managed disk that is in one. */
  zone: string | null;
  /** Whether Azure Disk Encryption had encrypted it when the point was made; null where Azure does not say. */
  encrypted: boolean | null;
  /** Whether it does not tell its job any more, which has written down its name. */
  untagged: boolean;
  /** The second generation of machines starts on sizes that know it; null where Azure does not say. */
  generation: string | null;
  /** The security type of the machine that it starts, and that Azure asks of each that takes it; null: the usual one. */
  security: string | null;
  /** What of a confidential one is encrypted, which its machine has to say as well; null: it is none. */
  securityEncryption: string | null;
  /** Whether it is an Ultra Disk, which machines take that are made for those. */
  isUltra: boolean;
  /** What was bought with the system on it, which each machine made of it has to name. */
  plan: PurchasePlan | null;
}

/** A disk of which only its name and place are known. */
export const UNTOLD = {
  managedBy: null,
  gib: null,
  zone: null,
  encrypted: null,
  untagged: false,
  generation: null,
  security: null,
  securityEncryption: null,
  isUltra: false,
  plan: null,
} as const satisfies Omit<RestoredDisk, 'name' | 'lun' | 'id' | 'url'>;

/** The zone in which a machine of these disks is: a disk of a zone has machines of that zone alone, and those of one machine are in one. */
export const zoneOf = (disks: readonly Pick<RestoredDisk, 'zone'>[]): string | null =>
  disks.find(({ zone }) => zone !== null)?.zone ?? null;

const diskPage = pageOf(
  z.object({
    id: z.string(),
    name: z.string(),
    managedBy: z.string().nullish(),
    tags: z.record(z.string(), z.string()).nullish(),
    zones: z.array(z.string()).nullish(),
    sku: z.object({ name: z.string().nullish() }).nullish(),
    properties: z.object({
      diskSizeGB: z.number().nullish(),
      encryptionSettingsCollection: z.object({ enabled: z.boolean().nullish() }).nullish(),
      hyperVGeneration: z.string().nullish(),
      securityProfile: z.object({ securityType: z.string().nullish() }).nullish(),
      purchasePlan: purchasePlan.nullish(),
    }),
  }),
);

/** Above this size, or beside more disks, Azure Backup does not put the settings back onto an encrypted disk. */
const LARGEST_WITH_SETTINGS_GIB = 4_095;
const MOST_WITH_SETTINGS = 16;

function encryptedOf(
  { diskSizeGB, encryptionSettingsCollection }: z.infer<typeof diskPage>['value'][number]['properties'],
  count: number,
): boolean | null {
  if (encryptionSettingsCollection?.enabled) return true;
  return count > MOST_WITH_SETTINGS || (diskSizeGB ?? 0) > LARGEST_WITH_SETTINGS_GIB ? null : false;
}

/** A disk names the security type of its machine together with how it is encrypted itself: `ConfidentialVM_DiskEncryptedWithPlatformKey`. */
function securityOf(type: string | null | undefined): string | null {
  const ofMachine = type?.split('_')[0];
  return ofMachine === undefined || ofMachine === 'Standard' ? null : ofMachine;
}

/** The machine's word for how the disk of a confidential one is encrypted. */
function securityEncryptionOf(type: string | null | undefined): string | null {
  const [kind, how = ''] = type?.split('_') ?? [];
  if (kind !== 'ConfidentialVM') return null;
  return how.startsWith('Disk') ? 'DiskWithVMGuestState' : how.startsWith('VMGuestStateOnly') ? 'VMGuestStateOnly' : how || null;
}

/** The managed disks of a resource group. */
export const listDisks = (session: AzureSession, subscriptionId: string, group: string) =>
  readPages(session, diskPage, (options) => clients.compute(session, subscriptionId).disks.listByResourceGroup(group, options));

/** Tag by which Azure Backup tells the job that restored a disk. */
const JOB_TAG = 'RSVaultBackup';

/** Azure names the disks of all machines whose names differ only by hyphens alike: of the name only the place in the machine is taken. */
const NAME = /-(?:osdisk|datadisk-(\d{1,3}))-\d{8}-\d{6}$/i;

type Listed = z.infer<typeof diskPage>['value'][number];

const jobOf = ({ tags }: Listed) => tags?.[JOB_TAG]?.toLowerCase() || undefined;

/** Of the managed disks in a group, named as restored ones are: those that tell a job, and those that tell none. */
export interface ListedDisks {
  ofJob: Listed[];
  untagged: Listed[];
}

export async function listRestoredDisks(session: AzureSession, subscriptionId: string, group: string, jobId: string): Promise<ListedDisks> {
  const disks = (await listDisks(session, subscriptionId, group)).filter(({ name }) => NAME.test(name));
  return {
    ofJob: disks.filter((disk) => jobOf(disk) === jobId.toLowerCase()),
    untagged: disks.filter((disk) => jobOf(disk) === undefined),
  };
}

/** Whether a name is one that Azure Backup gives. */
export const isRestoredName = (name: string): boolean => NAME.test(name);

const lettersOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Names of machines are shortened in those of disks; nobody says how far. */
const SHORTENED = 20;

/** Whether a disk is named as if it were restored for a machine. */
export const isNamedFor = (disk: string, vmName: string): boolean =>
  lettersOf(disk.replace(NAME, '')).slice(0, SHORTENED) === lettersOf(vmName).slice(0, SHORTENED);

const wholeOf = (name: string) => name.toLowerCase().replace(/-(?:osdisk|datadisk-\d{1,3})(?=-\d{8}-\d{6}$)/, '');

/** Whether two disks are named as those are that one job restored for one machine. */
export const cameTogether = (one: string, other: string): boolean => wholeOf(one) === wholeOf(other);

/** The managed disks of a restore, the system's first. */
export function toRestoredDisks(disks: readonly Listed[]): RestoredDisk[] {
  return disks
    .map((disk) => {
      const { id, name, managedBy, zones, sku, properties } = disk;
      const lun = NAME.exec(name)?.[1];
      return {
        name,
        lun: lun === undefined ? null : Number(lun),
        id,
        url: null,
        managedBy: managedBy || null,
        gib: properties.diskSizeGB ?? null,
        zone: zones?.[0] ?? null,
        encrypted: encryptedOf(properties, disks.length),
        untagged: jobOf(disk) === undefined,
        generation: properties.hyperVGeneration ?? null,
        security: securityOf(properties.securityProfile?.securityType),
        securityEncryption: securityEncryptionOf(properties.securityProfile?.securityType),
        isUltra: sku?.name === 'UltraSSD_LRS',
        plan: toPlan(properties.purchasePlan),
      };
    })
    .toSorted((a, b) => (a.lun ?? -1) - (b.lun ?? -1));
}
