/** Azure's words for an item whose backups go on. Of any other word, also one that is new, nobody is told so. */
const GOING_ON: readonly string[] = ['IRPending', 'Protected', 'ProtectionError'];

/** Whether backups of an item are to go on: what was given up is missed by nobody. */
export const isBackedUp = ({ protectionState, deletedAt }: { protectionState: string; deletedAt: string | null }): boolean =>
  deletedAt === null && GOING_ON.includes(protectionState);
