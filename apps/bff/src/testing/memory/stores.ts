import type { Grants, GrantState, StoredGrant } from '../../store/grants';
import type { Stores } from '../../store/stores';
import { MemoryBatches } from './batches';
import { MemoryIntents } from './intents';

class MemoryGrants implements Grants {
  readonly #kept = new Map<string, StoredGrant>();

  async write(grant: StoredGrant): Promise<StoredGrant> {
    const known = this.#kept.get(grant.grantId) ?? grant;
    this.#kept.set(grant.grantId, known);
    return known;
  }

  async find(grantId: string): Promise<StoredGrant | undefined> {
    return this.#kept.get(grantId);
  }

  async list(tenantId: string, keyVault: string): Promise<StoredGrant[]> {
    const found = [...this.#kept.values()].filter((grant) => grant.tenantId === tenantId && grant.keyVault === keyVault);
    return found.toSorted((a, b) => b.at.localeCompare(a.at));
  }

  async change(from: GrantState, grant: StoredGrant): Promise<boolean> {
    if (this.#kept.get(grant.grantId)?.state !== from) return false;
    this.#kept.set(grant.grantId, grant);
    return true;
  }

  async drop(grantId: string): Promise<void> {
    this.#kept.delete(grantId);
  }
}

/** The stores of one process, or of several in one process: they pass the same tests as the real ones. */
export const memoryStores = (): Stores => ({
  batches: new MemoryBatches(),
  intents: new MemoryIntents(),
  grants: new MemoryGrants(),
  tokens: undefined,
  counters: () => undefined,
  isOpen: () => Promise.resolve(true),
  sweep: () => Promise.resolve(),
  close: () => undefined,
});
