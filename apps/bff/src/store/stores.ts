import type { Counters } from '../http/rate-limits';
import type { SharedTokens } from '../session/sealed-tokens';
import type { Batches } from './batches';
import type { Commands } from './commands';
import type { Grants } from './grants';
import type { Intents } from './intents';
import type { RestorePlans } from './restore-plans';

/** What outlives a request: in Redis for any number of processes, else in a file for one. */
export interface Stores {
  batches: Batches;
  intents: Intents;
  grants: Grants;
  restorePlans: RestorePlans;
  commands: Commands;
  /** Undefined where a process has nobody to share with. */
  tokens: SharedTokens | undefined;
  counters: Counters;
  /** Whether orders can be written now. */
  isOpen(): Promise<boolean>;
  /** Deletes the orders whose time is over. */
  sweep(): Promise<void>;
  close(): void;
}
