import { ArmError } from '../../arm/route';

const OF_DISKS = ['Standard_LRS', 'StandardSSD_LRS', 'StandardSSD_ZRS', 'Premium_LRS', 'Premium_ZRS', 'PremiumV2_LRS', 'UltraSSD_LRS'];
const OF_SNAPSHOTS = ['Standard_LRS', 'Standard_ZRS', 'Premium_LRS'];

function knownSku(known: readonly string[], sku: string): string {
  const found = known.find((one) => one.toLowerCase() === sku.toLowerCase());
  if (found !== undefined) return found;
  throw new ArmError(400, 'InvalidParameter', `SKU ${sku} is not available.`);
}

/** A SKU as Azure spells it. @throws ArmError 400 */
export const diskSku = (sku: string): string => knownSku(OF_DISKS, sku);

/** As `diskSku` for snapshots. @throws ArmError 400 */
export const snapshotSku = (sku: string): string => knownSku(OF_SNAPSHOTS, sku);
