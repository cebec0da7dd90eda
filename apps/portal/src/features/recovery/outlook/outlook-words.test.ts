import type { RecoveryOutlook, RestoreStep } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { formatsOf } from '../../../language/formats';
import { english } from '../../../testing/texts';
import { recoveryOutlookOf } from '../../../testing/recovery-plan';
import { chanceOf, verdictOf, wayWords } from './outlook-words';

const outlook = recoveryOutlookOf('OrdersSql01');
const reasonOf = () => 'Storage Blob Data Contributor on contosotest.';
const barredAt = (...steps: RestoreStep[]): RecoveryOutlook => ({
  ...outlook,
  steps: steps.map((step) => ({ step, state: 'barred', missing: [], needs: [], ruleId: null, policies: [] })),
});
const verdict = (of: RecoveryOutlook) => english(verdictOf(of)?.word ?? { de: '', en: '' });

it('a machine that its reader lacks rights for is not said to come back, and what is missing is named once', () => {
  const barred = barredAt('machine', 'after-care');
  expect(verdict(outlook)).toBe('Yes');
  expect(verdict(barred)).toBe('Not by you');
  expect(wayWords(barred, english, formatsOf('en'), reasonOf)).toEqual([
    'Create virtual machine and After the restore: Storage Blob Data Contributor on contosotest.',
  ]);
  expect(verdict({ ...outlook, conflicts: ['machine-there'] })).toBe('Not like this');
});

it('what is only left over keeps no machine from coming back', () => {
  expect(verdict(barredAt('after-care'))).toBe('Yes');
});

it('what a person will be asked for if there are data disks is said before', () => {
  const words = wayWords({ ...outlook, unseen: ['application', 'untold-disks'] }, english, formatsOf('en'), reasonOf);
  expect(words).toMatchObject([expect.stringContaining('client secret'), expect.stringContaining('VHD files')]);
});

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
  expect(wayWords(denied, english, formatsOf('en'), reasonOf)).toEqual([
    'The policy “Allowed locations” (Azure Policy, assigned at: contoso) forbids: Restore disks and Create virtual machine.',
  ]);
});

it('that a machine has no size to come back with is in the way, with the one it had', () => {
  const target = { ...outlook.target, oldSize: 'Standard_DS2_v2' };
  const barred: RecoveryOutlook = { ...outlook, target, conflicts: ['no-size'] };
  expect(chanceOf(barred)).toBe('barred');
  expect(wayWords(barred, english, formatsOf('en'), reasonOf)).toEqual([
    'Azure doesn’t offer Standard_DS2_v2 to the subscription in this region, and no other size has at least as much of everything.',
  ]);
});
