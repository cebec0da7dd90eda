import type { StorageDay, VaultPath } from '@tresor/contracts';
import { idKey, vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { readUsage } from '../../azure/vaults/vault-counts';
import type { StorageDays } from '../../store/storage-days';
import { atMost, timedCache } from '../../caches';

/** So long a figure that has not changed is not kept again. */
const SAME_MS = 10 * 60_000;
const MOST_VAULTS = 10_000;

/** How much is stored in vaults over time. Azure tells only how much it is now, so the figures that people see are kept. */
export class VaultStorage {
  readonly #days: StorageDays;
  readonly #report: (error: unknown) => void;
  readonly #kept = timedCache<string, string>(SAME_MS, atMost(MOST_VAULTS));

  constructor(days: StorageDays, report: (error: unknown) => void) {
    this.#days = days;
    this.#report = report;
  }

  /** Keeps what the user was told; whether that works concerns nobody who looks. */
  see(session: AzureSession, path: VaultPath, usage: StorageDay['usage']): void {
    const figure = figureOf(session, usage);
    if (figure) this.#keep(keyOf(path), figure);
  }

  /** Whether the user may read the vault says Azure, by telling how much is stored in it now. */
  async list(session: AzureSession, path: VaultPath): Promise<StorageDay[]> {
    const today = figureOf(session, await readUsage(session, path));
    const vault = keyOf(path);
    const kept = await this.#days.list(vault);
    if (!today) return kept;
    this.#keep(vault, today);
    return [...kept.filter(({ day }) => day < today.day), today];
  }

  #keep(vault: string, figure: StorageDay): void {
    const serialized = JSON.stringify([figure.day, figure.usage]);
    if (this.#kept.get(vault) === serialized) return;
    this.#kept.set(vault, serialized);
    // After the answer: a file is written on the thread that answers.
    setImmediate(() => {
      this.#days.keep(vault, figure).catch((error: unknown) => {
        this.#kept.delete(vault);
        this.#report(error);
      });
    });
  }
}

const keyOf = (path: VaultPath) => idKey(vaultIdOf(path));

/** Undefined where Azure does not say how much it is. */
function figureOf(session: AzureSession, usage: StorageDay['usage']): StorageDay | undefined {
  const seenAt = session.now().toISOString();
  return usage.some(({ bytes }) => bytes !== null) ? { day: seenAt.slice(0, 10), seenAt, usage } : undefined;
}
