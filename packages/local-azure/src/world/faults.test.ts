import { expect, it } from 'vitest';
import { Faults } from './faults';

it('a fault strikes the share of requests it was armed for', () => {
  let next = 0;
  const faults = new Faults(() => (next++ % 4) / 4);
  faults.arm({ operation: '^POST .*/restore$', kind: '503', rate: 0.5 });
  const struck = Array.from({ length: 100 }, () => faults.strike('POST', '/x/restore')).filter(Boolean);
  expect(struck).toHaveLength(50);
  expect(faults.strike('GET', '/x/restore')).toBeUndefined();
});
