import { oc } from '@orpc/contract';
import { STEPS } from '@tresor/support-matrix';
import * as z from 'zod';
import { readNeed } from './facts';
import { edition, policyName } from './ids';
import { person } from './key-vaults';
import { keyVaultTargetReason, keysHow } from './restore-keys';
import { denyingPolicy } from './policies-in-the-way';
import { ofRestore, restorePath } from './restore-path';
import { restoreCommand, restoreStep } from './restore-steps';
import { machineCheck, machineDraft } from './restored-machine';

/** What a restore asks once, so that it can go on alone. Nothing of it is secret. */
export const planAnswers = z.strictObject({
  edition,
  machine: machineDraft,
  /** How key and secret come back; null where they are there. */
  keys: keysHow.nullable(),
  /** The policy that protects the new VM; null: it is not protected. */
  policyName: policyName.nullable(),
  /** Whether Azure Backup may be given the access to the key vaults that it lacks for the first backup. */
  letBackupIn: z.boolean(),
  /** Whether the files with key data are deleted at the end. */
  removeLeftovers: z.boolean(),
});

/** What would stop the plan later, as far as can be seen beforehand; `field`: the answer it is about. */
export const planFault = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('machine'), fault: machineCheck }),
  z.strictObject({
    field: z.literal('keys'),
    fault: z.enum([...keyVaultTargetReason.options, 'not-found', 'not-answered', 'in-no-backup', 'new-name-taken', 'not-isolated']),
  }),
  z.strictObject({ field: z.literal('policyName'), fault: z.literal('policy-missing') }),
  /** A step that the signed-in person lacks a right for. */
  z.strictObject({ field: z.literal('rights'), fault: z.enum(STEPS.map(({ id }) => id)) }),
  /** A step whose work a policy (Azure Policy) forbids. */
  z.strictObject({ field: z.literal('policy'), fault: restoreStep, ...denyingPolicy.shape }),
]);

/**
 * Why a plan waits for a person. `refused`: Azure or Tresor refused the command; `tried`: it was carried out and did not help;
 * `not-answered`: there is no answer for it; `application-needed`: the client secret is kept nowhere; `application-isolated`: it could not sign in
 * from the isolated network; `first-encryption` and `disks-untold`
 * as of the step; `backup-kept-out`: Azure Backup may not read the key vaults; `stuck` and `hidden` as in a restore;
 * `rehearsal-removed`: nothing is left to go on with.
 */
const planStopReason = z.enum([
  'refused',
  'tried',
  'not-answered',
  'application-needed',
  'application-isolated',
  'first-encryption',
  'disks-untold',
  'backup-kept-out',
  'stuck',
  'hidden',
  'rehearsal-removed',
]);

export const planStop = z.strictObject({
  reason: planStopReason,
  step: restoreStep,
  command: restoreCommand.nullable(),
  /** A problem code, where one tells why. */
  code: z.string().nullable(),
  azureCode: z.string().nullable(),
  azureMessage: z.string().nullable(),
  needs: z.array(readNeed),
});

/** Where a plan stands. Times are Azure's, but for `until`, which is the end of a sign-in. */
const planStanding = z.discriminatedUnion('state', [
  /** A server goes on with it in somebody's name, without any page, until that sign-in ends. */
  z.strictObject({ state: z.literal('running'), inNameOf: person, until: z.iso.datetime() }),
  /** Nobody's sign-in reaches; anyone who has the rights goes on by opening it. */
  z.strictObject({ state: z.literal('waiting'), since: z.iso.datetime() }),
  z.strictObject({ state: z.literal('needs-person'), since: z.iso.datetime(), stop: planStop }),
  z.strictObject({ state: z.literal('stopped'), by: person, at: z.iso.datetime() }),
  z.strictObject({ state: z.literal('done'), at: z.iso.datetime() }),
]);

/** A command that the plan gave; `outcome` null: no answer was heard yet. */
const plannedCommand = z.strictObject({
  command: restoreCommand,
  at: z.iso.datetime(),
  inNameOf: person,
  outcome: z.enum(['accepted', 'refused']).nullable(),
});

export const restorePlan = z.strictObject({
  answers: planAnswers,
  by: person,
  at: z.iso.datetime(),
  standing: planStanding,
  /** What it did so far, oldest first. */
  given: z.array(plannedCommand),
  /** Steps that are left and for which the signed-in person lacks rights: that person cannot go on with it, change it or stop it. */
  lacking: z.array(z.enum(STEPS.map(({ id }) => id))),
});

/** GET …/restores/{jobId}/plan: the plan as it stands, null without one. Anyone who has the rights and opens it goes on with it. */
export const getPlan = oc
  .route({ method: 'GET', path: `${ofRestore}/plan` })
  .input(restorePath)
  .output(restorePlan.nullable());

/** POST …/restores/{jobId}/plan/check: what stands in the way of these answers, by the checks of the steps themselves. */
export const checkPlan = oc
  .route({ method: 'POST', path: `${ofRestore}/plan/check` })
  .input(z.strictObject({ ...restorePath.shape, answers: planAnswers }))
  .output(z.array(planFault));

/**
 * PUT …/restores/{jobId}/plan: checks the answers and runs the restore to its end with them, alone. In place of an earlier plan it begins
 * again: what was refused may be tried once more. Fails with `plan-refused` where something stands in the way.
 */
export const putPlan = oc
  .route({ method: 'PUT', path: `${ofRestore}/plan`, successStatus: 202 })
  .input(z.strictObject({ ...restorePath.shape, answers: planAnswers }))
  .output(restorePlan);

/** DELETE …/restores/{jobId}/plan: takes back control, for the one who decided or could go on. What Azure has been told already goes on. */
export const stopPlan = oc
  .route({ method: 'DELETE', path: `${ofRestore}/plan` })
  .input(restorePath)
  .output(restorePlan);

/** How long Azure usually takes to restore the disks, from restores of this vault that went well. */
export const usualTime = z.strictObject({
  /** Null: there is nothing to tell it from. */
  seconds: z.int().nullable(),
  /** Of this machine, or of all machines of the vault. */
  basis: z.enum(['machine', 'vault']).nullable(),
  /** From how many. */
  restores: z.int(),
  /** What the disks hold, where Azure tells it of all: then the time is in proportion to it. */
  gibibytes: z.int().nullable(),
});

/** GET …/restores/{jobId}/usual-time */
export const getUsualTime = oc
  .route({ method: 'GET', path: `${ofRestore}/usual-time` })
  .input(restorePath)
  .output(usualTime);

export type PlanAnswers = z.infer<typeof planAnswers>;
export type PlanFault = z.infer<typeof planFault>;
export type PlanStop = z.infer<typeof planStop>;
export type PlanStopReason = z.infer<typeof planStopReason>;
export type RestorePlan = z.infer<typeof restorePlan>;
export type UsualTime = z.infer<typeof usualTime>;
