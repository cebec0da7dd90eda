import type { Item } from '@tresor/contracts';

/** Whether backups of an item are to go on: what was given up is missed by nobody. */
export const isBackedUp = ({ protectionState, deletedAt }: Pick<Item, 'protectionState' | 'deletedAt'>): boolean =>
  protectionState !== 'ProtectionStopped' && deletedAt === null;
