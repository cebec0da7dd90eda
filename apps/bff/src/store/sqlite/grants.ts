import * as z from 'zod';
import { Problem } from '../../problem';
import { MOST_GRANTS } from '../bounds';
import { grantRow, textOf, type Grants, type GrantState, type StoredGrant } from '../grants';
import { readRow } from '../read-row';
import type { Store } from './database';

const count = z.object({ open: z.int() });

export class SqliteGrants implements Grants {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async write(grant: StoredGrant): Promise<StoredGrant> {
    const { grantId, tenantId, keyVault, at, state } = grant;
    const known = await this.find(grantId);
    if (known) return known;
    this.#makeRoom(tenantId, keyVault);
    this.#store.run(
      'INSERT OR IGNORE INTO grants (grant_id, tenant_id, key_vault, written_at, state, record) VALUES (?, ?, ?, ?, ?, ?)',
      grantId,
      tenantId,
      keyVault,
      at,
      state,
      textOf(grant),
    );
    return (await this.find(grantId)) ?? grant;
  }

  async find(grantId: string): Promise<StoredGrant | undefined> {
    return readRow(grantRow.optional(), this.#store.get('SELECT state, record FROM grants WHERE grant_id = ?', grantId));
  }

  async list(tenantId: string, keyVault: string): Promise<StoredGrant[]> {
    const rows = this.#store.all(
      'SELECT state, record FROM grants WHERE tenant_id = ? AND key_vault = ? ORDER BY written_at DESC, rowid DESC',
      tenantId,
      keyVault,
    );
    const grants = rows.map((row) => grantRow.safeParse(row));
    if (grants.some(({ success }) => !success)) this.#store.say('A record of given access is damaged and left out of its list.');
    return grants.flatMap(({ data }) => data ?? []);
  }

  async change(from: GrantState, grant: StoredGrant): Promise<boolean> {
    const changes = this.#store.run(
      'UPDATE grants SET state = ?, record = ? WHERE grant_id = ? AND state = ?',
      grant.state,
      textOf(grant),
      grant.grantId,
      from,
    );
    return changes === 1;
  }

  async drop(grantId: string): Promise<void> {
    this.#store.run('DELETE FROM grants WHERE grant_id = ?', grantId);
  }

  /** What was taken back, or given so often since, makes room; the last ones are kept for good. @throws too-many-orders in too much doubt */
  #makeRoom(tenantId: string, keyVault: string): void {
    const open = `SELECT count(*) AS open FROM grants WHERE tenant_id = ? AND key_vault = ? AND state NOT IN ('done', 'undone')`;
    if (count.parse(this.#store.get(open, tenantId, keyVault)).open >= MOST_GRANTS)
      throw new Problem('too-many-orders', { retryAfter: 60 });
    this.#store.run(
      `DELETE FROM grants WHERE grant_id IN (
         SELECT grant_id FROM grants WHERE tenant_id = ? AND key_vault = ? AND state IN ('done', 'undone')
         ORDER BY written_at DESC, rowid DESC LIMIT -1 OFFSET ?)`,
      tenantId,
      keyVault,
      MOST_GRANTS,
    );
  }
}
