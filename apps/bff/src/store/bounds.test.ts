import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whatEachKeeps } from '../testing/each-store';
import { decision, machine, MINUTE, newBatch, newGrant, newIntent, planned } from '../testing/things-to-keep';
import { MOST_GRANTS, MOST_OPEN_BATCHES, MOST_OPEN_INTENTS } from './bounds';
import type { StoredGrant } from './grants';

const grantIn = (keyVault: string, state: StoredGrant['state'], at: number): StoredGrant => ({
  ...newGrant(new Date(at).toISOString(), keyVault),
  state,
});

const figure = (daysBefore: number, time: string, bytes: number | null) => {
  const day = new Date(Date.now() - daysBefore * 24 * 60 * MINUTE).toISOString().slice(0, 10);
  return { day, seenAt: `${day}T${time}.000Z`, usage: [{ replication: 'GeoRedundant', bytes }] };
};

whatEachKeeps((each) => {
  describe('is bounded:', () => {
    beforeEach(() => {
      if (each.isOwnClock) vi.useFakeTimers({ toFake: ['Date'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    const tooMany = { code: 'too-many-orders' };

    it('one user has so many batches under way and no more, until one ends', async () => {
      const owner = `contoso/${randomUUID()}`;
      const begin = (batch = newBatch('one')) => each.stores.batches.create({ ...batch, owner });
      const first = await begin();
      for (let count = 1; count < MOST_OPEN_BATCHES; count += 1) await begin();
      await expect(begin()).rejects.toMatchObject(tooMany);
      await each.stores.batches.create(newBatch('one'));
      await each.stores.batches.note(await each.leased(first.batch.batchId), machine('one'), { state: 'protected' });
      await each.stores.batches.release(first.batch.batchId, 'worker');
      await begin();
      await expect(begin()).rejects.toMatchObject(tooMany);
    });

    it('one user has so many commands in doubt and no more', async () => {
      const owner = `contoso/${randomUUID()}`;
      for (let count = 0; count < MOST_OPEN_INTENTS; count += 1) await each.stores.intents.claim({ ...newIntent(), owner });
      await expect(each.stores.intents.claim({ ...newIntent(), owner })).rejects.toMatchObject(tooMany);
      await each.stores.intents.claim(newIntent());
    });

    it('of the grants of a key vault the last ones are kept, and no more are in doubt', async () => {
      const [ended, open] = [randomUUID(), randomUUID()];
      for (let at = 1; at <= MOST_GRANTS + 5; at += 1) await each.stores.grants.write(grantIn(ended, 'done', at));
      const kept = await each.stores.grants.list('contoso', ended);
      expect(kept).toHaveLength(MOST_GRANTS + 1);
      expect(kept[0]?.at).toBe(new Date(MOST_GRANTS + 5).toISOString());
      for (let at = 0; at < MOST_GRANTS; at += 1) await each.stores.grants.write(grantIn(open, 'written', at));
      await expect(each.stores.grants.write(grantIn(open, 'written', MOST_GRANTS))).rejects.toMatchObject(tooMany);
    });

    it('orders of every kind are gone after thirty days, and not a day sooner', async () => {
      const [batch, intent, planId] = [newBatch('one'), newIntent(), randomUUID()];
      await each.stores.batches.create(batch);
      await each.stores.intents.claim(intent);
      await each.stores.restorePlans.decide(planId, decision(batch.startedAt));
      const { batches, intents, restorePlans } = each.stores;
      const find = async () => [await batches.find(batch.batchId), await intents.find(intent.intentId), await restorePlans.find(planId)];
      await each.pass(29 * 1_440 * MINUTE);
      await each.stores.sweep();
      expect(await find()).not.toContain(undefined);
      await each.pass(2 * 1_440 * MINUTE);
      await each.stores.sweep();
      expect(await find()).toEqual([undefined, undefined, undefined]);
      expect(await each.stores.batches.machines(batch.batchId)).toEqual([]);
    });

    it('a plan waits for its day however long, while what was rehearsed or deleted is gone after thirteen months', async () => {
      const { recoveryPlans: plans } = each.stores;
      const own = randomUUID();
      const by = { name: 'Adele', username: 'adele' };
      const rehearsal = { of: own, stopped: null, isRemoving: false, tries: 0, backupTries: 0, left: [], stood: [], removedAt: null };
      await plans.decide(`${own}/waits`, planned('Waits'));
      await plans.decide(`${own}/ran`, { ...planned('Ran'), standing: { state: 'ended', at: '2017-01-18T12:00:00.000Z' } });
      await plans.decide(`${own}/rehearsed`, { ...planned('Rehearsed'), rehearsal });
      await plans.decide(`${own}/deleted`, { ...planned('Deleted'), removed: { by, at: '2017-01-18T12:00:00.000Z' } });
      const names = async () => (await plans.list(`${own}/`, 10)).known.map(({ record }) => record.name).toSorted();
      await each.pass(399 * 1_440 * MINUTE);
      await each.stores.sweep();
      expect(await names()).toEqual(['Deleted', 'Ran', 'Rehearsed', 'Waits']);
      await each.pass(2 * 1_440 * MINUTE);
      await each.stores.sweep();
      expect(await names()).toEqual(['Ran', 'Waits']);
    });
  });

  it('of how much is stored in a vault is the newest figure of each day, and for 400 days', async () => {
    const { storageDays } = each.stores;
    const [vault, other] = [`/vault/${randomUUID()}`, `/vault/${randomUUID()}`];
    const newest = figure(0, '10:00:00', 3);
    for (const seen of [newest, figure(0, '09:00:00', 2), figure(401, '00:00:00', 1), figure(398, '00:00:00', null)])
      await storageDays.keep(vault, seen);
    await Promise.all([figure(2, '08:00:00', 5), figure(2, '07:00:00', 4)].map((seen) => storageDays.keep(vault, seen)));
    await storageDays.keep(other, figure(1, '08:00:00', 7));
    const bytes = async (of: string) => (await storageDays.list(of)).map(({ usage: [first] }) => first?.bytes);
    expect(await bytes(vault)).toEqual([1, null, 5, 3]);
    await each.stores.sweep();
    expect(await bytes(vault)).toEqual([null, 5, 3]);
    expect((await storageDays.list(vault)).at(-1)).toEqual(newest);
    expect(await bytes(other)).toEqual([7]);
  });
});
