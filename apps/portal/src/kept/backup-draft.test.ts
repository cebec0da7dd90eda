import { nameOf } from '@tresor/support-matrix';
import { describe, expect, test } from 'vitest';
import { attemptFor, type ChosenMachine, emptyBackupDraft, isComplete, isDirty, keyVaultIdsOf } from './backup-draft';

const subscription = '/subscriptions/11111111-1111-1111-1111-111111111111';
const keyVault = (name: string) => `${subscription}/resourceGroups/IgniteRG/providers/Microsoft.KeyVault/vaults/${name}`;

const machine = (name: string, keyVaultIds: string[]): ChosenMachine => ({
  id: `${subscription}/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/${name}`,
  name,
  resourceGroup: 'IgniteRG',
  osType: 'Windows',
  encryption: { kind: keyVaultIds.length > 0 ? 'bek-kek' : 'none', pass: null, keyVaultIds },
});

describe('the draft of a backup', () => {
  test('is dirty as soon as something is chosen, and complete with goal, policy and machines', () => {
    const goal = { ...emptyBackupDraft, goalChosen: true };
    const whole = { ...goal, policyName: 'DefaultPolicy', machines: [machine('DBVM2', [])] };
    expect([emptyBackupDraft, goal, whole].map(isDirty)).toEqual([false, true, true]);
    expect([emptyBackupDraft, goal, whole].map(isComplete)).toEqual([false, false, true]);
  });

  test('names each key vault of the chosen machines once, whatever the case of its id', () => {
    const machines = [
      machine('DBVM1Restore', [keyVault('IgniteDemoKV')]),
      machine('DBVM2', [keyVault('ignitedemokv'), keyVault('AdataKV')]),
      machine('WebVM1', []),
    ];
    expect(keyVaultIdsOf(machines).map(nameOf)).toEqual(['AdataKV', 'ignitedemokv']);
  });

  test('is enabled under one id however often the button is pressed, and under a new one in another rule set', () => {
    const first = attemptFor(emptyBackupDraft, '2017-01', () => 'first');
    const draft = { ...emptyBackupDraft, attempt: first };
    expect(attemptFor(draft, '2017-01', () => 'second')).toBe(first);
    expect(attemptFor(draft, 'current', () => 'second')).toEqual({ batchId: 'second', edition: 'current' });
  });
});
