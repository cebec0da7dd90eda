import { Problem } from '../../problem';
import type { LeasedRecords } from '../../store/leased-records';
import { endWorker, newWorker } from '../../store/workers';

const CHANGE_MS = 5_000;
const MOST_TRIES = 5;

/**
 * Changes a record, no matter who holds it: the change is written with a lease, so that nothing of what a worker wrote before is lost, and
 * none writes after it what it had read before.
 */
export async function changeRecord<Kept>(records: LeasedRecords<Kept>, id: string, change: (record: Kept) => Kept): Promise<void> {
  const worker = newWorker();
  try {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      await records.takeBack(id);
      const lease = await records.lease(id, worker, CHANGE_MS);
      const found = lease && (await records.find(id));
      if (!lease || !found) continue;
      await records.note(lease, change(found.record));
      await records.release(id, worker);
      return;
    }
  } finally {
    endWorker(worker);
  }
  throw new Problem('conflict');
}
