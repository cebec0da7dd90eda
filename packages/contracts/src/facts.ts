import * as z from 'zod';

/** What a person must be allowed to read, or where our server must be let in, before a fact can be seen. */
export const readNeed = z.strictObject({
  right: z.enum([
    'read-disks',
    'read-machines',
    'read-key-vaults',
    'read-keys',
    'pass-firewall',
    'read-blobs',
    'pass-storage-firewall',
    'read-activity',
  ]),
  /** Where: ARM ids, or the name of the storage account. */
  at: z.tuple([z.string()], z.string()),
});

const hiddenFact = z.strictObject({ state: z.literal('hidden'), needs: z.tuple([readNeed], readNeed) });

/** What Azure says to anyone who may read it, and the same to everybody: nothing else is said to those who may not. */
export const fact = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('state', [z.strictObject({ state: z.literal('known'), value }), hiddenFact]);

export type ReadNeed = z.infer<typeof readNeed>;
export type HiddenFact = z.infer<typeof hiddenFact>;
export type Fact<Value> = { state: 'known'; value: Value } | HiddenFact;
