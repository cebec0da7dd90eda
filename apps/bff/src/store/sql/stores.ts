import { sql } from 'kysely';
import * as z from 'zod';
import { COMMANDS_KEPT_DAYS, DAY, KEPT_MS, runsKeptMs } from '../bounds';
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

const timeRow = z.object({ now: z.int() });

/** To a database whose clock is ahead everything is old; that of the server is known to be right when it asks for a sweep. */
async function requireSameTime({ db, now }: Database): Promise<void> {
  const { rows } = await sql`select ${now()} as now`.execute(db);
  if (Math.abs(timeRow.parse(rows[0]).now - Date.now()) > DAY) throw new Error('The clock of the database is more than a day off.');
}

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
      await requireSameTime(database);
      for (const store of Object.values(swept)) await store.sweep();
      return commands.sweep();
    },
    close: () => database.close(),
  };
}
