import * as z from 'zod';
import { Problem } from '../../problem';
import { MOST_GRANTS } from '../bounds';
import { grantRow, textOf, type Grants, type GrantState, type StoredGrant } from '../grants';
import { readRow } from '../read-row';
import type { Database } from './database';

const ENDED = ['done', 'undone'] satisfies GrantState[];

const counts = z.object({ open: z.int(), ended: z.int() });

export class SqlGrants implements Grants {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async write(grant: StoredGrant): Promise<StoredGrant> {
    const { grantId, tenantId, keyVault, at, state } = grant;
    const known = await this.find(grantId);
    if (known) return known;
    await this.#makeRoom(tenantId, keyVault);
    const { numInsertedOrUpdatedRows: written } = await this.#database.db
      .insertInto('grants')
      .values({ grant_id: grantId, tenant_id: tenantId, key_vault: keyVault, written_at: at, state, record: textOf(grant) })
      .onConflict((row) => row.doNothing())
      .executeTakeFirst();
    return written === 1n ? grant : ((await this.find(grantId)) ?? grant);
  }

  async find(grantId: string): Promise<StoredGrant | undefined> {
    const found = this.#database.db.selectFrom('grants').select(['state', 'record']).where('grant_id', '=', grantId);
    return readRow(grantRow.optional(), await found.executeTakeFirst());
  }

  async list(tenantId: string, keyVault: string): Promise<StoredGrant[]> {
    const rows = this.#of(tenantId, keyVault).select(['state', 'record']).orderBy('written_at', 'desc').orderBy('position', 'desc');
    const grants = (await rows.execute()).map((row) => grantRow.safeParse(row));
    if (grants.some(({ success }) => !success)) this.#database.say('A record of given access is damaged and left out of its list.');
    return grants.flatMap(({ data }) => data ?? []);
  }

  async change(from: GrantState, grant: StoredGrant): Promise<boolean> {
    const { numUpdatedRows } = await this.#database.db
      .updateTable('grants')
      .set({ state: grant.state, record: textOf(grant) })
      .where('grant_id', '=', grant.grantId)
      .where('state', '=', from)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async drop(grantId: string): Promise<void> {
    await this.#database.db.deleteFrom('grants').where('grant_id', '=', grantId).execute();
  }

  #of(tenantId: string, keyVault: string) {
    return this.#database.db.selectFrom('grants').where('tenant_id', '=', tenantId).where('key_vault', '=', keyVault);
  }

  /** What was taken back, or given so often since, makes room; the last ones are kept for good. @throws too-many-orders in too much doubt */
  async #makeRoom(tenantId: string, keyVault: string): Promise<void> {
    const counted = this.#of(tenantId, keyVault).select(({ fn }) => [
      fn.countAll<number>().filterWhere('state', 'not in', ENDED).as('open'),
      fn.countAll<number>().filterWhere('state', 'in', ENDED).as('ended'),
    ]);
    const { open, ended } = counts.parse(await counted.executeTakeFirst());
    if (open >= MOST_GRANTS) throw new Problem('too-many-orders', { retryAfter: 60 });
    if (ended <= MOST_GRANTS) return;
    const last = this.#of(tenantId, keyVault).select('grant_id').where('state', 'in', ENDED);
    const kept = last.orderBy('written_at', 'desc').orderBy('position', 'desc').limit(MOST_GRANTS);
    await this.#database.db
      .deleteFrom('grants')
      .where('tenant_id', '=', tenantId)
      .where('key_vault', '=', keyVault)
      .where('state', 'in', ENDED)
      .where('grant_id', 'not in', kept)
      .execute();
  }
}
