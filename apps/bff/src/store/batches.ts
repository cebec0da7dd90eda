import { edition, policyName, protectionState, vaultPath, vmId, type ProtectionState } from '@tresor/contracts';
import * as z from 'zod';
import { transaction, type Store } from './database';
import { json } from './json-column';

const batchRequest = z.object({ vault: vaultPath, edition, policyName, vmIds: z.array(vmId) });

/** What was asked for. */
export type BatchRequest = z.infer<typeof batchRequest>;

const batchRow = z.object({
  owner: z.string(),
  body_hash: z.string(),
  request: json(batchRequest),
  started_at: z.string(),
  earlier_jobs: json(z.array(z.string())).nullable(),
});

/** The intent to protect machines, as it was asked for. */
export interface Batch {
  batchId: string;
  owner: string;
  bodyHash: string;
  request: BatchRequest;
  startedAt: string;
  /** ConfigureBackup jobs that were there before; undefined until somebody looked. */
  earlierJobs: string[] | undefined;
}

const machineRow = z.object({
  vm_id: z.string(),
  state: protectionState,
  sent: z.int().transform((sent) => sent === 1),
  operation_id: z.string().nullable(),
  rule_id: z.string().nullable(),
  azure_code: z.string().nullable(),
  azure_message: z.string().nullable(),
  recommendation: z.string().nullable(),
  job_id: z.string().nullable(),
});

/** Where one machine of a batch stands; `sent` once Azure may have been told to protect it. */
export type MachineRecord = z.infer<typeof machineRow>;

const UNFINISHED = `('waiting', 'validating', 'enabling')`;

export class Batches {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Writes the intent, or answers the one that already has this id. */
  create(batch: Omit<Batch, 'earlierJobs'>): { batch: Batch; isNew: boolean } {
    return transaction(this.#store, () => {
      const known = this.find(batch.batchId);
      if (known) return { batch: known, isNew: false };
      this.#store
        .prepare('INSERT INTO batches (batch_id, owner, body_hash, request, started_at) VALUES (?, ?, ?, ?, ?)')
        .run(batch.batchId, batch.owner, batch.bodyHash, JSON.stringify(batch.request), batch.startedAt);
      const insert = this.#store.prepare(
        `INSERT OR IGNORE INTO machines (batch_id, position, vm_key, vm_id, state) VALUES (?, ?, ?, ?, 'waiting')`,
      );
      batch.request.vmIds.forEach((vmId, position) => insert.run(batch.batchId, position, vmId.toLowerCase(), vmId));
      return { batch: { ...batch, earlierJobs: undefined }, isNew: true };
    });
  }

  find(batchId: string): Batch | undefined {
    const row = batchRow.optional().parse(this.#store.prepare('SELECT * FROM batches WHERE batch_id = ?').get(batchId));
    if (!row) return undefined;
    return {
      batchId,
      owner: row.owner,
      bodyHash: row.body_hash,
      request: row.request,
      startedAt: row.started_at,
      earlierJobs: row.earlier_jobs ?? undefined,
    };
  }

  machines(batchId: string): MachineRecord[] {
    const rows = this.#store.prepare('SELECT * FROM machines WHERE batch_id = ? ORDER BY position').all(batchId);
    return z.array(machineRow).parse(rows);
  }

  /** Changes what is named and keeps the rest. */
  update(batchId: string, vmId: string, change: Partial<MachineRecord> & { state: ProtectionState }): void {
    const entries = Object.entries(change).filter(([name]) => name !== 'vm_id');
    const columns = entries.map(([name]) => `${name} = ?`).join(', ');
    const values = entries.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value));
    this.#store.prepare(`UPDATE machines SET ${columns} WHERE batch_id = ? AND vm_key = ?`).run(...values, batchId, vmId.toLowerCase());
  }

  rememberEarlierJobs(batchId: string, jobs: string[]): void {
    this.#store.prepare('UPDATE batches SET earlier_jobs = ? WHERE batch_id = ?').run(JSON.stringify(jobs), batchId);
  }

  /** Puts the machines that came to nothing back to the start; their old jobs no longer count. */
  retry(batchId: string): void {
    transaction(this.#store, () => {
      const old = this.machines(batchId).flatMap(({ job_id, state }) => (job_id && state === 'failed' ? [job_id] : []));
      this.rememberEarlierJobs(batchId, [...(this.find(batchId)?.earlierJobs ?? []), ...old]);
      this.#store
        .prepare(
          `UPDATE machines SET state = 'waiting', operation_id = NULL, rule_id = NULL, azure_code = NULL, azure_message = NULL,
           recommendation = NULL, job_id = NULL WHERE batch_id = ? AND state IN ('refused', 'failed', 'unknown')`,
        )
        .run(batchId);
    });
  }

  /** Whether the worker now holds the batch, alone among all tabs and processes, until the time given. */
  lease(batchId: string, worker: string, now: number, until: number): boolean {
    const { changes } = this.#store
      .prepare('UPDATE batches SET leased_by = ?, leased_until = ? WHERE batch_id = ? AND (leased_until < ? OR leased_by = ?)')
      .run(worker, until, batchId, now, worker);
    return changes === 1;
  }

  release(batchId: string, worker: string): void {
    this.#store.prepare('UPDATE batches SET leased_until = 0 WHERE batch_id = ? AND leased_by = ?').run(batchId, worker);
    this.#store
      .prepare(
        `DELETE FROM machine_locks WHERE batch_id = ? AND vm_key NOT IN (SELECT vm_key FROM machines WHERE batch_id = ? AND state IN ${UNFINISHED})`,
      )
      .run(batchId, batchId);
  }

  /** Whether the batch may work on the machine: no other batch does so now. */
  lockMachine(batchId: string, vmId: string, now: number, until: number): boolean {
    const { changes } = this.#store
      .prepare(
        `INSERT INTO machine_locks (vm_key, batch_id, locked_until) VALUES (?, ?, ?)
         ON CONFLICT (vm_key) DO UPDATE SET batch_id = excluded.batch_id, locked_until = excluded.locked_until
         WHERE machine_locks.locked_until < ? OR machine_locks.batch_id = excluded.batch_id`,
      )
      .run(vmId.toLowerCase(), batchId, until, now);
    return changes === 1;
  }
}
