import { grantRow, textOf, type Grants, type GrantState, type StoredGrant } from '../grants';
import type { RedisConnection } from './connection';
import { CHANGE_FROM, KEEP } from './scripts';

const grantKey = (grantId: string) => `grant:${grantId}`;
const listKey = (tenantId: string, keyVault: string) => `grants:${tenantId}:${keyVault}`;

/** Grants are kept for good: they are the record of who gave access. */
export class RedisGrants implements Grants {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async write(grant: StoredGrant): Promise<StoredGrant> {
    const { grantId, tenantId, keyVault, state } = grant;
    await this.#redis.ensureMemory();
    await this.#redis.run(KEEP, [grantKey(grantId), listKey(tenantId, keyVault)], [grantId, 'state', state, 'record', textOf(grant)]);
    return (await this.find(grantId)) ?? grant;
  }

  async find(grantId: string): Promise<StoredGrant | undefined> {
    const fields = await this.#redis.ask((client) => client.hGetAll(grantKey(grantId)));
    return fields['state'] === undefined ? undefined : grantRow.parse(fields);
  }

  async list(tenantId: string, keyVault: string): Promise<StoredGrant[]> {
    const ids = await this.#redis.ask((client) => client.sMembers(listKey(tenantId, keyVault)));
    const found = await Promise.all(ids.map((id) => this.find(id)));
    return found.filter((grant) => grant !== undefined).toSorted((a, b) => b.at.localeCompare(a.at));
  }

  async change(from: GrantState, grant: StoredGrant): Promise<boolean> {
    return (await this.#redis.run(CHANGE_FROM, [grantKey(grant.grantId)], [from, 'state', grant.state, 'record', textOf(grant)])) === 1;
  }

  async drop(grantId: string): Promise<void> {
    await this.#redis.ask((client) => client.del(grantKey(grantId)));
  }
}
