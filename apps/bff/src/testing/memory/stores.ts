import type { StorageDay } from '@tresor/contracts';
import type { Grants, GrantState, StoredGrant } from '../../store/grants';
import { Problem } from '../../problem';
import { COMMANDS_KEPT_DAYS, daysAgo, KEPT_MS, MOST_GRANTS, runsKeptMs, STORAGE_KEPT_DAYS } from '../../store/bounds';
import { isKeptForTheDay, recoveryRecord } from '../../store/recovery-plans';
import { planRecord } from '../../store/restore-plans';
import type { Picture, Screens } from '../../store/screens';
import type { StorageDays } from '../../store/storage-days';
import type { Stores } from '../../store/stores';
import { MemoryBatches } from './batches';
import { MemoryCommands } from './commands';
import { MemoryIntents } from './intents';
import { MemoryLeasedRecords } from './leased-records';

class MemoryGrants implements Grants {
  readonly #kept = new Map<string, StoredGrant>();

  async write(grant: StoredGrant): Promise<StoredGrant> {
    const known = this.#kept.get(grant.grantId);
    if (known) return known;
    const all = await this.list(grant.tenantId, grant.keyVault);
    const ended = all.filter(({ state }) => state === 'done' || state === 'undone');
    if (all.length - ended.length >= MOST_GRANTS) throw new Problem('too-many-orders', { retryAfter: 60 });
    for (const { grantId } of ended.slice(MOST_GRANTS)) this.#kept.delete(grantId);
    this.#kept.set(grant.grantId, grant);
    return grant;
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

class MemoryScreens implements Screens {
  readonly #kept = new Map<string, Picture[]>();
  readonly #hasPlan: (planId: string) => Promise<boolean>;

  constructor(hasPlan: (planId: string) => Promise<boolean>) {
    this.#hasPlan = hasPlan;
  }

  async keep(planId: string, picture: Picture): Promise<boolean> {
    if (!(await this.#hasPlan(planId))) return false;
    const others = (this.#kept.get(planId) ?? []).filter(({ sha256 }) => sha256 !== picture.sha256);
    this.#kept.set(planId, [...others, picture]);
    return true;
  }

  async find(planId: string, wanted: string): Promise<Picture | undefined> {
    if (!(await this.#hasPlan(planId))) this.#kept.delete(planId);
    return this.#kept.get(planId)?.find(({ sha256 }) => sha256 === wanted);
  }
}

class MemoryStorageDays implements StorageDays {
  readonly #kept = new Map<string, Map<string, StorageDay>>();

  async keep(vault: string, figure: StorageDay): Promise<void> {
    const days = this.#kept.get(vault) ?? new Map<string, StorageDay>();
    this.#kept.set(vault, days);
    if ((days.get(figure.day)?.seenAt ?? '') < figure.seenAt) days.set(figure.day, figure);
  }

  async list(vault: string): Promise<StorageDay[]> {
    return [...(this.#kept.get(vault)?.values() ?? [])].toSorted((a, b) => a.day.localeCompare(b.day));
  }

  sweep(): void {
    for (const days of this.#kept.values())
      for (const { day, seenAt } of days.values()) if (seenAt < daysAgo(STORAGE_KEPT_DAYS)) days.delete(day);
  }
}

/** The stores of one process, or of several in one process: they pass the same tests as the real ones. */
export function memoryStores(): Stores {
  const [batches, intents] = [new MemoryBatches(), new MemoryIntents()];
  const storageDays = new MemoryStorageDays();
  const restorePlans = new MemoryLeasedRecords(planRecord, KEPT_MS);
  const recoveryPlans = new MemoryLeasedRecords(recoveryRecord, runsKeptMs(COMMANDS_KEPT_DAYS), isKeptForTheDay);
  return {
    batches,
    intents,
    grants: new MemoryGrants(),
    restorePlans,
    recoveryPlans,
    screens: new MemoryScreens(async (planId) => (await recoveryPlans.find(planId)) !== undefined),
    storageDays,
    commands: new MemoryCommands(),
    segments: { look: async () => undefined, last: async () => undefined, covering: async () => [], open: async () => 0 },
    isOpen: () => Promise.resolve(true),
    async sweep() {
      batches.sweep();
      intents.sweep();
      restorePlans.sweep();
      recoveryPlans.sweep();
      storageDays.sweep();
      return [];
    },
    close: () => undefined,
  };
}
