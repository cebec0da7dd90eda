import * as z from 'zod';
import {
  AT_THE_START,
  batchRow,
  CAME_TO_NOTHING,
  LeaseLost,
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
import { Problem } from '../../problem';
import { fold, unfold } from '../folded';
import { readRow } from '../read-row';
import { isGone } from '../workers';
import { makeRoomForBatch } from './batch-room';
import type { Store } from './database';

const literal = (value: string | false | null) => (value === null ? 'NULL' : value === false ? '0' : `'${value}'`);

const list = (states: ReadonlySet<string>) => [...states].map((state) => `'${state}'`).join(', ');

/** From now until the end of a lease. One that ends later was given before the clock was set back, and counts no more. */
const span = (milliseconds: number) => ({ now: Date.now(), end: Date.now() + milliseconds });

const idRow = z.object({ batch_id: z.string() });
const leaseRow = z.object({ leased_by: z.string().nullable(), fence: z.int() });
const foldedRow = z.object({ ended: z.instanceof(Uint8Array).nullable() });

export class SqliteBatches implements Batches {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async create({ vmIds, ...batch }: NewBatch): Promise<{ batch: Batch; isNew: boolean }> {
    return this.#store.transaction(() => {
      const known = this.#find(batch.batchId);
      if (known) return { batch: known, isNew: false };
      makeRoomForBatch(this.#store, batch.owner);
      this.#store.run(
        'INSERT INTO batches (batch_id, owner, body_hash, request, started_at, written_at) VALUES (?, ?, ?, ?, ?, ?)',
        batch.batchId,
        batch.owner,
        batch.bodyHash,
        JSON.stringify(batch.request),
        batch.startedAt,
        new Date().toISOString(),
      );
      this.#insert(
        batch.batchId,
        vmIds.map((vm_id) => ({ ...AT_THE_START, vm_id })),
      );
      return { batch: { ...batch, earlierJobs: undefined }, isNew: true };
    });
  }

  async find(batchId: string): Promise<Batch | undefined> {
    return this.#find(batchId);
  }

  async machines(batchId: string): Promise<MachineRecord[]> {
    return this.#machines(batchId);
  }

  async note(lease: Lease, vmId: string, change: MachineChange): Promise<void> {
    const { batchId } = lease;
    const entries = Object.entries(change);
    const columns = entries.map(([name]) => `${name} = ?`).join(', ');
    const values = entries.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value));
    this.#fenced(lease, () => {
      this.#store.run(`UPDATE machines SET ${columns} WHERE batch_id = ? AND vm_key = ?`, ...values, batchId, vmId.toLowerCase());
      if (UNFINISHED.has(change.state)) return;
      this.#store.run('DELETE FROM machine_locks WHERE batch_id = ? AND vm_key = ?', batchId, vmId.toLowerCase());
    });
  }

  async rememberEarlierJobs(lease: Lease, jobs: string[]): Promise<void> {
    this.#fenced(lease, () => this.#rememberEarlierJobs(lease.batchId, jobs));
  }

  async retry(batchId: string): Promise<void> {
    const reset = Object.entries(AT_THE_START).map(([name, value]) => `${name} = ${literal(value)}`);
    this.#store.transaction(() => {
      const machines = this.#machines(batchId);
      const old = machines.flatMap(({ job_id, state }) => (job_id && state === 'failed' ? [job_id] : []));
      const wasFolded = this.#store.run('UPDATE batches SET ended = NULL WHERE batch_id = ? AND ended IS NOT NULL', batchId) === 1;
      if (wasFolded) this.#insert(batchId, machines);
      else this.#rememberEarlierJobs(batchId, [...(this.#find(batchId)?.earlierJobs ?? []), ...old]);
      this.#store.run(`UPDATE machines SET ${reset.join(', ')} WHERE batch_id = ? AND state IN (${list(CAME_TO_NOTHING)})`, batchId);
    });
  }

  async lease(batchId: string, worker: string, milliseconds: number): Promise<Lease | undefined> {
    const { now, end } = span(milliseconds);
    return this.#store.transaction(() => {
      const { leased_by: holder, fence } = leaseRow.parse(
        this.#store.get('SELECT leased_by, fence FROM batches WHERE batch_id = ?', batchId),
      );
      const isFree = holder === null || holder === worker || isGone(holder);
      const changes = this.#store.run(
        `UPDATE batches SET leased_by = ?, leased_until = ?, fence = ? WHERE batch_id = ? AND (? OR leased_until NOT BETWEEN ? AND ?)`,
        worker,
        end,
        holder === worker ? fence : fence + 1,
        batchId,
        Number(isFree),
        now,
        end,
      );
      return changes === 1 ? { batchId, fence: holder === worker ? fence : fence + 1 } : undefined;
    });
  }

  async release(batchId: string, worker: string): Promise<void> {
    this.#store.transaction(() => {
      const held = 'UPDATE batches SET leased_by = NULL, leased_until = 0 WHERE batch_id = ? AND leased_by = ?';
      if (this.#store.run(held, batchId, worker) === 1) this.#fold(batchId);
    });
  }

  async lockMachine(lease: Lease, vmId: string, milliseconds: number): Promise<boolean> {
    const { now, end } = span(milliseconds);
    const changes = this.#fenced(lease, () =>
      this.#store.run(
        `INSERT INTO machine_locks (vm_key, batch_id, locked_until) VALUES (?, ?, ?)
           ON CONFLICT (vm_key) DO UPDATE SET batch_id = excluded.batch_id, locked_until = excluded.locked_until
           WHERE machine_locks.batch_id = excluded.batch_id OR machine_locks.locked_until NOT BETWEEN ? AND ?`,
        vmId.toLowerCase(),
        lease.batchId,
        end,
        now,
        end,
      ),
    );
    return changes === 1;
  }

  /** Deletes what was given before a moment, and folds what ended with a process that could not do it any more. */
  sweep(before: string): void {
    this.#store.run('DELETE FROM batches WHERE written_at < ?', before);
    this.#store.run('DELETE FROM machine_locks WHERE locked_until < ?', Date.now());
    const left = this.#store.all('SELECT batch_id FROM batches WHERE ended IS NULL AND leased_until < ?', Date.now());
    for (const { batch_id: batchId } of z.array(idRow).parse(left)) this.#foldWhole(batchId);
  }

  /** Runs the work while the lease is the latest, or not at all. @throws LeaseLost */
  #fenced<T>({ batchId, fence }: Lease, work: () => T): T {
    return this.#store.transaction(() => {
      const { fence: latest } = leaseRow.parse(this.#store.get('SELECT leased_by, fence FROM batches WHERE batch_id = ?', batchId));
      if (latest !== fence) throw new LeaseLost();
      return work();
    });
  }

  #find(batchId: string): Batch | undefined {
    const row = readRow(batchRow.optional(), this.#store.get('SELECT * FROM batches WHERE batch_id = ?', batchId));
    return row && toBatch(batchId, row);
  }

  #machines(batchId: string): MachineRecord[] {
    const row = readRow(foldedRow.optional(), this.#store.get('SELECT ended FROM batches WHERE batch_id = ?', batchId));
    if (row?.ended) return unfold(row.ended);
    const rows = this.#store.all('SELECT * FROM machines WHERE batch_id = ? ORDER BY position', batchId);
    return readRow(z.array(machineRow), rows);
  }

  /** One statement for all: a thousand would hold everybody else up. */
  #insert(batchId: string, machines: MachineRecord[]): void {
    const rows = machines.map((machine) => ({ ...machine, sent: Number(machine.sent), vm_key: machine.vm_id.toLowerCase() }));
    const columns = ['vm_key', 'vm_id', ...Object.keys(AT_THE_START)];
    this.#store.run(
      `INSERT OR IGNORE INTO machines (batch_id, position, ${columns.join(', ')})
       SELECT ?, key, ${columns.map((name) => `value ->> '${name}'`).join(', ')} FROM json_each(?)`,
      batchId,
      JSON.stringify(rows),
    );
  }

  #fold(batchId: string): void {
    const machines = this.#machines(batchId);
    if (machines.some(({ state }) => UNFINISHED.has(state))) return;
    this.#store.run('UPDATE batches SET ended = ?, earlier_jobs = NULL WHERE batch_id = ?', fold(machines), batchId);
    this.#store.run('DELETE FROM machines WHERE batch_id = ?', batchId);
  }

  /** One that is damaged stays as it is, and must not keep the others from being folded. */
  #foldWhole(batchId: string): void {
    try {
      this.#store.transaction(() => this.#fold(batchId));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'record-damaged') throw error;
      this.#store.say('A record of a batch is damaged and left as it is.');
    }
  }

  #rememberEarlierJobs(batchId: string, jobs: string[]): void {
    this.#store.run('UPDATE batches SET earlier_jobs = ? WHERE batch_id = ?', JSON.stringify(jobs), batchId);
  }
}
