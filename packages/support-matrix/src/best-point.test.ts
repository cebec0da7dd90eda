import { expect, test } from 'vitest';
import { bestPoint, type RestorabilityState } from './best-point';

const point = (id: string, state: RestorabilityState, threat: 'none' | 'suspicious' | null = null) => ({ id, verdict: { state }, threat });

test('the newest point that can be restored at once is suggested', () => {
  expect(bestPoint([point('3', 'needs-keys'), point('2', 'restorable'), point('1', 'restorable')])?.id).toBe('2');
});

test('where every point needs its keys first, the newest of them is, and never one of which nothing can be made', () => {
  expect(bestPoint([point('3', 'blocked'), point('2', 'needs-keys'), point('1', 'needs-keys')])?.id).toBe('2');
  expect(bestPoint([point('1', 'blocked')])).toBeUndefined();
});

test('a point in which a threat was found is suggested only where there is no other', () => {
  expect(bestPoint([point('2', 'restorable', 'suspicious'), point('1', 'needs-keys', 'none')])?.id).toBe('1');
  expect(bestPoint([point('2', 'restorable', 'suspicious'), point('1', 'blocked')])?.id).toBe('2');
});
