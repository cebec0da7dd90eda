import type { Batches, Lease } from '../../store/batches';

/** Nothing is written without the lease, which one worker holds at a time: what breaks that is told as a sentence. */
export function watchedBatches(batches: Batches, breach: (sentence: string) => void): Batches {
  const holders = new Map<string, { worker: string; until: number }>();
  const fences = new Map<string, number>();
  const released = new Map<string, number>();
  let order = 0;
  const written = ({ batchId, fence }: Lease) => {
    if (fence !== fences.get(batchId)) breach('a batch was written to without the lease');
  };
  return {
    create: (batch) => batches.create(batch),
    find: (batchId) => batches.find(batchId),
    machines: (batchId) => batches.machines(batchId),
    retry: (batchId) => batches.retry(batchId),
    note: async (lease, vmId, change) => batches.note(lease, vmId, change).then(() => written(lease)),
    rememberEarlierJobs: async (lease, jobs) => batches.rememberEarlierJobs(lease, jobs).then(() => written(lease)),
    lockMachine: (lease, vmId, milliseconds) => batches.lockMachine(lease, vmId, milliseconds),
    lease: async (batchId, worker, milliseconds) => {
      const asked = (order += 1);
      const lease = await batches.lease(batchId, worker, milliseconds);
      // Given back by the time that the answer is here.
      if (!lease || (released.get(`${worker} ${batchId}`) ?? 0) > asked) return lease;
      const holder = holders.get(batchId);
      if (holder && holder.worker !== worker && holder.until > Date.now()) breach('two workers held a batch');
      holders.set(batchId, { worker, until: Date.now() + milliseconds });
      fences.set(batchId, lease.fence);
      return lease;
    },
    release: async (batchId, worker) => {
      released.set(`${worker} ${batchId}`, (order += 1));
      if (holders.get(batchId)?.worker === worker) holders.delete(batchId);
      return batches.release(batchId, worker);
    },
  };
}
