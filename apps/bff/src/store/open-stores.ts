import type { Config } from '../config';
import { storesIn } from './sql/stores';
import { openSqlite } from './sqlite/database';
import type { Stores } from './stores';

export async function openStores(
  { redisUrl, dataDir }: Pick<Config, 'redisUrl' | 'dataDir'>,
  report: (error: unknown) => void,
  say: (sentence: string) => void,
): Promise<Stores> {
  if (redisUrl !== undefined) return (await import('./redis/stores')).openRedis(redisUrl, report);
  return storesIn(await openSqlite(dataDir, say));
}
