/** Whether an operation has ended without what was asked for, by Azure's word on it. */
export const cameToNothing = (status: string): boolean => /^(?:Failed|Cancell?ed)$/.test(status);
