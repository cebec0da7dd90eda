import type { StorageDay } from '@tresor/contracts';
import { DAY, STORAGE_KEPT_DAYS } from '../bounds';
import { storageRow, type StorageDays } from '../storage-days';
import type { Database } from './database';

export class SqlStorageDays implements StorageDays {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async keep(vault: string, { day, seenAt, usage }: StorageDay): Promise<void> {
    const figure = { seen_at: seenAt, usage: JSON.stringify(usage) };
    await this.#database.db
      .insertInto('storage_days')
      .values({ vault, day, ...figure })
      .onConflict((known) => known.columns(['vault', 'day']).doUpdateSet(figure).where('storage_days.seen_at', '<', seenAt))
      .execute();
  }

  async list(vault: string): Promise<StorageDay[]> {
    const found = this.#database.db.selectFrom('storage_days').select(['day', 'seen_at', 'usage']).where('vault', '=', vault);
    const rows = (await found.orderBy('day').execute()).map((row) => storageRow.safeParse(row));
    if (rows.some(({ success }) => !success)) this.#database.say('A figure of stored data is damaged and left out of its list.');
    return rows.flatMap(({ data }) => data ?? []);
  }

  async sweep(): Promise<void> {
    const before = this.#database.momentAgo(STORAGE_KEPT_DAYS * DAY);
    await this.#database.db.deleteFrom('storage_days').where('seen_at', '<', before).execute();
  }
}
