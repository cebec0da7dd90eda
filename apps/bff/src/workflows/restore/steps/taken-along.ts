import { heldLicense, toldFeatures, type MachineFeatures } from '../../../azure/compute/machine-features';
import { NO_FEATURES, readSizeFeatures } from '../../../azure/compute/machine-skus';
import { mayJoinGroup } from '../../../azure/compute/proximity-group';
import type { AzureSession } from '../../../azure/connection/azure';
import { zoneOf, type RestoredDisk } from '../../../azure/restores/restored-disks';

type TakenAlong = Omit<MachineFeatures, 'hostId'>;

interface Making {
  subscriptionId: string;
  location: string;
  size: string;
  disks: readonly RestoredDisk[];
  /** Whether Azure Disk Encryption encrypts them, which excludes encryption at host; null: nobody tells. */
  encrypted: boolean | null;
  /** Whether it comes up outside the old one's proximity placement group: somebody decided so, or in isolation, for the group keeps its room for production. */
  apart: boolean;
}

/**
 * What a new machine has of the features of the old one. What Azure would refuse is left out, and shows beside the old machine's settings:
 * what the size that was chosen can't do, and a group that is gone, elsewhere, or not for this person. So is that of a machine that stays apart.
 */
export async function takeAlong(session: AzureSession, told: readonly MachineFeatures[], making: Making): Promise<TakenAlong> {
  const { disks, location, encrypted, apart } = making;
  const old = toldFeatures(told);
  const uses = old.uses.filter((use) => disks.some(({ lun }) => lun === use.lun));
  const proximityGroupId = apart ? null : old.proximityGroupId;
  const ultraDisks = old.ultraDisks === true;
  const isFreeOfDiskEncryption = encrypted === false && disks.every((disk) => disk.encrypted !== true);
  const hostEncryption = isFreeOfDiskEncryption && old.hostEncryption === true;
  const accelerated = uses.filter((use) => use.writeAccelerator).length;
  const zone = zoneOf(disks);
  const [size, mayJoin] = await Promise.all([
    ultraDisks || hostEncryption || accelerated > 0 ? readSizeFeatures(session, { ...making, zone }) : NO_FEATURES,
    proximityGroupId !== null && mayJoinGroup(session, proximityGroupId, location),
  ]);
  return {
    uses: accelerated > size.accelerators ? uses.map((use) => ({ ...use, writeAccelerator: false })) : uses,
    license: heldLicense(old),
    // Azure attaches an Ultra Disk to no other machine, also where nobody tells of the old one.
    ultraDisks: disks.some(({ isUltra }) => isUltra) || (ultraDisks && size.ultraDisks),
    hostEncryption: hostEncryption && size.hostEncryption,
    proximityGroupId: mayJoin ? proximityGroupId : null,
  };
}
