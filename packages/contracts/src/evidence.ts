import { oc } from '@orpc/contract';
import * as z from 'zod';
import { commandEnd, commandName, commandResult } from './commands';
import { vaultPath } from './ids';
import { itemPath } from './items';
import { person } from './key-vaults';
import { recoveryMachineView, recoveryPlan } from './recovery-plans';
import { rehearsalLeft, rehearsalThing } from './rehearsal-results';
import { ofRestore, restorePath } from './restore-path';

const texts = z.record(z.string(), z.string());
const moment = z.string();

/**
 * What Azure showed of a restore, in its words where it has some. `job` and its `task`s; `point`, `secret` and `key` with their versions, never
 * what is in them; `disks` and `machine` that were made; `step`: where a step of the journey stood, which is what the checks found; `tried`: what
 * did not help, and why; `protection`; `setting`: what the old machine had and the new one has; `operation`: of Azure's activity log.
 */
export const seenThing = z.enum([
  'job',
  'task',
  'point',
  'secret',
  'key',
  'disks',
  'machine',
  'step',
  'tried',
  'protection',
  'setting',
  'operation',
]);

/** Entries of the store of commands, as they were written there, but without the object ids of people. */
const evidenceEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('asked'),
    at: moment,
    command: commandName,
    by: person,
    target: z.string(),
    about: texts,
    reason: z.string().nullable(),
    /** Under it Azure's activity log has what came of it. */
    correlationId: z.string(),
  }),
  z.strictObject({
    kind: z.literal('sent'),
    at: moment,
    method: z.string(),
    resource: z.string(),
    status: z.int(),
    /** Azure's number of the request. */
    requestId: z.string().nullable(),
    correlationId: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('answered'),
    at: moment,
    result: commandResult,
    code: z.string().nullable(),
    jobId: z.string().nullable(),
    about: texts,
  }),
  z.strictObject({ kind: z.literal('ended'), at: moment, end: commandEnd }),
  z.strictObject({ kind: z.literal('repeated'), at: moment, count: z.int().nullable() }),
  /** `facts.hidden`: the right that was missing to the one who looked, at `facts.at`. */
  z.strictObject({ kind: z.literal('seen'), at: moment, what: seenThing, facts: texts }),
]);

/** Who had the evidence drawn, and when, by Azure's clock. */
const drawn = { drawnBy: person, drawnAt: moment };

const ofPlan = { ...recoveryPlan.omit({ machines: true, mayRun: true, mine: true }).shape, ...drawn };

/** What a document is about: its first record. */
const subject = [
  z.strictObject({
    kind: z.literal('restore'),
    vault: vaultPath,
    jobId: z.string(),
    /** The item it restores; null where Azure does not know its job any more. */
    item: itemPath.nullable(),
    ...drawn,
  }),
  z.strictObject({ kind: z.literal('recovery-plan'), ...ofPlan }),
  /** The run of a plan into isolation; `rehearsal.of` is that plan. */
  z.strictObject({ kind: z.literal('rehearsal'), ...ofPlan }),
] as const;

export const evidenceRecord = z.discriminatedUnion('kind', [
  ...subject,
  /** How a machine of a plan ended, or where it stands. */
  z.strictObject({ kind: z.literal('machine'), ...recoveryMachineView.shape }),
  /**
   * Something that a rehearsal made and removed. `removed`: Azure does not list it any more; else as with what is left. Not there as long as
   * nothing was removed; of a rehearsal with machines that the drawing person may not see, only the resource groups.
   */
  z.strictObject({
    kind: z.literal('removal'),
    thing: rehearsalThing,
    state: z.enum(['removed', ...rehearsalLeft.shape.state.options]),
    until: moment.nullable(),
  }),
  z.strictObject({
    kind: z.literal('entry'),
    /** Its number in the record of commands. */
    position: z.int(),
    commandId: z.string(),
    /** The restore it belongs to; of what a rehearsal does for all of its machines, that rehearsal. */
    restore: z.string().nullable(),
    entry: evidenceEntry,
  }),
  /** A closed piece of the record of commands in which entries stand; `isSound`: it was read again, and was as it had been closed. */
  z.strictObject({
    kind: z.literal('segment'),
    number: z.int(),
    firstPosition: z.int(),
    lastPosition: z.int(),
    hash: z.string(),
    closedAt: moment,
    isSound: z.boolean(),
  }),
]);

const hex = z.string().regex(/^[\da-f]+$/);

/** Sealed by `@tresor/contracts/seal`, which says what is hashed and signed, and verifies it. */
export const sealedEvidence = z.strictObject({
  seal: z.strictObject({
    format: z.literal('tresor-evidence/1'),
    count: z.int(),
    head: hex,
    publicKey: hex,
    sealedAt: moment,
    signature: hex,
  }),
  records: z.array(z.strictObject({ hash: hex, record: evidenceRecord })),
});

/**
 * GET …/restores/{jobId}/evidence: what is on record of a restore and what Azure shows of it now, sealed. Who may read the vault may read it. Is
 * itself recorded, with the hash of what was given out. Fails with `evidence-key-missing` where the settings name no key.
 */
export const getRestoreEvidence = oc
  .route({ method: 'GET', path: `${ofRestore}/evidence` })
  .input(restorePath)
  .output(sealedEvidence);

/**
 * GET /recovery-plans/{planId}/evidence: the plan, how each machine of it ended, and what is on record of them; of those in vaults that the
 * signed-in person may see. Azure is not asked. Is itself recorded.
 */
export const getPlanEvidence = oc
  .route({ method: 'GET', path: '/recovery-plans/{planId}/evidence' })
  .input(z.strictObject({ planId: z.uuid() }))
  .output(sealedEvidence);

/** GET /evidence/keys: the public keys of the installation; the first signs, the others did. None: the settings name no key. */
export const getEvidenceKeys = oc
  .route({ method: 'GET', path: '/evidence/keys' })
  .output(z.array(z.strictObject({ publicKey: hex, fingerprint: z.string() })));

export type SeenThing = z.infer<typeof seenThing>;
export type EvidenceEntry = z.infer<typeof evidenceEntry>;
export type EvidenceRecord = z.infer<typeof evidenceRecord>;
export type SealedEvidence = z.infer<typeof sealedEvidence>;
