import * as z from 'zod';
import { readNeed } from './facts';
import { person } from './key-vaults';

/** The steps of the journey, in their only order. */
export const restoreStep = z.enum(['disks', 'keys', 'machine', 'encryption', 'protection', 'after-care']);

const stepReason = z.enum([
  'disks-running',
  'disks-failed',
  'disks-cancelled',
  'disks-gone',
  'disks-incomplete',
  /** Whether all that were restored are still there cannot be seen. */
  'disks-out-of-sight',
  'keys-needed',
  /** They are there, but disabled, expired, or where no machine reaches them. */
  'keys-unusable',
  /** They are gone from where they were; whether they were put back elsewhere cannot be seen. */
  'keys-out-of-sight',
  /** A key vault that may hold them was just made or brought back: its name leads nowhere yet. */
  'key-vault-registering',
  'keys-unknown',
  /** Its recovery point has expired or was deleted, and it cannot be done without. */
  'point-gone',
  /** The same where only that tells whether there is anything to do. */
  'encryption-unknown',
  'needs-earlier-step',
  'machine-running',
  'machine-failed',
  'machine-deleting',
  'encryption-running',
  'encryption-failed',
  'encryption-no-effect',
  /** The application would have to sign in from inside the VM, and what isolates that lets nothing out to Entra. */
  'encryption-isolated',
  /** Applied again, as it has to be, it also encrypts data disks that were not, or of which Azure does not say that they were. */
  'first-encryption',
  /** Of the disks that do not count as encrypted Azure does not say whether they were: somebody has to look. */
  'disks-untold',
  /** The same where a person may not see the restored disks, and so not whether Azure says it. */
  'encryption-out-of-sight',
  'machine-stopped',
  'agent-silent',
  'not-protected',
  'protection-running',
  'protection-stopped',
  'protection-refused',
  /** Another vault backs it up. */
  'protected-elsewhere',
  'first-backup-missing',
  /** Its snapshot alone is there: the backup came no further. */
  'first-backup-snapshot',
  'first-backup-running',
  'first-backup-failed',
  /** There are points, and the newest backup made none. */
  'latest-backup-failed',
  'backup-data-deleted',
  'not-needed',
  'leftovers-there',
  'leftovers-needed',
  /** They are deleted, and their storage account still keeps them: anyone with rights there can bring them back. */
  'leftovers-kept',
  /** It was rehearsed, and everything of it was removed again. */
  'rehearsal-removed',
]);

/** What a step offers to be done: each is one endpoint, and one button. */
export const restoreCommand = z.enum([
  'restore-disks',
  /** What is gone of the disks, from the same point to the same place. */
  'restore-missing',
  'restore-keys',
  'create-machine',
  'renew-encryption',
  'protect',
  'back-up-now',
  'remove-leftovers',
]);

export const stepView = z.strictObject({
  step: restoreStep,
  /** `ready`: waits for the person; `blocked`: waits for an earlier step; `hidden`: the person may not see where it stands. */
  state: z.enum(['done', 'running', 'ready', 'blocked', 'failed', 'hidden']),
  reason: stepReason.nullable(),
  /** What the person would have to be allowed to read; empty unless `hidden`. */
  needs: z.array(readNeed),
  command: restoreCommand.nullable(),
});

/** A step that was tried and did not help, and why, as far as Azure tells. */
export const triedStep = z.strictObject({
  step: restoreStep,
  code: z.string().nullable(),
  /** Azure's own words. */
  message: z.string().nullable(),
  /** Disks that still count as not encrypted, or that are gone. */
  disks: z.array(z.string()),
});

/** How a restore goes on. `stuck`: the step cannot be taken here; `removed`: it was rehearsed, and everything of it was removed again. */
export const nextCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), step: restoreStep, command: restoreCommand }),
  z.strictObject({ kind: z.enum(['wait', 'stuck', 'hidden']), step: restoreStep }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('removed') }),
]);

/** Disks of the new machine that do not count as encrypted, by what they were when the point was made; none where the old one was not encrypted. */
export const openDisks = z.strictObject({
  encrypted: z.array(z.string()),
  /** Data disks of which neither Azure says it nor anybody here. */
  untold: z.array(z.string()),
  /** Data disks that were plain, or were attached since. */
  plain: z.array(z.string()),
});

/** What somebody said of disks of which Azure does not say it: that they were not encrypted. */
export const plainDisks = z.strictObject({ disks: z.array(z.string()), by: person, at: z.iso.datetime() });

export type OpenDisks = z.infer<typeof openDisks>;
export type PlainDisks = z.infer<typeof plainDisks>;
export type RestoreStep = z.infer<typeof restoreStep>;
export type StepReason = z.infer<typeof stepReason>;
export type RestoreCommand = z.infer<typeof restoreCommand>;
export type StepView = z.infer<typeof stepView>;
export type TriedStep = z.infer<typeof triedStep>;
export type NextCommand = z.infer<typeof nextCommand>;
