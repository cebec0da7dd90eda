import { LeaseLost } from '../../lease-lost';
import { Problem } from '../../problem';
import {
  AT_THE_START,
  CAME_TO_NOTHING,
  UNFINISHED,
  type Batch,
  type Batches,
  type Lease,
  type MachineChange,
  type MachineRecord,
  type NewBatch,
} from '../../store/batches';
import { ASKED_FOR_MS, KEPT_MS, MOST_BATCHES, MOST_OPEN_BATCHES } from '../../store/bounds';

interface KeptBatch {
  batch: Batch;
  written: number;
  machines: Map<string, MachineRecord>;
  fence: number;
  holder: string | undefined;
  until: number;
}

/** Batches as a process keeps them that needs no disk. */
export class MemoryBatches implements Batches {
  readonly #kept = new Map<string, KeptBatch>();
  readonly #locks = new Map<string, { batchId: string; until: number }>();

  async create({ vmIds, ...batch }: NewBatch): Promise<{ batch: Batch; isNew: boolean }> {
    const known = this.#kept.get(batch.batchId);
    if (known) return { batch: { ...known.batch }, isNew: false };
    this.#makeRoom(batch.owner);
    const machines = new Map<string, MachineRecord>();
    for (const vm_id of vmIds) {
      if (!machines.has(vm_id.toLowerCase())) machines.set(vm_id.toLowerCase(), { ...AT_THE_START, vm_id });
    }
    const unheld = { fence: 0, holder: undefined, until: 0 };
    const kept: KeptBatch = { batch: { ...batch, earlierJobs: undefined }, written: Date.now(), machines, ...unheld };
    this.#kept.set(batch.batchId, kept);
    return { batch: { ...kept.batch }, isNew: true };
  }

  async find(batchId: string): Promise<Batch | undefined> {
    const kept = this.#kept.get(batchId);
    return kept && { ...kept.batch };
  }

  async machines(batchId: string): Promise<MachineRecord[]> {
    return [...(this.#kept.get(batchId)?.machines.values() ?? [])].map((machine) => ({ ...machine }));
  }

  async note(lease: Lease, vmId: string, change: MachineChange): Promise<void> {
    const { machines } = this.#fenced(lease);
    const key = vmId.toLowerCase();
    const machine = machines.get(key);
    if (machine) machines.set(key, { ...machine, ...change });
    if (!UNFINISHED.has(change.state) && this.#locks.get(key)?.batchId === lease.batchId) this.#locks.delete(key);
  }

  async rememberEarlierJobs(lease: Lease, jobs: string[]): Promise<void> {
    this.#fenced(lease).batch.earlierJobs = jobs;
  }

  async retry(batchId: string): Promise<void> {
    const kept = this.#kept.get(batchId);
    if (!kept) return;
    const again = [...kept.machines].filter(([, { state }]) => CAME_TO_NOTHING.has(state));
    const old = again.flatMap(([, { job_id, state }]) => (job_id !== null && state === 'failed' ? [job_id] : []));
    kept.batch.earlierJobs = [...(kept.batch.earlierJobs ?? []), ...old];
    for (const [key, machine] of again) kept.machines.set(key, { ...machine, ...AT_THE_START });
  }

  async lease(batchId: string, worker: string, milliseconds: number): Promise<Lease | undefined> {
    const kept = this.#kept.get(batchId);
    if (!kept || (kept.holder !== undefined && kept.holder !== worker && kept.until > Date.now())) return undefined;
    if (kept.holder !== worker) kept.fence += 1;
    kept.holder = worker;
    kept.until = Date.now() + milliseconds;
    return { batchId, fence: kept.fence };
  }

  async release(batchId: string, worker: string): Promise<void> {
    const kept = this.#kept.get(batchId);
    if (kept?.holder === worker) kept.holder = undefined;
  }

  async lockMachine(lease: Lease, vmId: string, milliseconds: number): Promise<boolean> {
    this.#fenced(lease);
    const key = vmId.toLowerCase();
    const lock = this.#locks.get(key);
    if (lock && lock.batchId !== lease.batchId && lock.until > Date.now()) return false;
    this.#locks.set(key, { batchId: lease.batchId, until: Date.now() + milliseconds });
    return true;
  }

  sweep(): void {
    for (const [batchId, { written }] of this.#kept) if (written < Date.now() - KEPT_MS) this.#kept.delete(batchId);
    for (const [key, { until }] of this.#locks) if (until < Date.now()) this.#locks.delete(key);
  }

  #makeRoom(owner: string): void {
    const own = [...this.#kept].filter(([, { batch }]) => batch.owner === owner);
    const old = Date.now() - ASKED_FOR_MS;
    const open = own.filter(([, kept]) => kept.written > old && hasOpenEnds(kept));
    const done = own.length < MOST_BATCHES ? [] : own.filter(([, kept]) => kept.written < old && !hasOpenEnds(kept));
    for (const [batchId] of done) this.#kept.delete(batchId);
    const kept = own.length - done.length;
    if (open.length >= MOST_OPEN_BATCHES || kept >= MOST_BATCHES) throw new Problem('too-many-orders', { retryAfter: 60 });
  }

  #fenced({ batchId, fence }: Lease): KeptBatch {
    const kept = this.#kept.get(batchId);
    if (kept?.fence !== fence) throw new LeaseLost();
    return kept;
  }
}

const hasOpenEnds = ({ machines }: KeptBatch) => [...machines.values()].some(({ state }) => UNFINISHED.has(state));
