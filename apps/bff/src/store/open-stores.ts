import type { Config } from '../config';
import { COMMANDS_KEPT_DAYS, daysAgo, forgottenBefore } from './bounds';
import { SqliteBatches } from './sqlite/batches';
import { SqliteCommands } from './sqlite/commands';
import { openStore } from './sqlite/database';
import { SqliteGrants } from './sqlite/grants';
import { SqliteIntents } from './sqlite/intents';
import { SqliteRestorePlans } from './sqlite/restore-plans';
import type { Stores } from './stores';

export async function openStores(
  { redisUrl, dataDir }: Pick<Config, 'redisUrl' | 'dataDir'>,
  report: (error: unknown) => void,
  say: (sentence: string) => void,
): Promise<Stores> {
  if (redisUrl !== undefined) return (await import('./redis/stores')).openRedis(redisUrl, report);
  const store = openStore(dataDir, say);
  const [batches, intents, grants] = [new SqliteBatches(store), new SqliteIntents(store), new SqliteGrants(store)];
  const restorePlans = new SqliteRestorePlans(store);
  const commands = new SqliteCommands(store);
  return {
    batches,
    intents,
    grants,
    restorePlans,
    commands,
    tokens: undefined,
    counters: () => undefined,
    isOpen: () => Promise.resolve(store.isOpen()),
    async sweep() {
      const before = forgottenBefore(Date.now());
      batches.sweep(before);
      intents.forgetBefore(before);
      restorePlans.forgetBefore(before);
      commands.forgetBefore(daysAgo(COMMANDS_KEPT_DAYS));
    },
    close: () => store.close(),
  };
}
