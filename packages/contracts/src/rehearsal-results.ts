import * as z from 'zod';
import { encryptedDisk } from './machine-encryption';
import { stepView } from './restore-steps';

/** How long a machine may take to come back, and how old what comes back may be; whole minutes, null where nothing is wanted. */
export const recoveryObjectives = z.strictObject({
  rtoMinutes: z.int().min(1).max(525_600).nullable(),
  rpoMinutes: z.int().min(1).max(525_600).nullable(),
});

/** What Azure told of a machine that a rehearsal brought up, right before it was removed again. */
export const machineProof = z.strictObject({
  /** By Azure's clock. */
  at: z.iso.datetime(),
  /** ARM id. */
  machineId: z.string(),
  /** Whether the agent reports that it is ready: the system has started. */
  agentReady: z.boolean(),
  disks: z.array(encryptedDisk.pick({ name: true, role: true, state: true })),
  /** Whether Azure has a picture of its screen; null: it could not be asked. */
  hasScreenshot: z.boolean().nullable(),
});

/** When a step of a restore was first seen done, by Azure's clock. */
export const stepTime = z.strictObject({ step: stepView.shape.step, at: z.iso.datetime() });

/** Something of a rehearsal that Azure still lists at its end, or that could not be looked for. */
export const rehearsalLeft = z.strictObject({
  kind: z.enum(['resource-group', 'key-vault', 'file', 'vhd', 'job']),
  name: z.string(),
  /** `left`: it is still there; `soft-deleted`: Azure keeps it until then, and its name with it; `unseen`: the person may not look. */
  state: z.enum(['left', 'soft-deleted', 'unseen']),
  until: z.iso.datetime().nullable(),
  /** Why, in Azure's words. */
  message: z.string().nullable(),
});

/**
 * That a run only rehearses another plan: what it brings up is removed again. `running`: it brings machines up; `removing`: nothing more is
 * brought up, and what is there goes; `removed`: Azure lists nothing of it but what is left.
 */
export const rehearsalStanding = z.strictObject({
  /** The plan it rehearses. */
  of: z.uuid(),
  phase: z.enum(['running', 'removing', 'removed']),
  left: z.array(rehearsalLeft),
  removedAt: z.iso.datetime().nullable(),
});

export type RecoveryObjectives = z.infer<typeof recoveryObjectives>;
export type MachineProof = z.infer<typeof machineProof>;
export type StepTime = z.infer<typeof stepTime>;
export type RehearsalLeft = z.infer<typeof rehearsalLeft>;
export type RehearsalStanding = z.infer<typeof rehearsalStanding>;
