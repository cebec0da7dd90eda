import { oc } from '@orpc/contract';
import * as z from 'zod';
import { vaultPath } from './ids';
import { itemPath } from './items';
import { MOST_TIMED } from './limits';

const seconds = z.int().nonnegative();

/** What tells how long restoring the disks of a machine takes. */
const machineTimes = z.strictObject({
  item: itemPath,
  /** What its restores of the last 90 days took, the newest first, of at most three. */
  restores: z.array(seconds),
  /** What its disks hold in GiB; null where the machine is gone or does not tell. */
  gibibytes: z.number().nullable(),
  /** The backup of the last 90 days that took longest, and how many GiB it moved; null where there is none or Azure does not tell. */
  backup: z.strictObject({ seconds, gibibytes: z.number() }).nullable(),
});

/** What jobs of a vault took in the last 90 days, the newest first. */
const vaultTimes = z.strictObject({
  vault: vaultPath,
  /** Restores, at most eight; in GiB what the disks hold, null where Azure does not tell. */
  restores: z.array(z.strictObject({ seconds, gibibytes: z.number().nullable() })),
  /** Jobs that enabled backup, at most eight. */
  protections: z.array(seconds),
});

export const recoveryTimes = z.strictObject({
  machines: z.array(machineTimes),
  /** Those of the machines that the user may look into. */
  vaults: z.array(vaultTimes),
});

/**
 * POST /recovery-plans/{planId}/times: what the past tells of how long some machines of a plan take. A vault that the user may not look into
 * tells nothing.
 */
export const readRecoveryTimes = oc
  .route({ method: 'POST', path: '/recovery-plans/{planId}/times' })
  .input(z.strictObject({ planId: z.uuid(), items: z.array(itemPath).min(1).max(MOST_TIMED) }))
  .output(recoveryTimes);

export type RecoveryTimes = z.infer<typeof recoveryTimes>;
export type MachineTimes = z.infer<typeof machineTimes>;
export type VaultTimes = z.infer<typeof vaultTimes>;
