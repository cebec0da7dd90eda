import type { Config } from '../config';
import type { Counters } from '../http/rate-limits';
import type { SharedTokens } from '../session/sealed-tokens';
import type { Batches } from './batches';
import type { Grants } from './grants';
import type { Intents } from './intents';
import { SqliteBatches } from './sqlite/batches';
import { openStore } from './sqlite/database';
import { SqliteGrants } from './sqlite/grants';
import { SqliteIntents } from './sqlite/intents';

/** What outlives a request: in Redis for any number of processes, else in a file for one. */
export interface Stores {
  batches: Batches;
  intents: Intents;
  grants: Grants;
  /** Undefined where a process has nobody to share with. */
  tokens: SharedTokens | undefined;
  counters: Counters;
  close(): void;
}

export async function openStores(
  { redisUrl, dataDir }: Pick<Config, 'redisUrl' | 'dataDir'>,
  report: (error: unknown) => void,
): Promise<Stores> {
  if (redisUrl !== undefined) return (await import('./redis/stores')).openRedis(redisUrl, report);
  const store = openStore(dataDir);
  return {
    batches: new SqliteBatches(store),
    intents: new SqliteIntents(store),
    grants: new SqliteGrants(store),
    tokens: undefined,
    counters: () => undefined,
    close: () => store.close(),
  };
}
