import { sql, type Kysely } from 'kysely';
import * as z from 'zod';
import { LeaseLost } from '../../lease-lost';
import { Problem } from '../../problem';
import {
  AT_THE_START,
  batchRow,
  CAME_TO_NOTHING,
  machineRow,
  toBatch,
  UNFINISHED,
  type Batch,
  type Batches,
  type Lease,
  type MachineChange,
  type MachineRecord,
  type NewBatch,
} from '../batches';
import { KEPT_MS } from '../bounds';
import { fold, unfold } from '../folded';
import { json, readRow } from '../read-row';
import { hasRoomForBatch } from './batch-room';
import type { Database } from './database';
import { takeLease } from './leases';
import type { Tables } from './tables';

/** The database, or a transaction in it. */
type Connection = Kysely<Tables>;

const foldedRow = z.object({ ended: z.instanceof(Uint8Array) });
const jobsRow = z.object({ earlier_jobs: json(z.array(z.string())).nullable() });
const idRow = z.object({ batch_id: z.string() });

const asStored = ({ sent, ...change }: MachineChange) => ({ ...change, ...(sent !== undefined && { sent: Number(sent) }) });

/** What is written in more than one statement is one transaction, which begins with the row of its batch: there others wait. */
export class SqlBatches implements Batches {
  readonly #database: Database;
  readonly #db: Connection;

  constructor(database: Database) {
    this.#database = database;
    this.#db = database.db;
  }

  async create({ vmIds, ...batch }: NewBatch): Promise<{ batch: Batch; isNew: boolean }> {
    const isNew = (await hasRoomForBatch(this.#database, batch.owner)) && (await this.#write(batch, vmIds));
    if (isNew) return { batch: { ...batch, earlierJobs: undefined }, isNew };
    const known = await this.find(batch.batchId);
    if (!known) throw new Problem('too-many-orders', { retryAfter: 60 });
    return { batch: known, isNew };
  }

  async find(batchId: string): Promise<Batch | undefined> {
    const found = await this.#db.selectFrom('batches').selectAll().where('batch_id', '=', batchId).executeTakeFirst();
    const row = readRow(batchRow.optional(), found);
    return row && toBatch(batchId, row);
  }

  machines(batchId: string): Promise<MachineRecord[]> {
    return this.#machines(this.#db, batchId);
  }

  async note(lease: Lease, vmId: string, change: MachineChange): Promise<void> {
    if (UNFINISHED.has(change.state)) return this.#note(this.#db, lease, vmId, change);
    await this.#db.transaction().execute(async (db) => {
      await this.#note(db, lease, vmId, change);
      const lock = db.deleteFrom('machine_locks').where('batch_id', '=', lease.batchId);
      await lock.where('vm_key', '=', vmId.toLowerCase()).execute();
    });
  }

  async rememberEarlierJobs({ batchId, fence }: Lease, jobs: string[]): Promise<void> {
    const own = this.#db.updateTable('batches').where('batch_id', '=', batchId).where('fence', '=', fence);
    const { numUpdatedRows } = await own.set({ earlier_jobs: JSON.stringify(jobs) }).executeTakeFirst();
    if (numUpdatedRows === 0n) throw new LeaseLost();
  }

  async retry(batchId: string): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      const held = db.updateTable('batches').set({ batch_id: batchId }).where('batch_id', '=', batchId).returning('earlier_jobs');
      const row = readRow(jobsRow.optional(), await held.executeTakeFirst());
      if (!row) return;
      const machines = await this.#machines(db, batchId);
      const batch = db.updateTable('batches').where('batch_id', '=', batchId);
      const unfolded = await batch.set({ ended: null }).where('ended', 'is not', null).executeTakeFirst();
      if (unfolded.numUpdatedRows === 1n) await insertMachines(db, batchId, machines);
      else {
        const old = machines.flatMap(({ job_id, state }) => (job_id && state === 'failed' ? [job_id] : []));
        await batch.set({ earlier_jobs: JSON.stringify([...(row.earlier_jobs ?? []), ...old]) }).execute();
      }
      const again = db.updateTable('machines').set(asStored(AT_THE_START)).where('batch_id', '=', batchId);
      await again.where('state', 'in', [...CAME_TO_NOTHING]).execute();
    });
  }

  async lease(batchId: string, worker: string, milliseconds: number): Promise<Lease | undefined> {
    const fence = await takeLease(this.#database, 'batches', batchId, worker, milliseconds);
    return fence === undefined ? undefined : { batchId, fence };
  }

  async release(batchId: string, worker: string): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      const held = db.updateTable('batches').where('batch_id', '=', batchId).where('leased_by', '=', worker);
      const { numUpdatedRows } = await held.set({ leased_by: null, leased_until: 0 }).executeTakeFirst();
      if (numUpdatedRows === 1n) await this.#fold(db, batchId);
    });
  }

  async lockMachine(lease: Lease, vmId: string, milliseconds: number): Promise<boolean> {
    const { now, forShare } = this.#database;
    const end = sql`${now()} + ${milliseconds}`;
    const { numAffectedRows } = await sql`insert into machine_locks (vm_key, batch_id, locked_until)
      select ${vmId.toLowerCase()}, batch_id, ${end} from batches where batch_id = ${lease.batchId} and fence = ${lease.fence} ${forShare}
      on conflict (vm_key) do update set batch_id = excluded.batch_id, locked_until = excluded.locked_until
      where machine_locks.batch_id = excluded.batch_id
        or machine_locks.locked_until < ${now()} or machine_locks.locked_until > ${end}`.execute(this.#db);
    if (numAffectedRows === 1n) return true;
    if (!(await this.#leased(this.#db, lease).executeTakeFirst())) throw new LeaseLost();
    return false;
  }

  /** Deletes what is older than orders are kept, and folds what ended with a process that could not do it any more. */
  async sweep(): Promise<void> {
    const { now, momentAgo } = this.#database;
    await this.#db.deleteFrom('batches').where('written_at', '<', momentAgo(KEPT_MS)).execute();
    await this.#db.deleteFrom('machine_locks').where('locked_until', '<', now()).execute();
    const left = this.#db.selectFrom('batches').select('batch_id').where('ended', 'is', null).where('leased_until', '<', now());
    for (const { batch_id: batchId } of z.array(idRow).parse(await left.execute())) await this.#foldLeft(batchId);
  }

  /** Whether the order is new; then it is there with all its machines. */
  #write({ batchId, owner, bodyHash, request, startedAt }: Omit<NewBatch, 'vmIds'>, vmIds: string[]): Promise<boolean> {
    const order = { batch_id: batchId, owner, body_hash: bodyHash, request: JSON.stringify(request), started_at: startedAt };
    return this.#db.transaction().execute(async (db) => {
      const { numInsertedOrUpdatedRows: written } = await db
        .insertInto('batches')
        .values({ ...order, written_at: this.#database.momentAgo(0) })
        .onConflict((known) => known.doNothing())
        .executeTakeFirst();
      if (written !== 1n) return false;
      const machines = vmIds.map((vm_id) => ({ vm_id, state: AT_THE_START.state }));
      await insertMachines(db, batchId, machines);
      return true;
    });
  }

  /** The batch while the lease is the latest; nobody else gets it before the statement is over. */
  #leased(db: Connection, { batchId, fence }: Lease) {
    const own = db.selectFrom('batches').select('batch_id').where('batch_id', '=', batchId).where('fence', '=', fence);
    return own.modifyEnd(this.#database.forShare);
  }

  /** @throws LeaseLost */
  async #note(db: Connection, lease: Lease, vmId: string, change: MachineChange): Promise<void> {
    const machine = db.updateTable('machines').where('batch_id', '=', lease.batchId).where('vm_key', '=', vmId.toLowerCase());
    const noted = await machine
      .set(asStored(change))
      .where((row) => row.exists(this.#leased(db, lease)))
      .executeTakeFirst();
    if (noted.numUpdatedRows === 0n) throw new LeaseLost();
  }

  async #machines(db: Connection, batchId: string): Promise<MachineRecord[]> {
    const rows = await db
      .selectFrom('batches')
      .leftJoin('machines', 'machines.batch_id', 'batches.batch_id')
      .select('ended')
      .selectAll('machines')
      .where('batches.batch_id', '=', batchId)
      .orderBy('position')
      .execute();
    const ended = foldedRow.safeParse(rows[0]).data?.ended;
    if (ended) return unfold(ended);
    return readRow(z.array(machineRow), rows.length === 1 && rows[0]?.vm_key === null ? [] : rows);
  }

  async #fold(db: Connection, batchId: string): Promise<void> {
    const machines = await this.#machines(db, batchId);
    if (machines.some(({ state }) => UNFINISHED.has(state))) return;
    const batch = db.updateTable('batches').where('batch_id', '=', batchId);
    await batch.set({ ended: fold(machines), earlier_jobs: null }).execute();
    await db.deleteFrom('machines').where('batch_id', '=', batchId).execute();
  }

  /** One that is damaged stays as it is, and must not keep the others from being folded. */
  async #foldLeft(batchId: string): Promise<void> {
    try {
      await this.#db.transaction().execute(async (db) => {
        const left = db.updateTable('batches').where('batch_id', '=', batchId).where('leased_until', '<', this.#database.now());
        const { numUpdatedRows } = await left.set({ leased_by: null }).executeTakeFirst();
        if (numUpdatedRows === 1n) await this.#fold(db, batchId);
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'record-damaged') throw error;
      this.#database.say('A record of a batch is damaged and left as it is.');
    }
  }
}

type NewMachine = Pick<MachineRecord, 'vm_id' | 'state'> & Partial<MachineRecord>;

/** One statement for all; each machine once, in order. */
async function insertMachines(db: Connection, batchId: string, machines: NewMachine[]): Promise<void> {
  if (machines.length === 0) return;
  const rows = machines.map(({ vm_id, ...machine }, position) => ({
    batch_id: batchId,
    position,
    vm_key: vm_id.toLowerCase(),
    vm_id,
    ...asStored(machine),
  }));
  await db
    .insertInto('machines')
    .values(rows)
    .onConflict((known) => known.doNothing())
    .execute();
}
