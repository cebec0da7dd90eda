import type { Config } from '../config';
import { SqliteBatches } from './sqlite/batches';
import { openStore } from './sqlite/database';
import { SqliteGrants } from './sqlite/grants';
import { SqliteIntents } from './sqlite/intents';
import type { Stores } from './stores';

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
    isOpen: () => store.isOpen(),
    close: () => store.close(),
  };
}
