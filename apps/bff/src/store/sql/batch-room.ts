import { sql } from 'kysely';
import * as z from 'zod';
import { ASKED_FOR_MS, MOST_BATCHES, MOST_OPEN_BATCHES } from '../bounds';
import type { Database } from './database';

const counts = z.object({ kept: z.int(), open: z.int() });

/** Whether a user may have another batch. Ended ones that nobody asks for any more make room for new ones. */
export async function hasRoomForBatch({ db, momentAgo }: Database, owner: string): Promise<boolean> {
  const count = async () => {
    const isOpen = sql<boolean>`ended is null and written_at > ${momentAgo(ASKED_FOR_MS)}`;
    const counted = db
      .selectFrom('batches')
      .select(({ fn }) => [fn.countAll<number>().as('kept'), fn.countAll<number>().filterWhere(isOpen).as('open')])
      .where('owner', '=', owner);
    return counts.parse(await counted.executeTakeFirst());
  };
  const { kept, open } = await count();
  if (open >= MOST_OPEN_BATCHES) return false;
  if (kept < MOST_BATCHES) return true;
  const old = db.deleteFrom('batches').where('owner', '=', owner).where('ended', 'is not', null);
  await old.where('written_at', '<', momentAgo(ASKED_FOR_MS)).execute();
  return (await count()).kept < MOST_BATCHES;
}
