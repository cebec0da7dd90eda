import { oc } from '@orpc/contract';
import { RECOVERY_POINT_ID } from '@tresor/support-matrix';
import * as z from 'zod';
import { readNeed } from './facts';
import { edition, resourceGroupName, storageAccountId } from './ids';
import { itemPath, ofItem } from './items';
import { targetRegion } from './paired-region';
import { denyingPolicy } from './policies-in-the-way';
import { threat, verdictReason } from './recovery-points';
import { restoreStep } from './restore-steps';
import { missingRights } from './rights';

/** What is known of a step of a restore before anything is done. */
export const stepOutlook = z.strictObject({
  step: restoreStep,
  /**
   * `open`: nothing that can be seen keeps the user from it; `not-needed`: this machine does without; `barred`: the user lacks a right;
   * `refused`: a rule of the edition forbids it to everybody; `disallowed`: a policy of the organization (Azure Policy) forbids what it makes;
   * `hidden`: what decides it the user may not see.
   */
  state: z.enum(['open', 'not-needed', 'barred', 'refused', 'disallowed', 'hidden']),
  /** Where the rights are missing, and the smallest roles that give them; empty unless `barred`. */
  missing: z.array(missingRights),
  /** What one would have to be allowed to read; empty unless `hidden`. */
  needs: z.array(readNeed),
  /** The rule that refuses; null unless `refused`. */
  ruleId: z.string().nullable(),
  /** The policies that forbid it; empty unless `disallowed`. */
  policies: z.array(denyingPolicy),
});

/**
 * What a person will be asked for if the machine has encrypted data disks, which nobody can tell before they are there. `application`: it runs
 * Linux and was encrypted with an Entra application, whose client secret is kept nowhere and opens them; `untold-disks`: its disks come back as
 * VHDs, of which Azure does not tell which were encrypted.
 */
export const dataDisksAhead = z.enum(['application', 'untold-disks']);

export const restoreOutlook = z.strictObject({
  /** The recovery point it is about; null where there is none of which a machine can be made. */
  recoveryPointId: z.string().nullable(),
  /**
   * Why the point that was asked about cannot be used, empty where it is gone; where none was asked about, why none of them can, as the newest
   * one says, empty where there is none at all. Empty where one can.
   */
  unusable: z.array(verdictReason),
  steps: z.array(stepOutlook),
  /** Whether the subscription is disabled, or about to be: Azure refuses every step then, whatever is said of it. */
  isReadOnly: z.boolean(),
  /** What was found in the point, and the newest usable one in which nothing was; null where nothing was found in it, or nobody looked. */
  suspicion: z.strictObject({ threats: z.array(threat), newestClean: z.iso.datetime().nullable() }).nullable(),
  /**
   * The size that the machine had, where Azure does not offer it to the subscription in the region or in the `zone` of the disks, and the one that
   * would be proposed in its place; null where it is offered, or Azure tells nothing of it.
   */
  size: z.strictObject({ old: z.string(), other: z.string().nullable(), zone: z.string().nullable() }).nullable(),
  /**
   * What nobody tells the user: whether policies (Azure Policy) forbid what the steps make; in which `zone` the disks will be, where Azure does not
   * offer the size in each; whether encrypted data disks will ask for a person.
   */
  unseen: z.array(z.enum(['policies', 'zone', ...dataDisksAhead.options])),
});

/**
 * GET …/restores/outlook: how far the user would come with a restore, step by step. Without a recovery point it is about the one that is
 * proposed; without a storage account nothing is said of what lies in it, and the disks go where the form proposes. With one and without
 * a target group they stay VHDs. `region`: where the disks come back; in the vault’s own unless told.
 */
export const getRestoreOutlook = oc
  .route({ method: 'GET', path: `${ofItem}/restores/outlook` })
  .input(
    z.strictObject({
      ...itemPath.shape,
      edition,
      recoveryPointId: z.string().regex(RECOVERY_POINT_ID).optional(),
      storageAccountId: storageAccountId.optional(),
      targetGroup: resourceGroupName.optional(),
      region: targetRegion.optional(),
    }),
  )
  .output(restoreOutlook);

export type DataDisksAhead = z.infer<typeof dataDisksAhead>;
export type StepOutlook = z.infer<typeof stepOutlook>;
export type RestoreOutlook = z.infer<typeof restoreOutlook>;
