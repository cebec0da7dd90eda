import { expect, test } from 'vitest';
import { virtualMachineOf } from '../../testing/virtual-machine';
import { protectionByKind } from './protection-rows';

const machine = (kind: 'none' | 'bek' | 'bek-kek', protectedByVaultId: string | null, name = 'vm') =>
  virtualMachineOf(name, { encryption: { kind, pass: null, keyVaultIds: [] }, protectedByVaultId });

test('each kind that occurs is counted once, the one with the most unprotected first', () => {
  const found = protectionByKind(
    [machine('bek-kek', '/vault'), machine('bek', null), machine('bek-kek', '/vault'), machine('bek', null), machine('bek-kek', null)],
    new Map(),
  );
  expect(found).toEqual([
    { kind: 'ade-bek', protected: 0, failing: 0, unprotected: 2 },
    { kind: 'ade-bek-kek', protected: 2, failing: 0, unprotected: 1 },
  ]);
});

test('a machine whose first backup will fail counts apart from those that are protected', () => {
  const failing = machine('bek-kek', '/vault', 'Failing');
  const failures = new Map([[failing.id.toLowerCase(), { lacking: [], missing: [], broken: [] }]]);
  expect(protectionByKind([failing, machine('bek-kek', '/vault')], failures)).toEqual([
    { kind: 'ade-bek-kek', protected: 1, failing: 1, unprotected: 0 },
  ]);
});
