import {
  edition,
  machineProof,
  person,
  planFault,
  planStop,
  readNeed,
  recoveryDraft,
  recoveryMachine,
  recoveryMachineState,
  recoveryRefusal,
  rehearsalLeft,
  rehearsalThing,
  resourceTags,
  stepTime,
} from '@tresor/contracts';
import * as z from 'zod';
import type { LeasedRecords } from './leased-records';

const moment = z.string();
/** `tid/oid`; older servers do not keep it. */
const user = z.string().optional();

/** A restore that was asked for. Azure knows its job by the id of the request, no matter who asks. */
const attempt = z.object({
  intentId: z.string(),
  /** `tid/oid`. */
  user: z.string(),
  at: moment,
  pointTime: moment,
  /** Sent again as it was, where its answer was lost. */
  request: z.object({ edition, recoveryPointId: z.string(), storageAccountId: z.string(), targetGroup: z.string().nullable() }),
});

const refusal = z.object({
  ...recoveryRefusal.shape,
  faults: z.array(planFault),
  needs: z.array(readNeed).default([]),
  user: z.string(),
  at: moment,
});

const machine = z.object({
  ...recoveryMachine.shape,
  /** As they were seen last; null: never. */
  tags: resourceTags.nullable().default(null),
  isOut: z.boolean(),
  attempt: attempt.nullable(),
  jobId: z.string().nullable(),
  /** Whether its disks are there. */
  hasDisks: z.boolean(),
  /** Whether its restore goes on by a plan of its own, which tells the rest. */
  isPlanned: z.boolean(),
  /** In whose name that was gone on with last, `tid/oid`. */
  goneOnBy: z.string().nullable(),
  /** Whether a pause stopped that plan, so that who goes on goes on with it. */
  isHeld: z.boolean(),
  /** The key vault whose keys have to come back for it. */
  keyVaultId: z.string().nullable(),
  refusal: refusal.nullable(),
  /** When its steps were first seen done. */
  times: z.array(stepTime).default([]),
  proof: machineProof.nullable().default(null),
  /** How it ended, once its rehearsal goes. */
  outcome: z.object({ state: recoveryMachineState, stop: planStop.nullable() }).nullable().default(null),
});

/** What a rehearsal is at beside its run. */
const rehearsal = z.object({
  of: z.string(),
  /** Who ended it before its time. */
  stopped: z.object({ by: person, at: moment }).nullable(),
  isRemoving: z.boolean(),
  /** How often its resource groups were told to go. */
  tries: z.int(),
  /** How often vaults were told to delete what they hold of its machines. */
  backupTries: z.int().default(0),
  left: z.array(rehearsalLeft),
  /** What it made, as far as Azure listed it before it went. */
  stood: z.array(rehearsalThing).default([]),
  removedAt: moment.nullable(),
});

const standing = z.discriminatedUnion('state', [
  z.object({ state: z.literal('planned') }),
  z.object({ state: z.literal('running'), inNameOf: person, user, until: moment, seenAt: moment }),
  z.object({ state: z.literal('waiting'), since: moment }),
  z.object({ state: z.enum(['paused', 'cancelled']), by: person, at: moment }),
  z.object({ state: z.literal('ended'), at: moment }),
]);

/** What is to come back and how, and which restore each machine became. Where that stands, Azure shows and its own plan tells. */
export const recoveryRecord = z.object({
  ...recoveryDraft.omit({ name: true, machines: true }).shape,
  // One that was given under an older rule is kept.
  name: z.string(),
  machines: z.array(machine),
  by: person,
  user,
  at: moment,
  startedAt: moment.nullable(),
  revision: z.int().default(1),
  changed: z.object({ by: person, user, at: moment }).nullable().default(null),
  /** Who changed it earlier, each once; older servers do not keep them. */
  changedBefore: z.array(z.object({ by: person, user })).default([]),
  approvals: z.array(z.object({ by: person, user, at: moment })).default([]),
  voided: z.array(z.object({ by: person, at: moment })).default([]),
  /** Something of it has run, and it is only read from here on. */
  removed: z.object({ by: person, at: moment }).nullable().default(null),
  standing,
  /** Name of the resource group that the run makes to be isolated in; those beside it begin with it. */
  isolatedGroup: z.string().nullable().default(null),
  rehearsal: rehearsal.nullable().default(null),
});

/** A plan waits for the day on which it is needed, however long nobody changes it; a rehearsal, and what was deleted, is only read any more. */
export const isKeptForTheDay = ({ rehearsal, removed }: Pick<RecoveryRecord, 'rehearsal' | 'removed'>): boolean =>
  rehearsal === null && removed === null;

/** What every version has kept of a plan: enough to name one that only a newer server knows. */
export const namedRecord = z.object({
  name: z.string(),
  by: person,
  at: moment,
  machines: z.array(z.object({ item: recoveryMachine.shape.item })),
});

export type RecoveryRecord = z.infer<typeof recoveryRecord>;
export type NamedRecord = z.infer<typeof namedRecord>;
export type RehearsalRecord = z.infer<typeof rehearsal>;
export type RecoveryMachineRecord = z.infer<typeof machine>;

/** The recovery plans of all processes, by directory and plan. */
export type RecoveryPlans = LeasedRecords<RecoveryRecord>;
