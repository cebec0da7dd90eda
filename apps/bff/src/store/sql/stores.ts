import { COMMANDS_KEPT_DAYS, KEPT_MS, runsKeptMs } from '../bounds';
import { isKeptForTheDay, recoveryRecord } from '../recovery-plans';
import { planRecord } from '../restore-plans';
import type { Stores } from '../stores';
import { SqlBatches } from './batches';
import { SqlCommands } from './commands';
import type { Database } from './database';
import { SqlGrants } from './grants';
import { SqlIntents } from './intents';
import { SqlLeasedRecords } from './leased-records';
import { SqlScreens } from './screens';
import { SqlStorageDays } from './storage-days';

/** The stores in a database, whichever it is. */
export function storesIn(database: Database, commandsKeptDays = COMMANDS_KEPT_DAYS): Stores {
  const swept = {
    batches: new SqlBatches(database),
    intents: new SqlIntents(database),
    restorePlans: new SqlLeasedRecords(database, 'restore_plans', planRecord, KEPT_MS),
    recoveryPlans: new SqlLeasedRecords(database, 'recovery_plans', recoveryRecord, runsKeptMs(commandsKeptDays), isKeptForTheDay),
    storageDays: new SqlStorageDays(database),
  };
  const commands = new SqlCommands(database, commandsKeptDays);
  return {
    ...swept,
    commands,
    screens: new SqlScreens(database),
    segments: commands.segments,
    grants: new SqlGrants(database),
    isOpen: () => database.isOpen(),
    async sweep() {
      for (const store of Object.values(swept)) await store.sweep();
      return commands.sweep();
    },
    close: () => database.close(),
  };
}
