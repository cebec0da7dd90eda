import { oc } from '@orpc/contract';
import { RECOVERY_POINT_ID } from '@tresor/support-matrix';
import * as z from 'zod';
import { edition, resourceGroupName, storageAccountId, vaultPath } from './ids';
import { commandOutcome, itemPath, ofItem } from './items';
import { targetRegion } from './paired-region';
import { ofRestore, ofRestores, restorePath } from './restore-path';

/** Why a storage account cannot take the restored disks. */
const storageAccountReason = z.enum([
  'other-region',
  'zone-redundant',
  'kind-not-supported',
  'premium-not-supported',
  'offline',
  'key-access-off',
]);

export const storageAccount = z.strictObject({
  id: z.string(),
  name: z.string(),
  resourceGroup: z.string(),
  location: z.string(),
  kind: z.string(),
  /** Azure's word, for instance Standard_GRS. */
  replication: z.string(),
  /** Null: it can be chosen. */
  reason: storageAccountReason.nullable(),
  /**
   * Its firewall does not let our server in: Azure Backup may get there all the same, but nothing of the restore could be seen or removed
   * afterwards. Null: it is closed to all networks but some, and nobody could find out.
   */
  shutOut: z.boolean().nullable(),
});

/**
 * GET …/restores/storage-accounts: every storage account of the subscription, those that cannot be used with the reason. `region`: where the
 * disks are to come back; in the vault’s own unless told.
 */
export const listStorageAccounts = oc
  .route({ method: 'GET', path: `${ofRestores}/storage-accounts` })
  .input(z.strictObject({ ...vaultPath.shape, edition, region: targetRegion.optional() }))
  .output(z.array(storageAccount));

/** GET …/restores/resource-groups: where managed disks may be put, in the vault's subscription. */
export const listResourceGroups = oc
  .route({ method: 'GET', path: `${ofRestores}/resource-groups` })
  .input(vaultPath)
  .output(z.array(z.strictObject({ name: z.string(), location: z.string() })));

/**
 * PUT …/restores/{intentId}: validates, then restores the disks of a recovery point, once for an intent id. Managed disks go to the
 * target group; without one, disks are left as VHDs in the storage account. In the paired region (`region`; the vault’s own unless told) there
 * are managed disks only, and Azure checks nothing beforehand: it fails with `paired-region-closed` where nothing can be restored there.
 */
export const restoreDisks = oc
  .route({ method: 'PUT', path: `${ofItem}/restores/{intentId}`, successStatus: 202 })
  .input(
    z.strictObject({
      ...itemPath.shape,
      intentId: z.uuid(),
      edition,
      recoveryPointId: z.string().regex(RECOVERY_POINT_ID),
      storageAccountId,
      targetGroup: resourceGroupName.nullable(),
      region: targetRegion.optional(),
    }),
  )
  .output(commandOutcome);

/**
 * What Azure brings where restored disks are gone and are restored again: those alone, the system's disk with them, or all disks, as it
 * always does for an encrypted VM. As far as the user sees what is gone.
 */
export const disksComeAgain = z.enum(['gone', 'with-system', 'all']);

/**
 * PUT …/restores/{jobId}/disks/{intentId}: restores again what is gone of the disks, from the same point to the same place, once for an
 * intent id; the restore goes on with what comes. Fails with `disks-not-missing` where nothing is gone, and with `restore-running` while
 * it is being restored.
 */
export const restoreMissing = oc
  .route({ method: 'PUT', path: `${ofRestore}/disks/{intentId}`, successStatus: 202 })
  .input(z.strictObject({ ...restorePath.shape, intentId: z.uuid(), edition }))
  .output(commandOutcome);

export type StorageAccount = z.infer<typeof storageAccount>;
