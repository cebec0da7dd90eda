import { Problem } from '../../problem';
import { LeaseLost } from '../../store/batches';
import type { LeasedRecords } from '../../store/leased-records';
import { endWorker, newWorker } from '../../store/workers';

const CHANGE_MS = 5_000;
const MOST_TRIES = 5;

/**
 * Changes a record as somebody decided, no matter who holds it: the change is written with a lease, so that nothing of what a worker wrote
 * before is lost, and none writes after it what it had read before. What `change` throws leaves the record as it was.
 */
export async function changeRecord<Kept>(records: LeasedRecords<Kept>, id: string, change: (record: Kept) => Kept): Promise<void> {
  const worker = newWorker();
  try {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      await records.takeBack(id);
      const lease = await records.lease(id, worker, CHANGE_MS);
      const found = lease && (await records.find(id));
      if (!lease || !found) continue;
      try {
        await records.note(lease, change(found.record), true);
        return;
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
