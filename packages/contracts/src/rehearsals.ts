import { oc } from '@orpc/contract';
import * as z from 'zod';
import { itemPath } from './items';
import { MOST_PLANNED_MACHINES } from './limits';
import { recoveryPlan } from './recovery-plans';
import { pictureType, recoveryObjectives, sha256 } from './rehearsal-results';

/** The last time a machine was brought up from its backup, in a rehearsal or because it was needed. */
export const provenRestore = z.strictObject({
  item: itemPath,
  /** When it was seen to run, or not to; by Azure's clock. */
  at: z.iso.datetime(),
  /** Whether it ran, and its disks were unlocked with the keys from its backup. */
  isProven: z.boolean(),
  /** Of the recovery point that it was made of. */
  pointTime: z.iso.datetime().nullable(),
  /** From being asked for until it ran; null where it did not. */
  recoverySeconds: z.int().nullable(),
  /** How old the recovery point was when it was asked for. */
  pointAgeSeconds: z.int().nullable(),
  /** What the run wanted of it; null: that depends on tags that were never seen. */
  objectives: recoveryObjectives.nullable(),
  /** The run that tells the rest. */
  planId: z.uuid(),
  isRehearsal: z.boolean(),
});

/**
 * POST …/{planId}/rehearse: brings the machines of a plan, or some of them, up in an isolated network that the run makes, proves that they
 * run, and removes everything again. The rehearsal is a run of its own under an id made by the browser; asked again it changes nothing.
 */
export const rehearseRecovery = oc
  .route({ method: 'POST', path: '/recovery-plans/{planId}/rehearse', successStatus: 202 })
  .input(z.strictObject({ planId: z.uuid(), rehearsalId: z.uuid(), items: z.array(itemPath).min(1).max(MOST_PLANNED_MACHINES).nullable() }))
  .output(recoveryPlan);

/**
 * GET …/{planId}/screens/{sha256}: the picture of a machine's screen that a rehearsal kept, byte for byte as Azure gave it, in base64; null:
 * there is none. Fails with `forbidden` for those who may not restore from the machine's vault: who may could bring the machine up and look.
 */
export const readScreen = oc
  .route({ method: 'GET', path: '/recovery-plans/{planId}/screens/{sha256}' })
  .input(z.strictObject({ planId: z.uuid(), sha256 }))
  .output(z.strictObject({ type: pictureType, base64: z.string() }).nullable());

/** GET /proven-restores: of each machine in a vault the user may see the last run that brought it up, or tried to. */
export const listProvenRestores = oc.route({ method: 'GET', path: '/proven-restores' }).output(z.array(provenRestore));

export type ProvenRestore = z.infer<typeof provenRestore>;
