import { expect, test } from 'vitest';
import { virtualMachineOf } from '../../testing/virtual-machine';
import { protectionByKind } from './protection-rows';

const machine = (kind: 'none' | 'bek' | 'bek-kek', protectedByVaultId: string | null) =>
  virtualMachineOf('vm', { encryption: { kind, pass: null, keyVaultIds: [] }, protectedByVaultId });

test('each kind that occurs is counted once, the one with the most unprotected first', () => {
  const found = protectionByKind([
    machine('bek-kek', '/vault'),
    machine('bek', null),
    machine('bek-kek', '/vault'),
    machine('bek', null),
    machine('bek-kek', null),
  ]);
  expect(found).toEqual([
    { kind: 'ade-bek', protected: 0, unprotected: 2 },
    { kind: 'ade-bek-kek', protected: 2, unprotected: 1 },
  ]);
});
