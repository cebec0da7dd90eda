import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { whatEachKeeps } from '../testing/each-store';
import { newGrant, newIntent } from '../testing/things-to-keep';
import type { StoredGrant } from './grants';

whatEachKeeps((each) => {
  describe('of an order', () => {
    it('is claimed once, by one alone', async () => {
      const intent = newIntent();
      const { intents } = each.stores;
      expect(await intents.find(intent.intentId)).toBeUndefined();
      const claims = await Promise.all([intents.claim(intent), intents.claim({ ...intent, owner: 'contoso/other' })]);
      expect(claims.filter(({ isClaimed }) => isClaimed)).toHaveLength(1);
      expect(claims[0].intent.owner).toBe(claims[1].intent.owner);
      expect(await intents.find(intent.intentId)).toMatchObject({
        state: 'sent',
        body_hash: 'hash',
        request_id: intent.requestId,
        sent_at: intent.sentAt,
      });
    });

    it('that was refused may be claimed again; that was accepted may not', async () => {
      const intent = newIntent();
      const { intents } = each.stores;
      await intents.claim(intent);
      expect(await intents.drop(intent.intentId, intent.requestId)).toBe(true);
      expect((await intents.claim(intent)).isClaimed).toBe(true);
      await intents.accepted(intent.intentId, intent.requestId, 'job');
      expect((await intents.claim(intent)).isClaimed).toBe(false);
      expect(await intents.find(intent.intentId)).toMatchObject({ state: 'accepted', job_id: 'job' });
      expect(await intents.drop(intent.intentId, intent.requestId)).toBe(false);
    });

    it('is not taken away from a later request by anyone who still thinks of an earlier one', async () => {
      const intent = newIntent();
      const { intents } = each.stores;
      await intents.claim({ ...intent, requestId: 'later' });
      expect(await intents.drop(intent.intentId, 'earlier')).toBe(false);
      expect(await intents.find(intent.intentId)).toMatchObject({ state: 'sent', request_id: 'later' });
    });

    it('whose request others send, too, is claimed by one of them alone, and the others are kept as sent when that was', async () => {
      const requestId = randomUUID();
      const sharedAt = (sentAt: string, sharedSince: string) => ({ ...newIntent(), requestId, sentAt, sharedSince });
      const all = ['10:00', '10:01', '10:02'].map((at) => sharedAt(`2017-01-18T${at}:00.000Z`, '2017-01-18T09:50:00.000Z'));
      const { intents } = each.stores;
      const claims = await Promise.all(all.map((intent, at) => intents.claim({ ...intent, owner: `contoso/${at}` })));
      const [first, ...others] = claims.filter(({ isClaimed }) => isClaimed);
      expect(others).toEqual([]);
      for (const [at, { intent }] of claims.entries())
        expect(intent).toMatchObject({ intent_id: all[at]?.intentId, owner: `contoso/${at}`, sent_at: first?.intent.sent_at });
      await intents.accepted(first?.intent.intent_id ?? '', requestId, 'job');
      const later = await intents.claim(sharedAt('2017-01-18T10:05:00.000Z', '2017-01-18T09:50:00.000Z'));
      expect(later).toMatchObject({ isClaimed: false, intent: { state: 'accepted', job_id: 'job' } });
      expect((await intents.claim(sharedAt('2017-01-18T10:20:00.000Z', '2017-01-18T10:10:00.000Z'))).isClaimed).toBe(true);
      expect((await intents.claim({ ...newIntent(), requestId: randomUUID(), sharedSince: '' })).isClaimed).toBe(true);
    });

    it('that came to nothing after it was accepted is as new, with all that were told so, and with none of a later request', async () => {
      const requestId = randomUUID();
      const { intents } = each.stores;
      const order = (minute: string, sharedSince: string) => ({
        ...newIntent(),
        requestId,
        sentAt: `2017-01-18T10:${minute}:00.000Z`,
        sharedSince: `2017-01-18T${sharedSince}:00.000Z`,
      });
      const [first, told, later] = [order('00', '09:50'), order('01', '09:50'), order('20', '10:10')];
      await intents.claim(first);
      await intents.accepted(first.intentId, requestId, null);
      const { intent } = await intents.claim({ ...told, owner: 'contoso/other' });
      await intents.claim(later);
      await intents.accepted(later.intentId, requestId, null);
      const same = (await intents.ofRequest(intent)).map(({ owner, intent_id }) => ({ owner, intent_id }));
      expect(same).toHaveLength(2);
      expect(same).toEqual(
        expect.arrayContaining([
          { owner: first.owner, intent_id: first.intentId },
          { owner: 'contoso/other', intent_id: told.intentId },
        ]),
      );
      await intents.cameToNothing(intent);
      expect(await Promise.all([first, told].map(({ intentId }) => intents.find(intentId)))).toEqual([undefined, undefined]);
      expect(await intents.find(later.intentId)).toMatchObject({ state: 'accepted' });
    });

    it('that has a job stays, whatever else is said of its request', async () => {
      const intent = newIntent();
      const { intents } = each.stores;
      const claimed = await intents.claim(intent);
      await intents.accepted(intent.intentId, intent.requestId, 'job');
      await intents.cameToNothing(claimed.intent);
      expect(await intents.find(intent.intentId)).toMatchObject({ state: 'accepted', job_id: 'job' });
    });

    it('in doubt is looked for until a moment that is set once', async () => {
      const { intentId, requestId, ...rest } = newIntent();
      const { intents } = each.stores;
      await intents.claim({ intentId, requestId, ...rest });
      await intents.doubt(intentId, requestId, '2017-01-18T10:10:00.000Z');
      expect((await intents.find(intentId))?.checked_until).toBe('2017-01-18T10:10:00.000Z');
    });
  });

  describe('of a grant', () => {
    it('is written once, no matter who writes it again', async () => {
      const grant = newGrant('2017-01-18T10:00:00Z');
      expect(await each.stores.grants.write(grant)).toEqual(grant);
      expect(await each.stores.grants.write({ ...grant, by: { name: 'Other', username: 'other' } })).toEqual(grant);
    });

    it('lists those of one key vault, the newest first, and no other directory’s', async () => {
      const first = newGrant('2017-01-18T10:00:00Z');
      const second = newGrant('2017-01-18T11:00:00Z', first.keyVault);
      await each.stores.grants.write(first);
      await each.stores.grants.write(second);
      expect(await each.stores.grants.list('contoso', first.keyVault)).toEqual([second, first]);
      expect(await each.stores.grants.list('fabrikam', first.keyVault)).toEqual([]);
    });

    it('changes only from the state it is thought to be in', async () => {
      const grant = newGrant('2017-01-18T10:00:00Z');
      await each.stores.grants.write(grant);
      const done: StoredGrant = { ...grant, state: 'done', after: grant.before };
      const both = await Promise.all([each.stores.grants.change('written', done), each.stores.grants.change('written', done)]);
      expect(both.filter((changed) => changed)).toHaveLength(1);
      expect(await each.stores.grants.find(grant.grantId)).toEqual(done);
      await each.stores.grants.drop(grant.grantId);
      expect(await each.stores.grants.find(grant.grantId)).toBeUndefined();
    });
  });
});
