import type { AzureSession } from '../../azure/connection/azure';
import { Problem } from '../../problem';
import { LeaseLost } from '../../lease-lost';
import type { LeasedRecords } from '../../store/leased-records';
import type { RecoveryPlans, RecoveryRecord } from '../../store/recovery-plans';
import { endWorker, newWorker } from '../../store/workers';
import { idOf, type RecoveryReader } from './recovery-reader';
import type { RecoveryRuns } from './recovery-runs';
import { mayRestoreIn, seenVaults } from './who-may';

const CHANGE_MS = 5_000;
const MOST_TRIES = 5;

/** The one way to change a plan, no matter who holds it, for those who may. */
export class PlanChanges {
  readonly #plans: RecoveryPlans;
  readonly #reader: RecoveryReader;
  readonly #runs: RecoveryRuns;

  constructor(plans: RecoveryPlans, reader: RecoveryReader, runs: RecoveryRuns) {
    this.#plans = plans;
    this.#reader = reader;
    this.#runs = runs;
  }

  /** The plan as it is, for who may restore what is in it. */
  async find(azure: AzureSession, planId: string) {
    const vaults = await seenVaults(azure);
    const found = await this.#reader.seen(azure, planId, vaults);
    if (!(await mayRestoreIn(azure, found.record, vaults))) throw new Problem('forbidden');
    return found;
  }

  /**
   * Changes a plan, no matter who holds it, and answers it as it then is. What `change` throws stops no run: it is asked before one is ended
   * or taken from another server, and again by what is then written. What is shared here is shared again once it is looked at.
   */
  async make(azure: AzureSession, planId: string, change: (record: RecoveryRecord) => RecoveryRecord): Promise<RecoveryRecord> {
    const id = idOf(azure, planId);
    const changed = (record: RecoveryRecord) => {
      if (record.removed !== null) throw new Problem('recovery-plan-not-found');
      return change(record);
    };
    const found = await this.#plans.find(id);
    if (!found) throw new Problem('recovery-plan-not-found');
    changed(found.record);
    const leader = await this.#runs.end(azure, planId);
    try {
      return await changeRecord(this.#plans, id, changed);
    } catch (error) {
      if (leader) await this.#runs.begin(leader, planId).catch(() => undefined);
      throw error;
    }
  }
}

/**
 * Changes a record as somebody decided, no matter who holds it: the change is written with a lease, so that nothing of what a worker wrote
 * before is lost, and none writes after it what it had read before. What `change` throws leaves the record as it was.
 */
async function changeRecord<Kept>(records: LeasedRecords<Kept>, id: string, change: (record: Kept) => Kept): Promise<Kept> {
  const worker = newWorker();
  try {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const before = await records.find(id);
      if (before) change(before.record);
      await records.takeBack(id);
      const lease = await records.lease(id, worker, CHANGE_MS);
      const found = lease && (await records.find(id));
      if (!lease || !found) continue;
      try {
        const changed = change(found.record);
        await records.note(lease, changed, true);
        return changed;
      } catch (error) {
        // Somebody else has taken it to change it, too: what they made of it is read first.
        if (!(error instanceof LeaseLost)) throw error;
      } finally {
        await records.release(id, worker);
      }
    }
  } finally {
    endWorker(worker);
  }
  throw new Problem('conflict');
}
