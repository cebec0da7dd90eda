import * as z from 'zod';
import { Problem } from '../../problem';
import { ASKED_FOR_MS, MOST_BATCHES, MOST_OPEN_BATCHES } from '../bounds';
import type { Store } from './database';

const counts = z.object({ kept: z.int(), open: z.int() });

/** A user's ended batches that nobody asks for any more make room for new ones. @throws too-many-orders where that does not suffice */
export function makeRoomForBatch(store: Store, owner: string): void {
  const old = new Date(Date.now() - ASKED_FOR_MS).toISOString();
  const count = () =>
    counts.parse(
      store.get(
        'SELECT count(*) AS kept, count(*) FILTER (WHERE ended IS NULL AND written_at > ?) AS open FROM batches WHERE owner = ?',
        old,
        owner,
      ),
    );
  const { kept, open } = count();
  if (open >= MOST_OPEN_BATCHES) throw new Problem('too-many-orders', { retryAfter: 60 });
  if (kept < MOST_BATCHES) return;
  store.run('DELETE FROM batches WHERE owner = ? AND ended IS NOT NULL AND written_at < ?', owner, old);
  if (count().kept >= MOST_BATCHES) throw new Problem('too-many-orders', { retryAfter: 60 });
}
