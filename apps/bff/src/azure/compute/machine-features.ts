import * as z from 'zod';

const id = z.object({ id: z.string() });
const diskUse = z.object({ lun: z.number().nullish(), caching: z.string().nullish(), writeAcceleratorEnabled: z.boolean().nullish() });

/** Members of a machine that say how it uses its disks, where it stands, and by which license its system runs. */
export const featureMembers = {
  storageProfile: z.object({ osDisk: diskUse.nullish(), dataDisks: z.array(diskUse).nullish() }).nullish(),
  licenseType: z.string().nullish(),
  additionalCapabilities: z.object({ ultraSSDEnabled: z.boolean().nullish() }).nullish(),
  proximityPlacementGroup: id.nullish(),
  host: id.nullish(),
  hostGroup: id.nullish(),
};

const members = z.object(featureMembers);
type Members = z.infer<typeof members>;

const CACHING = ['None', 'ReadOnly', 'ReadWrite'] as const;

/** How a machine uses a disk. */
export interface DiskUse {
  /** Null for the system's disk. */
  lun: number | null;
  /** What its host keeps of the disk; null where nobody says. */
  caching: (typeof CACHING)[number] | null;
  writeAccelerator: boolean;
}

/** What a machine is made with beside its disks and its network; null where the source says nothing of it. */
export interface MachineFeatures {
  uses: DiskUse[];
  /** The license that its system has already (Azure Hybrid Benefit), or Azure's word for none. */
  license: string | null;
  ultraDisks: boolean | null;
  hostEncryption: boolean | null;
  proximityGroupId: string | null;
  /** ARM id of the dedicated host, or of the group of hosts of which Azure chooses one. */
  hostId: string | null;
}

const diskUseOf = (lun: number | null, disk: z.infer<typeof diskUse> | null | undefined): DiskUse => ({
  lun,
  caching: CACHING.find((one) => one === disk?.caching) ?? null,
  writeAccelerator: disk?.writeAcceleratorEnabled ?? false,
});

export function toFeatures(read: Members, encryptionAtHost: boolean | null | undefined): MachineFeatures {
  const { osDisk, dataDisks } = read.storageProfile ?? {};
  return {
    uses: [diskUseOf(null, osDisk), ...(dataDisks ?? []).map((disk, place) => diskUseOf(disk.lun ?? place, disk))],
    license: read.licenseType ?? null,
    ultraDisks: read.additionalCapabilities?.ultraSSDEnabled ?? null,
    hostEncryption: encryptionAtHost ?? null,
    proximityGroupId: read.proximityPlacementGroup?.id ?? null,
    hostId: read.host?.id ?? read.hostGroup?.id ?? null,
  };
}

/** The license, where there is one. */
export const heldLicense = ({ license }: Pick<MachineFeatures, 'license'>): string | null => (license === 'None' ? null : license);

/** Each feature, and the use of each disk, as the first that tells it. */
export function toldFeatures(told: readonly MachineFeatures[]): MachineFeatures {
  const first = <Told>(of: (features: MachineFeatures) => Told | null | undefined): Told | null =>
    told.map(of).find((one) => one != null) ?? null;
  const luns = new Set(told.flatMap(({ uses }) => uses.map(({ lun }) => lun)));
  return {
    uses: [...luns].flatMap((lun) => first(({ uses }) => uses.find((use) => use.lun === lun && use.caching !== null)) ?? []),
    license: first(({ license }) => license),
    ultraDisks: first(({ ultraDisks }) => ultraDisks),
    hostEncryption: first(({ hostEncryption }) => hostEncryption),
    proximityGroupId: first(({ proximityGroupId }) => proximityGroupId),
    hostId: first(({ hostId }) => hostId),
  };
}
