import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { whatEachKeeps } from '../testing/each-store';
import { decision, MINUTE, planned } from '../testing/things-to-keep';
import { LeaseLost } from '../lease-lost';
import type { PlanRecord } from './restore-plans';
import { endWorker, newWorker } from './workers';

whatEachKeeps((each) => {
  describe('of the plan of a restore', () => {
    const [FIRST, SECOND] = [decision('2017-01-18T10:00:00.000Z'), decision('2017-01-18T11:00:00.000Z')];

    it('is the last decision, held by one worker at a time', async () => {
      const { restorePlans: plans } = each.stores;
      const planId = randomUUID();
      expect(await plans.find(planId)).toBeUndefined();
      expect(await plans.lease(planId, 'one', MINUTE)).toBeUndefined();
      await plans.decide(planId, FIRST);
      const [one, other] = [newWorker(), newWorker()];
      const lease = await plans.lease(planId, one, MINUTE);
      expect(lease).toBeDefined();
      expect(await plans.lease(planId, other, MINUTE)).toBeUndefined();
      expect(await plans.find(planId)).toEqual({ record: FIRST, isHeld: true });
      await plans.release(planId, other);
      expect((await plans.find(planId))?.isHeld).toBe(true);
      await plans.release(planId, one);
      expect(await plans.find(planId)).toEqual({ record: FIRST, isHeld: false });
      for (const worker of [one, other]) endWorker(worker);
    });

    it('is added once, however many add it, and takes it from nobody', async () => {
      const { restorePlans: plans } = each.stores;
      const planId = randomUUID();
      const added = await Promise.all([FIRST, SECOND].map((record) => plans.add(planId, record)));
      expect(added.filter(Boolean)).toHaveLength(1);
      const worker = newWorker();
      const lease = await plans.lease(planId, worker, MINUTE);
      if (!lease) throw new Error('nobody holds it');
      const done: PlanRecord = { ...FIRST, standing: { state: 'done', at: FIRST.at } };
      await plans.note(lease, done);
      expect(await plans.add(planId, SECOND)).toBe(false);
      expect(await plans.find(planId)).toEqual({ record: done, isHeld: true });
      endWorker(worker);
    });

    it('is taken over from the worker that is named, and from no other', async () => {
      const { restorePlans: plans } = each.stores;
      const [planId, free] = [randomUUID(), randomUUID()];
      for (const id of [planId, free]) await plans.decide(id, FIRST);
      const [one, other] = [newWorker(), newWorker()];
      const lease = await plans.lease(planId, one, MINUTE);
      if (!lease) throw new Error('nobody holds it');
      expect(await plans.holders([planId, free, randomUUID()])).toEqual(new Map([[planId, one]]));
      expect(await plans.lease(planId, other, MINUTE, free)).toBeUndefined();
      expect(await plans.lease(planId, other, MINUTE, one)).toBeDefined();
      expect(await plans.holders([planId])).toEqual(new Map([[planId, other]]));
      await expect(plans.note(lease, FIRST)).rejects.toThrow(LeaseLost);
      expect(await plans.lease(planId, one, MINUTE)).toBeUndefined();
      expect(await plans.holders([])).toEqual(new Map());
      for (const worker of [one, other]) endWorker(worker);
    });

    it('is written by the worker that holds it, and by no earlier one', async () => {
      const { restorePlans: plans } = each.stores;
      const planId = randomUUID();
      await plans.decide(planId, FIRST);
      const worker = newWorker();
      const lease = await plans.lease(planId, worker, MINUTE);
      if (!lease) throw new Error('nobody holds it');
      const done: PlanRecord = { ...FIRST, standing: { state: 'done', at: FIRST.at } };
      await plans.note(lease, done);
      expect(await plans.takeBack(planId)).toEqual(done);
      await expect(plans.note(lease, FIRST)).rejects.toThrow(LeaseLost);
      await plans.decide(planId, SECOND);
      expect(await plans.find(planId)).toEqual({ record: SECOND, isHeld: false });
      expect((await plans.lease(planId, worker, MINUTE))?.fence).toBeGreaterThan(lease.fence);
      endWorker(worker);
    });
  });

  describe('of a plan for many machines', () => {
    it('is listed in its own directory alone, until it is removed', async () => {
      const { recoveryPlans: plans } = each.stores;
      const [own, other] = [randomUUID(), randomUUID()];
      await plans.decide(`${own}/one`, planned('One'));
      await plans.decide(`${other}/one`, planned('Elsewhere'));
      await plans.decide(`${own}/two`, planned('Two'));
      const names = async (most: number) => (await plans.list(`${own}/`, most)).known.map(({ record }) => record.name).toSorted();
      expect(await names(10)).toEqual(['One', 'Two']);
      expect(await names(1)).toHaveLength(1);
      const worker = newWorker();
      const lease = await plans.lease(`${own}/two`, worker, MINUTE);
      if (!lease) throw new Error('nobody holds it');
      await plans.remove(`${own}/two`);
      await expect(plans.note(lease, planned('Again'))).rejects.toThrow(LeaseLost);
      expect(await names(10)).toEqual(['One']);
      endWorker(worker);
    });

    it('pictures of screens are kept with their run, once, and go with it', async () => {
      const { recoveryPlans: plans, screens } = each.stores;
      const [id, other] = [`contoso/${randomUUID()}`, `contoso/${randomUUID()}`];
      for (const plan of [id, other]) await plans.decide(plan, planned('Rehearsal'));
      const bytes = Buffer.from('BM, and then the dots');
      const picture = { sha256: 'a'.repeat(64), type: 'image/bmp' as const, bytes };
      expect(await screens.keep(id, picture)).toBe(true);
      expect(await screens.keep(id, picture)).toBe(true);
      await plans.decide(id, planned('Rehearsal, written again'));
      const found = await screens.find(id, picture.sha256);
      expect([found?.type, Buffer.from(found?.bytes ?? []).equals(bytes)]).toEqual(['image/bmp', true]);
      expect(await screens.find(other, picture.sha256)).toBeUndefined();
      await plans.remove(id);
      expect(await screens.find(id, picture.sha256)).toBeUndefined();
      expect(await screens.keep(id, picture)).toBe(false);
    });
  });

  it('of what a newer version wrote, leaves it alone, and hides nothing else behind it', async () => {
    const { recoveryPlans: plans } = each.stores;
    const own = randomUUID();
    await plans.decide(`${own}/known`, planned('Known'));
    const newer = planned('Newer');
    // What this version would not write.
    Object.assign(newer, { moment: { kind: 'luckiest' } });
    await plans.decide(`${own}/newer`, newer);
    expect((await plans.list(`${own}/`, 10)).known.map(({ id }) => id)).toEqual([`${own}/known`]);
    expect((await plans.list(`${own}/`, 10)).unknown).toEqual([{ id: `${own}/newer`, kept: newer }]);
    await expect(plans.find(`${own}/newer`)).rejects.toMatchObject({ code: 'record-not-known' });
  });
});
