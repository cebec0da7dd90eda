import { expect, it } from 'vitest';
import { recoveryMachineOf } from '../../../testing/recovery-plan';
import { english } from '../../../testing/texts';
import { remedyWords } from './machine-words';

const stoppedAt = (step: 'machine' | 'encryption') =>
  recoveryMachineOf('AppVM1', {
    state: 'needs-person',
    jobId: 'job',
    stop: { reason: 'tried', step, command: null, code: null, azureCode: null, azureMessage: null, needs: [] },
  });

it('a machine that could not be created says where a person creates it otherwise, and how the run goes on', () => {
  const words = remedyWords(stoppedAt('machine'), english);
  expect(words).toContain('without the old one’s proximity placement group');
  expect(words).toContain('“Retry what’s open” continues here.');
  expect(remedyWords(stoppedAt('encryption'), english)).not.toContain('proximity');
});

it('of a customer’s key vault nobody is told to change who may bring keys back', () => {
  const faults = [{ field: 'keys' as const, fault: 'no-rights' as const }];
  const machine = {
    ...stoppedAt('machine'),
    stop: null,
    refusal: { code: 'plan-refused', faults, azureCode: null, azureMessage: null, needs: [] },
  };
  expect(remedyWords(machine, english, true)).toMatch(/whatever role you have\. Only the customer can do this\./);
  expect(remedyWords(machine, english)).toContain('A “Key Vault Contributor” or owner there can change them.');
});

it('of a customer’s blobs nobody is told to get a role that no delegation can hold', () => {
  const refusal = { code: 'storage-data-forbidden', faults: [], needs: [], azureCode: null, azureMessage: null };
  const machine = { ...stoppedAt('machine'), stop: null, refusal };
  expect(remedyWords(machine, english, true)).toMatch(/whatever role you have\. Only the customer can do this\.$/);
  expect(remedyWords(machine, english, true)).not.toContain('Contributor');
  expect(remedyWords(machine, english)).toContain('the role “Storage Blob Data Contributor” on the storage account');
});

it('what a policy forbids is told with who can change that', () => {
  const azure = { azureCode: 'RequestDisallowedByPolicy', azureMessage: "Resource 'nic' was disallowed by policy 'Only in Europe'." };
  const stop = { reason: 'refused' as const, step: 'machine' as const, command: null, code: 'disallowed-by-policy', needs: [], ...azure };
  const refusal = { code: 'disallowed-by-policy', faults: [], needs: [], ...azure };
  for (const machine of [
    { ...stoppedAt('machine'), stop },
    { ...stoppedAt('machine'), stop: null, refusal },
  ]) {
    expect(remedyWords(machine, english)).toContain('Only in Europe');
    expect(remedyWords(machine, english)).toContain('can change it or create an exemption');
  }
});

it('of what Azure says for programs the board shows the policies alone', () => {
  const id = '/subscriptions/s/resourceGroups/RestoreRG/providers/Microsoft.Authorization/policyAssignments/a';
  const identifiers = JSON.stringify([{ policyAssignment: { name: 'Only in Europe', id } }]);
  const azureMessage = `Resource 'nic' was disallowed by policy. Policy identifiers: '${identifiers}'.`;
  const refusal = { code: 'disallowed-by-policy', faults: [], needs: [], azureCode: 'RequestDisallowedByPolicy', azureMessage };
  expect(remedyWords({ ...stoppedAt('machine'), stop: null, refusal }, english)).toContain(
    "RequestDisallowedByPolicy: Resource 'nic' was disallowed by policy. Policy “Only in Europe”, assigned at: RestoreRG.",
  );
});

it('files that cannot be seen are told with their storage account and with the role that removing them takes', () => {
  const needs = [{ right: 'read-blobs' as const, at: ['contosotest'] as [string] }];
  const azure = { azureCode: null, azureMessage: null };
  const stop = { reason: 'hidden' as const, step: 'after-care' as const, command: null, code: null, needs, ...azure };
  const refusal = { code: 'storage-data-forbidden', faults: [], needs, ...azure };
  for (const machine of [
    { ...stoppedAt('machine'), stop },
    { ...stoppedAt('machine'), stop: null, refusal },
  ]) {
    expect(remedyWords(machine, english)).toContain('the role “Storage Blob Data Contributor” on the storage account');
    expect(remedyWords(machine, english)).toContain('This is about: contosotest.');
  }
});
