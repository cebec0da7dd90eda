import { oc } from '@orpc/contract';
import * as z from 'zod';
import { estateScope } from './ids';
import { virtualMachine } from './virtual-machines';

/** How long recovery points of a machine are kept: by a policy, for as long as nobody deletes them, or that is not to be read. */
const pointRetention = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('policy'), days: z.int() }),
  z.strictObject({ kind: z.literal('kept') }),
  z.strictObject({ kind: z.literal('unseen') }),
]);

/** A machine with what decides what the end of Azure Disk Encryption means for it. */
export const endingMachine = z.strictObject({
  machine: virtualMachine,
  /** Azure's name of its size; null where Azure does not say. */
  size: z.string().nullable(),
  /** Of all its disks together; null where Azure does not say of one of them. */
  totalGiB: z.number().nullable(),
  /** What the extension for disk encryption was asked to encrypt; null where there is none, or it does not say. */
  volumes: z.enum(['os', 'data', 'all']).nullable(),
  /** Whether its size can encrypt at host; null where nobody needs to know, or it was not to be read. */
  hostSize: z.boolean().nullable(),
  /** Its recovery points; null: no backup item of it is seen. */
  points: z.strictObject({ newest: z.iso.datetime().nullable(), retention: pointRetention }).nullable(),
});

/**
 * GET /encryption-end: every machine the user may see, with what the end of Azure Disk Encryption depends on. A few queries of Resource Graph
 * whatever the number of machines; and one call for each region with machines that Azure Disk Encryption encrypts.
 */
export const listEndingMachines = oc.route({ method: 'GET', path: '/encryption-end' }).input(estateScope).output(z.array(endingMachine));

export type PointRetentionOfMachine = z.infer<typeof pointRetention>;
export type EndingMachine = z.infer<typeof endingMachine>;
