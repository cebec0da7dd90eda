import { oc } from '@orpc/contract';
import * as z from 'zod';
import { days, vaultPath } from './ids';

/** Something that was asked of a vault, or of what lies in it, and could change it. */
export const activity = z.strictObject({
  /** The log's own id of the entry. */
  id: z.string(),
  /** When it was asked. */
  time: z.iso.datetime(),
  /** When it was over; null while Azure goes on with it. */
  ended: z.iso.datetime().nullable(),
  correlationId: z.string().nullable(),
  /** The right that was needed, for instance Microsoft.RecoveryServices/Vaults/write. */
  action: z.string(),
  /** Azure's latest word: Started, Accepted, Succeeded, Failed. */
  status: z.string(),
  /** ARM id. */
  resourceId: z.string(),
  /** Sign-in name of a person, id of a program; null where the log names nobody. */
  caller: z.string().nullable(),
  displayName: z.string().nullable(),
});

/**
 * GET …/activity: Azure's activity log of a vault for the last so many days (seven unless told), newest first. The log is some minutes
 * behind. Fails with `forbidden` where the user may not read it for the vault.
 */
export const listActivity = oc
  .route({ method: 'GET', path: '/vaults/{subscriptionId}/{resourceGroup}/{vaultName}/activity' })
  .input(z.strictObject({ ...vaultPath.shape, days: days(90).optional() }))
  .output(z.array(activity));

export type Activity = z.infer<typeof activity>;
