import type { ProtectionBatch, ProtectionState } from '@tresor/contracts';
import { describe, expect, test } from 'vitest';
import { canRetry, inOrder, sharedCodeOf, summarize } from './batch-summary';

const batch = (...states: ProtectionState[]): ProtectionBatch => ({
  batchId: '3e0f6a3a-1d2f-4b0e-9a86-2f6c1b7e5d10',
  policyName: 'DefaultPolicy',
  startedAt: '2017-01-18T12:00:00Z',
  finished: !states.some((state) => ['waiting', 'validating', 'enabling'].includes(state)),
  results: states.map((state, index) => ({
    vmId: `vm-${index}`,
    vmName: `VM${index}`,
    state,
    ruleId: null,
    azureCode: null,
    azureMessage: null,
    recommendation: null,
    jobId: null,
    checkedUntil: null,
  })),
});

const names = (...states: ProtectionState[]) => inOrder(batch(...states)).map(({ vmName }) => vmName);

const refusedFor = (...codes: (string | null)[]) => {
  const { results, ...rest } = batch('protected', ...codes.map(() => 'failed' as const));
  return sharedCodeOf({ ...rest, results: results.map((result, at) => ({ ...result, azureCode: codes[at - 1] ?? null })) });
};

describe('what became of enabling', () => {
  test('shows first, once it has ended, which machines somebody has to see to', () => {
    expect(names('protected', 'failed', 'protected', 'refused')).toEqual(['VM1', 'VM3', 'VM0', 'VM2']);
    expect(names('protected', 'failed', 'enabling')).toEqual(['VM0', 'VM1', 'VM2']);
  });

  test('counts what is done while it runs', () => {
    expect(summarize(batch('protected', 'refused', 'enabling', 'waiting'))).toEqual({
      total: 4,
      done: 2,
      protectedCount: 1,
      outcome: 'running',
    });
  });

  test('says all, some or none in the end', () => {
    expect(summarize(batch('protected', 'protected')).outcome).toBe('all');
    expect(summarize(batch('protected', 'failed')).outcome).toBe('some');
    expect(summarize(batch('refused', 'unknown')).outcome).toBe('none');
  });

  test('lets the refused and failed ones be tried again, never the protected ones', () => {
    const { results } = batch('protected', 'refused', 'failed', 'enabling');
    expect(results.filter(canRetry).map(({ state }) => state)).toEqual(['refused', 'failed']);
  });

  test('names the refusal that all of them have in common', () => {
    expect(refusedFor('ScopeLocked', 'ScopeLocked')).toBe('ScopeLocked');
    expect(refusedFor('ScopeLocked', null)).toBeNull();
    expect(refusedFor()).toBeNull();
  });
});
