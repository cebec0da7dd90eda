import { oc } from '@orpc/contract';
import { VM_SIZE } from '@tresor/support-matrix';
import * as z from 'zod';
import { addedTags } from './added-tags';
import { readNeed } from './facts';
import { edition, resourceGroupName, subnetId } from './ids';
import { itemPath, resourceTags } from './items';
import { person } from './key-vaults';
import { HIDDEN_CHARACTERS, LONGEST_PLAN_NAME, MOST_LOOKED_AT, MOST_PLANNED_MACHINES, MOST_TAG_OBJECTIVES, MOST_WAVES } from './limits';
import { recoveryCapacity, recoveryOutlook } from './recovery-outlooks';
import { machineProof, recoveryObjectives, rehearsalStanding, stepTime, tagObjective } from './rehearsal-results';
import { planFault, planStop } from './restore-plan';
import { stepView } from './restore-steps';

/** What of each machine's recovery points is taken; a point of which no machine can be made is never taken. */
const recoveryMoment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('newest') }),
  /** The newest that is not younger. */
  z.strictObject({ kind: z.literal('before'), time: z.iso.datetime() }),
  /** The newest in which no threat was found; one that nobody scanned is taken where there is none that was. */
  z.strictObject({ kind: z.literal('unsuspicious') }),
]);

/**
 * Whether machines are left out of the old ones' proximity placement groups, beside whose machines Azure may find no room for them, and
 * whether they are made without the old ones' tags.
 */
const unlikeOld = { withoutProximityGroup: z.literal(true).exactOptional(), withoutTags: z.literal(true).exactOptional() };

/** Tags that all gets that is made for its machines, in isolation and rehearsals, too. */
const added = { addedTags: addedTags.exactOptional() };

/**
 * Where the machines come back. `as-it-was`: under their old name in their old group; `group`: in this one, of each subscription;
 * `isolated`: in a resource group and a network that the run makes, out of reach for everybody, with keys of their own.
 */
const recoveryTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('as-it-was'), ...unlikeOld, ...added }),
  z.strictObject({ kind: z.literal('group'), group: resourceGroupName, ...unlikeOld, ...added }),
  z.strictObject({ kind: z.literal('isolated'), ...added }),
]);

/** A machine of a plan. Waves come back one after the other, the lowest number first. */
export const recoveryMachine = z.strictObject({ item: itemPath, wave: z.int().min(1).max(MOST_WAVES) });

const vmSize = z.string().regex(VM_SIZE);

const recoveryName = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_PLAN_NAME)
  .refine((name) => !HIDDEN_CHARACTERS.test(name));

const machineKey = ({ item: { subscriptionId, resourceGroup, vaultName, vmGroup, vmName } }: z.infer<typeof recoveryMachine>) =>
  [subscriptionId, resourceGroup, vaultName, vmGroup, vmName].join('/').toLowerCase();

/** What is to come back, and how. */
export const recoveryDraft = z.strictObject({
  name: recoveryName,
  edition,
  /** Each once. */
  machines: z
    .array(recoveryMachine)
    .min(1)
    .max(MOST_PLANNED_MACHINES)
    .refine((machines) => new Set(machines.map(machineKey)).size === machines.length),
  moment: recoveryMoment,
  target: recoveryTarget,
  objectives: recoveryObjectives.default({ rtoMinutes: null, rpoMinutes: null }),
  /** Each tag once. */
  tagObjectives: z
    .array(tagObjective)
    .max(MOST_TAG_OBJECTIVES)
    .refine((all) => new Set(all.map(({ tag: { name, value } }) => JSON.stringify([name.toLowerCase(), value]))).size === all.length)
    .default([]),
});

/** Where the run of a plan stands. Times are Azure's, but for `until`, which is the end of a sign-in. */
const recoveryStanding = z.discriminatedUnion('state', [
  /** Nothing was begun. */
  z.strictObject({ state: z.literal('planned') }),
  z.strictObject({ state: z.literal('running'), inNameOf: person, until: z.iso.datetime() }),
  /** Nobody's sign-in reaches; anyone who may restore and opens it goes on with it. */
  z.strictObject({ state: z.literal('waiting'), since: z.iso.datetime() }),
  z.strictObject({ state: z.literal('paused'), by: person, at: z.iso.datetime() }),
  /** Nothing more begins; what Azure had been told went on. */
  z.strictObject({ state: z.literal('cancelled'), by: person, at: z.iso.datetime() }),
  /** No machine goes on by itself any more. */
  z.strictObject({ state: z.literal('ended'), at: z.iso.datetime() }),
]);

/**
 * Where a machine of a run stands. `waiting`: its turn has not come; `starting`: Azure is being told; `disks`: Azure restores its disks;
 * `disks-there`: it waits for machines of an earlier wave, or for keys that come back for another one; `running`: the rest goes on alone; `held`:
 * the rest waits for a sign-in; `needs-person`: a step of it does; `refused`: nothing could be begun, or its disks did not come; `stopped`: somebody took it
 * back into their own hands.
 */
export const recoveryMachineState = z.enum([
  'waiting',
  'starting',
  'disks',
  'disks-there',
  'running',
  'held',
  'done',
  'needs-person',
  'refused',
  'stopped',
  'taken-out',
]);

/** Why nothing was begun for a machine, or why it does not go on. */
export const recoveryRefusal = z.strictObject({
  /** A problem code, the code of the restore's job, or `never-backed-up`, `no-point`, `machine-there`, `blocked`, `unmanaged-disks`. */
  code: z.string(),
  azureCode: z.string().nullable(),
  azureMessage: z.string().nullable(),
  /** What the checks of its steps found. */
  faults: z.array(planFault),
  /** What its person would have to be allowed to see, and where. */
  needs: z.array(readNeed),
});

export const recoveryMachineView = z.strictObject({
  ...recoveryMachine.shape,
  /** Of the machine, as they were when the plan was saved; where it was gone by then, as an earlier version of the plan has them, or null. */
  tags: resourceTags.nullable(),
  /** Null: it depends on tags that were never seen. */
  wanted: recoveryObjectives.nullable(),
  state: recoveryMachineState,
  /** The restore it became; by it everything of it is found. */
  jobId: z.string().nullable(),
  /** Of the recovery point that was taken. */
  pointTime: z.iso.datetime().nullable(),
  begunAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  refusal: recoveryRefusal.nullable(),
  /** What its own run waits for. */
  stop: planStop.nullable(),
  /** As its own run saw them last, and when; empty before. */
  steps: z.array(stepView.pick({ step: true, state: true })),
  seenAt: z.iso.datetime().nullable(),
  times: z.array(stepTime),
  /** From being asked for until it ran with its disks unlocked; null where it does not. */
  recoverySeconds: z.int().nullable(),
  /** Of a rehearsal. */
  proof: machineProof.nullable(),
});

const byAt = z.strictObject({ by: person, at: z.iso.datetime() });

export const recoveryPlan = z.strictObject({
  planId: z.uuid(),
  name: z.string(),
  edition,
  moment: recoveryMoment,
  target: recoveryTarget,
  objectives: recoveryObjectives,
  tagObjectives: z.array(tagObjective),
  /** Null: it is for good. */
  rehearsal: rehearsalStanding.nullable(),
  by: person,
  at: z.iso.datetime(),
  /** Grows with each change. */
  revision: z.int(),
  /** By whom it was changed last; null: it is as it was made. */
  changed: byAt.nullable(),
  standing: recoveryStanding,
  /** At how many servers its restores go on now. */
  servers: z.int(),
  startedAt: z.iso.datetime().nullable(),
  /** By whom it was reviewed since it was changed last; who made it, or ever changed it, is none of them. */
  approvals: z.array(byAt),
  /** Reviews of what it was before its last change; they count no more. */
  voided: z.array(byAt),
  /** By whom it was deleted, after something of it had run; null: it was not. */
  removed: byAt.nullable(),
  /** Those of vaults that the signed-in person may see. */
  machines: z.array(recoveryMachineView),
  /** How many others there are. */
  unseen: z.int(),
  /** Whether the signed-in person may restore in any of its vaults, without which nothing of it can be begun or stopped. */
  mayRun: z.boolean(),
  /**
   * What of it is the doing of the signed-in person, whose name may have been another then: whether they made it, were the last to change it,
   * had any part in it, so that somebody else reviews it, and have approved it.
   */
  mine: z.strictObject({ isMade: z.boolean(), isChanged: z.boolean(), isPartlyOwn: z.boolean(), isApproved: z.boolean() }),
});

export const recoverySummary = z.strictObject({
  ...recoveryPlan.pick({ planId: true, name: true, rehearsal: true, by: true, at: true, startedAt: true, removed: true, unseen: true })
    .shape,
  /** `not-known`: a newer version wrote it, and this server cannot read it; only its name, its author and what is in it are told. */
  standing: z.discriminatedUnion('state', [...recoveryStanding.options, z.strictObject({ state: z.literal('not-known') })]),
  /** Without those that were taken out. */
  total: z.int(),
  /** That are back; of a rehearsal, that ran: their agent answered. */
  done: z.int(),
  /** That need a person, or were refused. */
  open: z.int(),
});

const revision = recoveryPlan.shape.revision;
const planPath = z.strictObject({ planId: z.uuid() });
const ofPlans = '/recovery-plans';
const ofPlan = `${ofPlans}/{planId}` as const;

/** GET /recovery-plans: the plans of the directory that have a machine in a vault the user may see, newest decision first. */
export const listRecoveryPlans = oc.route({ method: 'GET', path: ofPlans }).output(z.array(recoverySummary));

/** GET …/{planId}: the plan and its run. Who may restore and asks goes on with a run that waits. */
export const getRecoveryPlan = oc.route({ method: 'GET', path: ofPlan }).input(planPath).output(recoveryPlan);

/**
 * PUT …/{planId}: keeps a plan under an id made by the browser, or changes it. Reviews of what it was count no more; machines of vaults that the
 * user does not see stay in it. Fails with `recovery-begun` once its run was begun, `recovery-plan-changed` when it is no longer of this
 * revision. Asked again with what it is already it changes nothing. Its author may make a new one again, otherwise and as often as it takes,
 * until it was changed by its revision.
 */
export const putRecoveryPlan = oc
  .route({ method: 'PUT', path: ofPlan })
  .input(
    z.strictObject({
      ...planPath.shape,
      ...recoveryDraft.shape,
      /** Of the plan when the change was begun; null: it is new. */
      revision: revision.nullable().default(null),
    }),
  )
  .output(recoveryPlan);

/** GET /removed-recovery-plans: those that were deleted after something of them had run, the last deleted first. */
export const listRemovedRecoveryPlans = oc.route({ method: 'GET', path: '/removed-recovery-plans' }).output(z.array(recoverySummary));

/** DELETE …/{planId}: forgets a plan that is not being run. Where something of it has run it is only read from then on, as evidence of that. */
export const deleteRecoveryPlan = oc
  .route({ method: 'DELETE', path: ofPlan })
  .input(planPath)
  .output(z.strictObject({ state: z.literal('removed') }));

/** POST …/{planId}/outlooks: what stands before some of its machines, before anything is done. */
export const readRecoveryOutlooks = oc
  .route({ method: 'POST', path: `${ofPlan}/outlooks` })
  .input(z.strictObject({ ...planPath.shape, items: z.array(itemPath).min(1).max(MOST_LOOKED_AT) }))
  .output(z.array(recoveryOutlook));

/** POST …/{planId}/capacity: whether the quotas suffice for machines of these sizes, as their recovery points tell them, and the addresses of their subnets. */
export const readRecoveryCapacity = oc
  .route({ method: 'POST', path: `${ofPlan}/capacity` })
  .input(
    z.strictObject({
      ...planPath.shape,
      machines: z
        .array(z.strictObject({ item: itemPath, size: vmSize, subnetId: subnetId.nullable() }))
        .min(1)
        .max(MOST_PLANNED_MACHINES),
    }),
  )
  .output(recoveryCapacity);

const onPlan = (path: `/${string}`) => oc.route({ method: 'POST', path: `${ofPlan}${path}`, successStatus: 202 });

/**
 * POST …/{planId}/approve: says that somebody who neither made nor ever changed the plan has reviewed it as it is in this revision. Fails with
 * `recovery-own-plan`, `recovery-plan-changed`.
 */
export const approveRecovery = onPlan('/approve')
  .input(z.strictObject({ ...planPath.shape, revision }))
  .output(recoveryPlan);

/**
 * POST …/{planId}/start: begins the run, or goes on with one that was paused. Asked again it changes nothing. Fails with
 * `recovery-plan-changed` where a revision is told and it is another one by now.
 */
export const startRecovery = onPlan('/start')
  .input(z.strictObject({ ...planPath.shape, revision: revision.optional() }))
  .output(recoveryPlan);

/** POST …/{planId}/pause: nothing more is asked of Azure until somebody goes on; what it has been told goes on. */
export const pauseRecovery = onPlan('/pause').input(planPath).output(recoveryPlan);

/** POST …/{planId}/cancel: the same for good. */
export const cancelRecovery = onPlan('/cancel').input(planPath).output(recoveryPlan);

/** POST …/{planId}/retry: tries again what was refused, failed or needs a person, and no other machine. */
export const retryRecovery = onPlan('/retry').input(planPath).output(recoveryPlan);

/** POST …/{planId}/take-out: leaves a machine out of the run; what was begun of it is left to people. */
export const takeOutOfRecovery = onPlan('/take-out')
  .input(z.strictObject({ ...planPath.shape, item: itemPath }))
  .output(recoveryPlan);

export type RecoveryMoment = z.infer<typeof recoveryMoment>;
export type RecoveryTarget = z.infer<typeof recoveryTarget>;
export type RecoveryMachine = z.infer<typeof recoveryMachine>;
export type RecoveryDraft = z.infer<typeof recoveryDraft>;
export type RecoveryStanding = z.infer<typeof recoveryStanding>;
export type RecoveryMachineState = z.infer<typeof recoveryMachineState>;
export type RecoveryMachineView = z.infer<typeof recoveryMachineView>;
export type RecoveryPlan = z.infer<typeof recoveryPlan>;
export type RecoverySummary = z.infer<typeof recoverySummary>;
