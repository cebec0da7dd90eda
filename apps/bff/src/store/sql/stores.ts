import type { Stores } from '../stores';
import { SqlBatches } from './batches';
import { SqlCommands } from './commands';
import type { Database } from './database';
import { SqlGrants } from './grants';
import { SqlIntents } from './intents';
import { SqlRestorePlans } from './restore-plans';

/** The stores in a database, whichever it is. */
export function storesIn(database: Database, commandsKeptDays?: number): Stores {
  const swept = {
    batches: new SqlBatches(database),
    intents: new SqlIntents(database),
    restorePlans: new SqlRestorePlans(database),
  };
  const commands = new SqlCommands(database, commandsKeptDays);
  return {
    ...swept,
    commands,
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
