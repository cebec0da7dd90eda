import { expect, test } from 'vitest';
import { countMachines, MACHINE_FILTERS, matches, withoutMachines } from './machine-filter';

const machine = (kind: 'none' | 'bek-kek', protectedByVaultId: string | null, subscriptionId = 'A') => ({
  encryption: { kind, pass: null, keyVaultIds: [] },
  protectedByVaultId,
  subscriptionId,
});
const machines = [machine('bek-kek', '/vault'), machine('bek-kek', null), machine('none', null, 'b'), machine('none', '/vault', 'B')];

test('each choice shows the machines it is called after', () => {
  const shown = MACHINE_FILTERS.map((filter) => [filter, machines.filter((one) => matches(one, filter)).length]);
  expect(Object.fromEntries(shown)).toEqual({ all: 4, encrypted: 2, bare: 1, backedUp: 2, withoutBackup: 2 });
});

test('subscriptions are counted once, whatever their case', () => {
  expect(countMachines(machines)).toEqual({ total: 4, backedUp: 2, encrypted: 2, bare: 1, subscriptions: 2 });
});

test('a subscription in which no machine is seen is named', () => {
  expect(withoutMachines([{ subscriptionId: 'a' }, { subscriptionId: 'B' }, { subscriptionId: 'c' }], machines)).toEqual([
    { subscriptionId: 'c' },
  ]);
});
