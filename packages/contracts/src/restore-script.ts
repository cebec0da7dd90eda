import { oc } from '@orpc/contract';
import * as z from 'zod';
import { jobId, vaultPath } from './ids';
import { serviceAppId } from './key-vaults';

/**
 * What the scripts of a restore are filled with beside the restore itself: names, ids and versioned URLs without a port. Nothing here
 * opens anything: key and secret are fetched by a script when it runs.
 */
export const restoreScriptValues = z.strictObject({
  /** Region of the vault. */
  location: z.string(),
  serviceAppId,
  /** ARM id; null where the account is gone. */
  storageAccountId: z.string().nullable(),
  /** URLs as the recovery point holds them; null where it holds none that has a version. */
  heldKeys: z.strictObject({ secretUrl: z.string(), keyUrl: z.string().nullable() }).nullable(),
  /** The restored disks, the system's first: ARM ids, or URLs of VHDs. */
  disks: z.array(z.string()),
  /** The machine as it was made; null before. */
  machine: z
    .strictObject({
      name: z.string(),
      group: z.string(),
      size: z.string(),
      subnetId: z.string(),
      publicIp: z.boolean(),
      withoutProximityGroup: z.boolean().optional(),
      withoutTags: z.boolean().optional(),
    })
    .nullable(),
});

/** GET …/restores/{jobId}/script-values */
export const getRestoreScriptValues = oc
  .route({ method: 'GET', path: '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/restores/{jobId}/script-values' })
  .input(z.strictObject({ ...vaultPath.shape, jobId }))
  .output(restoreScriptValues);

export type RestoreScriptValues = z.infer<typeof restoreScriptValues>;
