import { LONGEST_TAG_NAME, LONGEST_TAG_VALUE } from '@tresor/support-matrix';
import * as z from 'zod';
import { encryptedDisk } from './machine-encryption';
import { stepView } from './restore-steps';

/** How long a machine may take to come back, and how old what comes back may be; whole minutes, null where nothing is wanted. */
export const recoveryObjectives = z.strictObject({
  rtoMinutes: z.int().min(1).max(525_600).nullable(),
  rpoMinutes: z.int().min(1).max(525_600).nullable(),
});

/** What a picture of a screen may be, by its first bytes. */
export const pictureType = z.enum(['image/bmp', 'image/png', 'image/jpeg']);

/** SHA-256 in hexadecimal digits. */
export const sha256 = z.string().regex(/^[\da-f]{64}$/);

/**
 * The picture of a machine's screen. `kept`: by the hash of its bytes as Azure gave them; `none`: Azure has none; `unseen`: the person may not
 * ask for it. Else why it was not kept: it was longer than 4 MiB, was no picture, could not be fetched, or the run had no room for more.
 */
const machineScreen = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('kept'), sha256, type: pictureType, bytes: z.int() }),
  z.strictObject({ state: z.enum(['none', 'unseen', 'too-large', 'no-picture', 'out-of-reach', 'no-room']) }),
]);

/** A status as Compute tells it in a machine's instance view; `of`: `machine`, `agent`, or the name of a disk. */
const bootStatus = z.strictObject({
  of: z.string(),
  code: z.string(),
  displayStatus: z.string().nullable(),
  message: z.string().nullable(),
  time: z.string().nullable(),
});

/** A tag of Azure with one of its values; `value` null: machines that have none of this name. */
const tag = z.strictObject({ name: z.string().min(1).max(LONGEST_TAG_NAME), value: z.string().max(LONGEST_TAG_VALUE).nullable() });

/** What is wanted of the machines with a tag, in place of what is wanted of all; of several that hold the strictest counts. */
export const tagObjective = z.strictObject({ tag, ...recoveryObjectives.shape });

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
  /** Null: a version that kept no pictures looked. */
  screen: machineScreen.nullable().default(null),
  /** What of this Azure said in its own words. */
  statuses: z.array(bootStatus).default([]),
});

/** When a step of a restore was first seen done, by Azure's clock. */
export const stepTime = z.strictObject({ step: stepView.shape.step, at: z.iso.datetime() });

const thing = { kind: z.enum(['resource-group', 'key-vault', 'file', 'vhd', 'job', 'backup-item']), name: z.string() };

/** Something that a rehearsal made, and that Azure listed before it was removed. A resource group stands for all that is in it. */
export const rehearsalThing = z.strictObject(thing);

/** Something of a rehearsal that Azure still lists at its end, or that could not be looked for. */
export const rehearsalLeft = z.strictObject({
  ...thing,
  /**
   * `left`: it is still there; `soft-deleted`: Azure keeps it until then, and its name with it; `kept-untold`: a deleted file of which nobody
   * could tell whether its storage account keeps it; `unseen`: the person may not look; `firewalled`: the storage account does not let our
   * server in, no matter who asks.
   */
  state: z.enum(['left', 'soft-deleted', 'kept-untold', 'unseen', 'firewalled']),
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

export type PictureType = z.infer<typeof pictureType>;
export type MachineScreen = z.infer<typeof machineScreen>;
export type BootStatus = z.infer<typeof bootStatus>;
export type TagObjective = z.infer<typeof tagObjective>;
export type MachineProof = z.infer<typeof machineProof>;
export type StepTime = z.infer<typeof stepTime>;
export type RehearsalThing = z.infer<typeof rehearsalThing>;
export type RehearsalLeft = z.infer<typeof rehearsalLeft>;
export type RehearsalStanding = z.infer<typeof rehearsalStanding>;
