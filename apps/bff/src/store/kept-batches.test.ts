import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { whatEachKeeps } from '../testing/each-store';
import { hasPostgres } from '../testing/postgres-server';
import { machine, MINUTE, newBatch } from '../testing/things-to-keep';
import { LeaseLost } from '../lease-lost';

if (!hasPostgres) it.skip('PostgreSQL is left out here: it is not installed', () => undefined);

whatEachKeeps((each) => {
  describe('of a batch', () => {
    it('is written once, no matter who writes it again', async () => {
      const batch = newBatch('one', 'Two', 'two', 'three');
      const both = await Promise.all([each.stores.batches.create(batch), each.stores.batches.create({ ...batch, owner: 'contoso/other' })]);
      expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
      const found = await each.stores.batches.find(batch.batchId);
      expect(both.map((answer) => answer.batch)).toEqual([found, found]);
      expect(found).toMatchObject({ request: batch.request, startedAt: batch.startedAt, earlierJobs: undefined });
    });

    it('is not found under another id', async () => {
      expect(await each.stores.batches.find(randomUUID())).toBeUndefined();
    });

    it('has each machine once, in order, as it stands', async () => {
      const batch = newBatch('b', 'a', 'B', 'c');
      await each.stores.batches.create(batch);
      const lease = await each.leased(batch.batchId);
      await each.stores.batches.note(lease, machine('A'), { state: 'enabling', sent: true, operation_id: 'operation' });
      await each.stores.batches.note(lease, machine('a'), { state: 'protected', job_id: 'job' });
      const machines = await each.stores.batches.machines(batch.batchId);
      expect(machines.map(({ vm_id, state }) => [vm_id, state])).toEqual([
        [machine('b'), 'waiting'],
        [machine('a'), 'protected'],
        [machine('c'), 'waiting'],
      ]);
      expect(machines[1]).toMatchObject({ sent: true, operation_id: 'operation', job_id: 'job', rule_id: null });
    });

    it('begins again with what came to nothing, whose jobs no longer count', async () => {
      const batch = newBatch('failed', 'refused', 'protected');
      const { batches } = each.stores;
      await batches.create(batch);
      const lease = await each.leased(batch.batchId);
      await batches.rememberEarlierJobs(lease, ['before']);
      await batches.note(lease, machine('failed'), { state: 'failed', job_id: 'old', azure_code: 'Code' });
      await batches.note(lease, machine('refused'), { state: 'refused', rule_id: 'bek-only' });
      await batches.note(lease, machine('protected'), { state: 'protected', job_id: 'good' });
      await batches.retry(batch.batchId);
      const machines = await batches.machines(batch.batchId);
      expect(machines.map(({ state, job_id, rule_id, azure_code }) => [state, job_id, rule_id, azure_code])).toEqual([
        ['waiting', null, null, null],
        ['waiting', null, null, null],
        ['protected', 'good', null, null],
      ]);
      expect((await batches.find(batch.batchId))?.earlierJobs).toEqual(['before', 'old']);
    });

    it('is worked on by one process at a time', async () => {
      const { batchId, ...rest } = newBatch('one');
      const { batches } = each.stores;
      await batches.create({ batchId, ...rest });
      expect(await batches.lease(batchId, 'worker', MINUTE)).toBeDefined();
      expect(await batches.lease(batchId, 'worker', MINUTE)).toBeDefined();
      expect(await batches.lease(batchId, 'other', MINUTE)).toBeUndefined();
      await batches.release(batchId, 'other');
      expect(await batches.lease(batchId, 'other', MINUTE)).toBeUndefined();
      await batches.release(batchId, 'worker');
      expect(await batches.lease(batchId, 'other', 1)).toBeDefined();
      await vi.waitFor(async () => expect(await batches.lease(batchId, 'worker', MINUTE)).toBeDefined());
    });

    it('takes nothing from the one who held it before', async () => {
      const batch = newBatch('one');
      const { batches } = each.stores;
      await batches.create(batch);
      const before = await each.leased(batch.batchId);
      await batches.release(batch.batchId, 'worker');
      const now = await batches.lease(batch.batchId, 'other', MINUTE);
      expect(now?.fence).toBeGreaterThan(before.fence);
      await expect(batches.note(before, machine('one'), { state: 'failed' })).rejects.toBeInstanceOf(LeaseLost);
      await expect(batches.rememberEarlierJobs(before, [])).rejects.toBeInstanceOf(LeaseLost);
      await expect(batches.lockMachine(before, machine('one'), MINUTE)).rejects.toBeInstanceOf(LeaseLost);
      expect((await batches.machines(batch.batchId))[0]?.state).toBe('waiting');
    });

    it('holds its machines alone until they come to an end', async () => {
      const [one, other] = [newBatch('held', 'open'), newBatch('held', 'open')];
      const { batches } = each.stores;
      await batches.create(one);
      await batches.create(other);
      const [first, second] = [await each.leased(one.batchId), await each.leased(other.batchId)];
      expect(await batches.lockMachine(first, machine('held'), MINUTE)).toBe(true);
      expect(await batches.lockMachine(first, machine('open'), MINUTE)).toBe(true);
      expect(await batches.lockMachine(first, machine('HELD'), MINUTE)).toBe(true);
      expect(await batches.lockMachine(second, machine('HELD'), MINUTE)).toBe(false);
      await batches.note(first, machine('open'), { state: 'enabling' });
      await batches.note(first, machine('held'), { state: 'refused' });
      expect(await batches.lockMachine(second, machine('held'), MINUTE)).toBe(true);
      expect(await batches.lockMachine(second, machine('open'), MINUTE)).toBe(false);
    });
  });
});
