import { ArmError } from '../../arm/route';

const OF_DISKS = ['Standard_LRS', 'StandardSSD_LRS', 'StandardSSD_ZRS', 'Premium_LRS', 'Premium_ZRS', 'PremiumV2_LRS', 'UltraSSD_LRS'];
const OF_SNAPSHOTS = ['Standard_LRS', 'Standard_ZRS', 'Premium_LRS'];

function requireSku(known: readonly string[], sku: string): void {
  if (known.some((one) => one.toLowerCase() === sku.toLowerCase())) return;
  throw new ArmError(400, 'InvalidParameter', `SKU ${sku} is not available.`);
}

/** @throws ArmError 400 */
export const requireDiskSku = (sku: string): void => requireSku(OF_DISKS, sku);

/** @throws ArmError 400 */
export const requireSnapshotSku = (sku: string): void => requireSku(OF_SNAPSHOTS, sku);
