import { expect, test } from 'vitest';
import { isUnproven } from './unproven';

const NOW = Date.parse('2026-06-30T00:00:00.000Z');
const proof = (at: string, isProven = true) => ({ at, isProven });

test('a proof counts for as many days as are chosen, and only where the last attempt ran', () => {
  expect(isUnproven(proof('2026-05-31T00:00:00.000Z'), 30, NOW)).toBe(false);
  expect(isUnproven(proof('2026-05-30T23:59:59.000Z'), 30, NOW)).toBe(true);
  expect(isUnproven(proof('2026-05-30T23:59:59.000Z'), 90, NOW)).toBe(false);
  expect(isUnproven(proof('2026-06-29T00:00:00.000Z', false), 30, NOW)).toBe(true);
  expect(isUnproven(undefined, 365, NOW)).toBe(true);
});
