import * as z from 'zod';
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
import { json } from '../json-text';
import type { RedisConnection } from './connection';
import { CHANGE_MACHINE, CREATE, HOLD, LET_GO } from './scripts';

/** An order older than that is found in Azure or nowhere. */
export const KEPT_SECONDS = 30 * 86_400;

const batchKey = (batchId: string) => `batch:${batchId}`;
const machinesKey = (batchId: string) => `batch-machines:${batchId}`;
const leaseKey = (batchId: string) => `batch-lease:${batchId}`;
const lockKey = (vmId: string) => `machine-lock:${vmId.toLowerCase()}`;

const storedMachine = json(z.object({ ...machineRow.shape, position: z.int() }));

export class RedisBatches implements Batches {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async create({ vmIds, ...batch }: NewBatch): Promise<{ batch: Batch; isNew: boolean }> {
    const { batchId, owner, bodyHash, request, startedAt } = batch;
    await this.#redis.ensureMemory();
    const machines = vmIds.flatMap((vm_id, position) => [vm_id.toLowerCase(), JSON.stringify({ ...AT_THE_START, vm_id, position })]);
    // The machines first: anyone who sees the batch sees them.
    await this.#redis.run(CREATE, [machinesKey(batchId)], [KEPT_SECONDS, ...machines]);
    const fields = ['owner', owner, 'body_hash', bodyHash, 'request', JSON.stringify(request), 'started_at', startedAt];
    const isNew = (await this.#redis.run(CREATE, [batchKey(batchId)], [KEPT_SECONDS, ...fields])) === 1;
    return { batch: (await this.find(batchId)) ?? { ...batch, earlierJobs: undefined }, isNew };
  }

  async find(batchId: string): Promise<Batch | undefined> {
    const fields = await this.#redis.ask((client) => client.hGetAll(batchKey(batchId)));
    return fields['owner'] === undefined ? undefined : toBatch(batchId, batchRow.parse(fields));
  }

  async machines(batchId: string): Promise<MachineRecord[]> {
    const stored = await this.#redis.ask((client) => client.hVals(machinesKey(batchId)));
    return z
      .array(storedMachine)
      .parse(stored)
      .toSorted((one, other) => one.position - other.position);
  }

  note({ batchId }: Lease, vmId: string, change: MachineChange): Promise<void> {
    return this.#change(batchId, vmId, change);
  }

  async #change(batchId: string, vmId: string, change: MachineChange): Promise<void> {
    const found = await this.#redis.run(CHANGE_MACHINE, [machinesKey(batchId)], [vmId.toLowerCase(), JSON.stringify(change)]);
    if (found !== 1) throw new Problem('store-unavailable', { retryAfter: 60 });
    if (!UNFINISHED.has(change.state)) await this.#redis.run(LET_GO, [lockKey(vmId)], [batchId]);
  }

  async rememberEarlierJobs({ batchId }: Pick<Lease, 'batchId'>, jobs: string[]): Promise<void> {
    await this.#redis.ask((client) => client.hSet(batchKey(batchId), 'earlier_jobs', JSON.stringify(jobs)));
  }

  async retry(batchId: string): Promise<void> {
    const again = (await this.machines(batchId)).filter(({ state }) => CAME_TO_NOTHING.has(state));
    const old = again.flatMap(({ job_id, state }) => (job_id && state === 'failed' ? [job_id] : []));
    await this.rememberEarlierJobs({ batchId }, [...((await this.find(batchId))?.earlierJobs ?? []), ...old]);
    await Promise.all(again.map(({ vm_id }) => this.#change(batchId, vm_id, AT_THE_START)));
  }

  async lease(batchId: string, worker: string, milliseconds: number): Promise<Lease | undefined> {
    return (await this.#redis.run(HOLD, [leaseKey(batchId)], [worker, milliseconds])) === 1 ? { batchId, fence: 0 } : undefined;
  }

  async release(batchId: string, worker: string): Promise<void> {
    await this.#redis.run(LET_GO, [leaseKey(batchId)], [worker]);
  }

  async lockMachine({ batchId }: Lease, vmId: string, milliseconds: number): Promise<boolean> {
    return (await this.#redis.run(HOLD, [lockKey(vmId)], [batchId, milliseconds])) === 1;
  }
}
