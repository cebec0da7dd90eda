import type { AzureSession } from '../connection/azure';
import { unlessHidden } from '../connection/upstream-failure';
import { readMachineSkus, type MachineSku } from './machine-skus';

/** What a size can do of what a machine may ask for. */
export type SizeFeatures = Pick<MachineSku, 'ultraDisks' | 'hostEncryption' | 'accelerators'>;

export const NO_FEATURES: SizeFeatures = { ultraDisks: false, hostEncryption: false, accelerators: 0 };

/** As Azure tells it of a size in a region, and in a zone of it where the machine is to be in one; nothing to a person whom Azure tells nothing of sizes. */
export async function readSizeFeatures(
  session: AzureSession,
  { subscriptionId, location, size, zone }: { subscriptionId: string; location: string; size: string; zone: string | null },
): Promise<SizeFeatures> {
  const skus = await unlessHidden(readMachineSkus(session, subscriptionId, location), null);
  const sku = skus?.get(size.toLowerCase());
  if (!sku) return NO_FEATURES;
  const { ultraDisks, ultraZones, hostEncryption, accelerators } = sku;
  return { ultraDisks: ultraDisks || (zone !== null && ultraZones.includes(zone)), hostEncryption, accelerators };
}
