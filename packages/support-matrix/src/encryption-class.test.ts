import { expect, it } from 'vitest';
import { classifyEncryption } from './encryption-class';
import type { VirtualMachineFacts } from './facts';
import { machine, plainMachine } from './facts.fixture';

const kindOf = (change: Partial<VirtualMachineFacts>) => classifyEncryption({ ...plainMachine, ...change }).kind;

it('a machine with managed disks and nothing else is encrypted with the keys of the platform', () => {
  expect(kindOf({})).toBe('platform-keys');
});

it('of unmanaged and classic disks Azure says nothing', () => {
  expect(kindOf({ managedDisks: false })).toBe('none');
  expect(kindOf({ managedDisks: false, deploymentModel: 'classic' })).toBe('none');
});

it('a disk encryption set makes the key the customer’s, the host encrypts further out', () => {
  expect(kindOf({ diskEncryptionSet: true })).toBe('customer-managed');
  expect(kindOf({ encryptionAtHost: true })).toBe('at-host');
  expect(classifyEncryption({ ...plainMachine, encryptionAtHost: true, diskEncryptionSet: true })).toEqual({
    kind: 'at-host',
    pass: null,
    customerKey: true,
  });
});

it.each([
  ['bek', 'dual', 'ade-bek'],
  ['bek', 'single', 'ade-bek'],
  ['bek-kek', 'dual', 'ade-bek-kek'],
  ['bek-kek', 'single', 'ade-bek-kek'],
] as const)('Azure Disk Encryption with %s, %s pass, is %s whatever else encrypts the disks', (kind, pass, expected) => {
  const found = classifyEncryption({ ...machine, encryption: { ...machine.encryption, kind, pass }, encryptionAtHost: true });
  expect(found).toEqual({ kind: expected, pass, customerKey: false });
});
