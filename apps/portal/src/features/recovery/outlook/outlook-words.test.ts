import { itemPath, type RecoveryOutlook } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { formatsOf } from '../../../language/formats';
import { formatMessage } from '../../../language/messages';
import type { Text } from '../../../language/use-text';
import { chanceOf, wayWords } from './outlook-words';

const text: Text = (message, ...values) => formatMessage('en', message, ...values);

const outlook: RecoveryOutlook = {
  item: itemPath.parse({
    subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
    resourceGroup: 'OperationsRG',
    vaultName: 'OperationsVault',
    vmGroup: 'OrdersRG',
    vmName: 'OrdersSql01',
  }),
  machine: 'there',
  point: { id: '1', time: '2026-11-24T02:00:00Z', tiers: ['vault'], encrypted: true, threat: null },
  hasSuspicious: false,
  verdict: { state: 'restorable', reasons: [] },
  keyChain: null,
  steps: [],
  keysWay: null,
  target: { name: 'OrdersSql01', group: 'OrdersRG', size: null, oldSize: null },
  conflicts: [],
  locksInIsolation: false,
  unseen: [],
  subnet: null,
  leftInterface: null,
  storageAccountId: null,
};

it('of a machine whose data may stay locked in isolation it is said, and nobody can tell whether it comes back whole', () => {
  const locked: RecoveryOutlook = { ...outlook, locksInIsolation: true, unseen: ['data-disks'] };
  expect(chanceOf(locked)).toBe('unseen');
  expect(chanceOf({ ...locked, unseen: [] })).toBe('clear');
});

it('keys come back also where the old ones are there: in isolation these do not count', () => {
  expect(chanceOf(outlook)).toBe('clear');
  expect(chanceOf({ ...outlook, keysWay: 'create' })).toBe('keys');
});

it('a policy that forbids a step is in the way, with its name and where it is assigned', () => {
  const policies = [{ name: 'Allowed locations', scope: '/providers/Microsoft.Management/managementGroups/contoso' }];
  const denied: RecoveryOutlook = {
    ...outlook,
    steps: (['disks', 'machine'] as const).map((step) => ({ step, state: 'disallowed', missing: [], needs: [], ruleId: null, policies })),
  };
  expect(chanceOf(denied)).toBe('barred');
  expect(wayWords(denied, text, formatsOf('en'))).toEqual([
    'The policy “Allowed locations” (Azure Policy, assigned at: contoso) forbids: Restore disks and Create virtual machine.',
  ]);
});

it('that a machine has no size to come back with is in the way, with the one it had', () => {
  const target = { ...outlook.target, oldSize: 'Standard_DS2_v2' };
  const barred: RecoveryOutlook = { ...outlook, target, conflicts: ['no-size'] };
  expect(chanceOf(barred)).toBe('barred');
  expect(wayWords(barred, text, formatsOf('en'))).toEqual([
    'Azure doesn’t offer Standard_DS2_v2 to the subscription in this region, and no other size has at least as much of everything.',
  ]);
});
