/** The steps of a restore, in their only order. */
export const RESTORE_STEPS = ['disks', 'keys', 'machine', 'encryption', 'protection', 'after-care'] as const;
export type RestoreStep = (typeof RESTORE_STEPS)[number];
