import type { RecoveryPoint } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { bestPoint } from './best-point';

const point = (id: string, state: RecoveryPoint['verdict']['state']): RecoveryPoint => ({
  id,
  time: '2017-01-18T00:30:00Z',
  consistency: 'application',
  threat: null,
  tiers: ['vault'],
  expires: null,
  encrypted: true,
  pass: 'dual',
  managedDisks: true,
  osType: 'Windows',
  vmSize: null,
  keyChain: null,
  pairedRegion: null,
  verdict: { state, reasons: [] },
});

test('the newest point that can be restored at once is suggested', () => {
  expect(bestPoint([point('3', 'needs-keys'), point('2', 'restorable'), point('1', 'restorable')])?.id).toBe('2');
});

test('where every point needs its keys first, the newest of them is, and never one of which nothing can be made', () => {
  expect(bestPoint([point('3', 'blocked'), point('2', 'needs-keys'), point('1', 'needs-keys')])?.id).toBe('2');
  expect(bestPoint([point('1', 'blocked')])).toBeUndefined();
});
