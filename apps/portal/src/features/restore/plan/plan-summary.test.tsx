// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { jobId, planAnswers, type Restore, type StepView } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { PlanSummary } from './plan-summary';
import { armId } from '../../../testing/places';
import { someRestore } from '../../../testing/restore';

const restore: Restore = {
  ...someRestore,
  jobId: jobId.parse('a0b1c2d3-0000-4000-8000-000000000002'),
  vmName: 'VM1',
  vmGroup: 'RG',
  encrypted: true,
  machineId: { state: 'known', value: '/subscriptions/s/resourceGroups/RG/providers/Microsoft.Compute/virtualMachines/VM1back' },
  policyName: 'Daily',
  next: { kind: 'wait', step: 'protection' },
};
const answers = planAnswers.parse({
  edition: 'current',
  machine: {
    name: 'VM1-restored',
    group: 'RG',
    size: 'Standard_A2',
    subnetId: armId('Microsoft.Network/virtualNetworks/Network/subnets', 'one'),
    publicIp: false,
  },
  keys: null,
  policyName: 'Daily',
  letBackupIn: true,
  removeLeftovers: true,
});
const done = (step: StepView['step']): StepView => ({ step, state: 'done', reason: null, needs: [], command: null });
const upTo = (protection: Partial<StepView>): StepView[] => [
  ...(['disks', 'keys', 'machine', 'encryption'] as const).map(done),
  { ...done('protection'), ...protection },
  { ...done('after-care'), state: 'ready' },
];
const linesOf = (steps: StepView[], change: Partial<Restore> = {}, given = answers) => {
  render(<PlanSummary restore={{ ...restore, steps, ...change }} answers={given} />);
  return screen.getAllByRole('listitem').map(({ textContent }) => textContent);
};

test('a machine that was made is called as it is called, not as was proposed', () => {
  expect(linesOf(upTo({ state: 'ready', reason: 'not-protected' }))).toEqual([
    'Backup with Daily is enabled, and the first backup starts immediately.',
    'The files with key data are deleted after VM1back is confirmed to be running encrypted.',
  ]);
});

test('a machine that is to stay out of the old one’s proximity placement group is announced so', () => {
  const steps = upTo({}).map((view) => (view.step === 'machine' ? { ...view, state: 'ready' as const } : view));
  const unmade = { machineId: { state: 'known', value: null } } as const;
  expect(linesOf(steps, unmade)).toContain('VM1-restored is created in RG (Standard_A2).');
  cleanup();
  const apart = { ...answers, machine: { ...answers.machine, withoutProximityGroup: true } };
  expect(linesOf(steps, unmade, apart)).toContain(
    'VM1-restored is created in RG (Standard_A2), without the old virtual machine’s proximity placement group.',
  );
});

test('a machine that is to be made without the old one’s tags is announced so', () => {
  const steps = upTo({}).map((view) => (view.step === 'machine' ? { ...view, state: 'ready' as const } : view));
  const unmade = { machineId: { state: 'known', value: null } } as const;
  const untagged = { ...answers, machine: { ...answers.machine, withoutTags: true } };
  expect(linesOf(steps, unmade, untagged)).toContain('It doesn’t get the old virtual machine’s tags.');
  cleanup();
  const added = { ...answers, machine: { ...answers.machine, addedTags: [{ name: 'owner', value: 'adele' }] } };
  expect(linesOf(steps, unmade, added)).toContain('It also gets these tags: owner: adele.');
});

test('backup that is enabled already is not announced', () => {
  expect(linesOf(upTo({ state: 'running', reason: 'first-backup-running' }))[0]).toBe('The first backup of VM1back will be completed.');
});

test('a run that stops before the encryption promises to ask, not to encrypt', () => {
  const steps = upTo({ state: 'ready', reason: 'not-protected' }).map((view) =>
    view.step === 'encryption' ? { ...view, state: 'ready' as const } : view,
  );
  expect(linesOf(steps)[0]).toMatch(/^The encryption is applied again if Azure needs it\. .* the run stops and asks\.$/);
  cleanup();
  const openDisks = { encrypted: [], untold: ['data'], plain: [] };
  expect(linesOf(steps, { openDisks })[0]).toMatch(/^Before the encryption, the run stops and asks:/);
});

test('a machine that has points is backed up once more, not for the first time', () => {
  expect(linesOf(upTo({ state: 'failed', reason: 'latest-backup-failed' }))[0]).toBe('VM1back is backed up again.');
});

test('without a policy only a machine that is not protected stays without backup', () => {
  const withoutPolicy = { ...answers, policyName: null };
  expect(linesOf(upTo({ state: 'ready', reason: 'first-backup-missing' }), {}, withoutPolicy)[0]).toBe(
    'The backup of VM1back stays as it is.',
  );
  cleanup();
  expect(linesOf(upTo({ state: 'ready', reason: 'not-protected' }), {}, withoutPolicy)[0]).toBe('VM1back isn’t backed up.');
});

test('backup that a rule forbids is not promised', () => {
  expect(linesOf(upTo({ state: 'blocked', reason: 'protection-refused' }))[0]).toBe(
    'Before the backup, the run stops: VM1back can’t be backed up like this.',
  );
});

const withDisks = (disks: Partial<StepView>) => upTo({}).map((view) => (view.step === 'disks' ? { ...view, ...disks } : view));

test('disks that are gone are not said to be on their way', () => {
  const restoring = 'Azure restores the disks.';
  expect(linesOf(withDisks({ state: 'running', reason: 'disks-running' }))).toContain(restoring);
  cleanup();
  expect(linesOf(withDisks({ state: 'failed', reason: 'disks-gone' }))).not.toContain(restoring);
});
