import type { Batches } from './batches';
import type { Commands } from './commands';
import type { Grants } from './grants';
import type { Intents } from './intents';
import type { RecoveryPlans } from './recovery-plans';
import type { RestorePlans } from './restore-plans';
import type { Screens } from './screens';
import type { StorageDays } from './storage-days';
import type { Segment, Segments } from './segments';

/** What outlives a request: in PostgreSQL for any number of servers, else in a file for one. */
export interface Stores {
  batches: Batches;
  intents: Intents;
  grants: Grants;
  restorePlans: RestorePlans;
  recoveryPlans: RecoveryPlans;
  screens: Screens;
  storageDays: StorageDays;
  commands: Commands;
  segments: Segments;
  /** Whether orders can be written now. */
  isOpen(): Promise<boolean>;
  /** Deletes the orders whose time is over, and closes what of the record of commands has settled; answers the segments that were closed. */
  sweep(): Promise<Segment[]>;
  close(): void;
}
