import type { AzureSession } from '../connection/azure';
import { inSight } from '../connection/upstream-failure';
import { listMachineSkus } from './core-quotas';

/** What a size can do of what a machine may ask for. */
export interface SizeFeatures {
  ultraDisks: boolean;
  hostEncryption: boolean;
  /** How many of its disks may have Write Accelerator. */
  accelerators: number;
}

/** As Azure tells it of a size in a region, and in a zone of it where the machine is to be in one; nothing to a person whom Azure tells nothing of sizes. */
export async function readSizeFeatures(
  session: AzureSession,
  { subscriptionId, location, size, zone }: { subscriptionId: string; location: string; size: string; zone: string | null },
): Promise<SizeFeatures> {
  const skus = await inSight(listMachineSkus(session, subscriptionId, location));
  const sku = skus.find(({ name }) => name.toLowerCase() === size.toLowerCase());
  const ofZones = (sku?.locationInfo ?? []).flatMap(({ zoneDetails }) => zoneDetails ?? []);
  const ofZone = ofZones.filter(({ name }) => zone !== null && (name?.includes(zone) ?? true)).flatMap((one) => one.capabilities ?? []);
  const all = [...(sku?.capabilities ?? []), ...ofZone];
  const has = (name: string) => all.some((one) => one.name === name && one.value.toLowerCase() === 'true');
  return {
    ultraDisks: has('UltraSSDAvailable'),
    hostEncryption: has('EncryptionAtHostSupported'),
    accelerators: Number(all.find(({ name }) => name === 'MaxWriteAcceleratorDisksAllowed')?.value ?? 0),
  };
}
