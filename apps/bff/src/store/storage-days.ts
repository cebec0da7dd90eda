import { storageDay, type StorageDay } from '@tresor/contracts';
import * as z from 'zod';
import { json } from './read-row';

/** What was stored in vaults, by UTC day; of each vault and day the newest figure that was seen. A vault goes by its ARM id in lower case. */
export interface StorageDays {
  keep(vault: string, figure: StorageDay): Promise<void>;
  /** Oldest first. */
  list(vault: string): Promise<StorageDay[]>;
}

const { day, seenAt, usage } = storageDay.shape;

export const storageRow = z
  .object({ day, seen_at: seenAt, usage: json(usage) })
  .transform(({ seen_at, ...row }): StorageDay => ({ ...row, seenAt: seen_at }));
