import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { pictureType } from '@tresor/contracts';
import { sql } from 'kysely';
import * as z from 'zod';
import { Problem } from '../../problem';
import { MOST_PICTURE_BYTES, MOST_SCREENS_BYTES } from '../bounds';
import { readRow } from '../read-row';
import type { Picture, Screens } from '../screens';
import type { Database } from './database';

// Off the thread that answers: a bitmap of a screen has megabytes.
const [deflate, inflate] = [promisify(deflateRaw), promisify(inflateRaw)];

const row = z.object({ type: pictureType, folded: z.instanceof(Uint8Array) });

export class SqlScreens implements Screens {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async keep(planId: string, { sha256, type, bytes }: Picture): Promise<boolean> {
    const { db } = this.#database;
    const folded = await deflate(bytes);
    const stored = await db
      .selectFrom('recovery_plans')
      .leftJoin('screens', 'screens.plan_id', 'recovery_plans.plan_id')
      .select(sql<number>`cast(coalesce(sum(length(screens.folded)), 0) as integer)`.as('bytes'))
      .where('recovery_plans.plan_id', '=', planId)
      .groupBy('recovery_plans.plan_id')
      .executeTakeFirst();
    const room = readRow(z.object({ bytes: z.int() }).optional(), stored);
    if (!room || room.bytes + folded.length > MOST_SCREENS_BYTES) return false;
    const kept = db.insertInto('screens').values({ plan_id: planId, sha256, type, folded });
    await kept.onConflict((known) => known.doNothing()).execute();
    return true;
  }

  async find(planId: string, sha256: string): Promise<Picture | undefined> {
    const found = this.#database.db.selectFrom('screens').select(['type', 'folded']).where('plan_id', '=', planId);
    const kept = readRow(row.optional(), await found.where('sha256', '=', sha256).executeTakeFirst());
    if (!kept) return undefined;
    const bytes = await inflate(kept.folded, { maxOutputLength: MOST_PICTURE_BYTES }).catch((cause: unknown) => {
      throw new Problem('record-damaged', { cause });
    });
    return { sha256, type: kept.type, bytes };
  }
}
