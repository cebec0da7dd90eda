import type { Policy, SeenPolicy } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { ProblemError } from '../../../api/problem-error';
import { seenOf } from './policy-form';
import { saveChange } from './save-change';

const keeping = (days: number): SeenPolicy => ({
  kind: 'standard',
  timeZone: 'UTC',
  schedule: { frequency: 'daily', time: '23:30' },
  retention: { daily: { count: days }, weekly: null, monthly: null, yearly: null },
  instantRestoreDays: 2,
});
const failure = (code: 'offline' | 'policy-changed') => new ProblemError({ title: '', status: 0, code, correlationId: null });
const BEFORE = keeping(180);

/** A policy that is changed only where it is as it was seen; the answer to the first change is lost. */
function policyInVault() {
  const sent: SeenPolicy[] = [];
  let now: Policy = { ...BEFORE, name: 'Daily', protectedItems: 1 };
  let isLost = true;
  return {
    save(after: SeenPolicy) {
      const update = async (before: SeenPolicy) => {
        if (JSON.stringify(seenOf(now)) !== JSON.stringify(before)) throw failure('policy-changed');
        now = { ...now, ...after };
        if (!isLost) return now;
        isLost = false;
        throw failure('offline');
      };
      return saveChange(BEFORE, after, sent, { update, read: async () => now });
    },
    /** Somebody else changes it. */
    change(after: SeenPolicy) {
      now = { ...now, ...after };
    },
  };
}

it('goes on from what the same person sent before, and whose answer was lost', async () => {
  const policy = policyInVault();
  await expect(policy.save(keeping(90))).rejects.toThrow('offline');
  await expect(policy.save(keeping(60))).resolves.toMatchObject(keeping(60));
});

it('does not go on from what somebody else has made of it since', async () => {
  const policy = policyInVault();
  await expect(policy.save(keeping(90))).rejects.toThrow('offline');
  policy.change(keeping(365));
  await expect(policy.save(keeping(60))).rejects.toThrow('policy-changed');
});

it('takes nothing for its own where nothing was sent before', async () => {
  const policy = policyInVault();
  policy.change(keeping(60));
  await expect(policy.save(keeping(60))).rejects.toThrow('policy-changed');
});
