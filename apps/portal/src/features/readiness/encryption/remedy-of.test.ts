import type { EncryptedDisk, VirtualMachine } from '@tresor/contracts';
import { describe, expect, test } from 'vitest';
import { armId } from '../../../testing/places';
import { virtualMachineOf } from '../../../testing/virtual-machine';
import { remedyOf } from './remedy-of';

const keyVaultId = armId('Microsoft.KeyVault/vaults', 'ContosoKV');

const machine = (change: Partial<VirtualMachine>) =>
  virtualMachineOf('PayrollVM1', { encryption: { kind: 'bek', pass: 'dual', keyVaultIds: [keyVaultId] }, ...change });

const disk = (role: EncryptedDisk['role'], state: EncryptedDisk['state']): EncryptedDisk => ({
  name: role,
  role,
  sizeGiB: 127,
  state,
  diskEncryptionSet: null,
});

const remedy = (change: Partial<VirtualMachine>, edition: '2017-01' | 'current' = '2017-01', disks: EncryptedDisk[] = []) =>
  remedyOf({ machine: machine(change), keyChain: null, disks }, edition);

test('a machine with a BEK alone is helped in the rules of January 2017, by its system', () => {
  expect(remedy({}, '2017-01', [disk('os', 'encrypted')])).toMatchObject({
    target: { os: 'Windows', keyVaultName: 'ContosoKV', name: 'PayrollVM1', pass: 'dual' },
    volumes: 'All',
  });
  expect(remedy({ osType: 'Linux' })?.target.os).toBe('Linux');
});

describe.each(['Windows', 'Linux'] as const)('on %s', (osType) => {
  test.each([
    ['encrypted', [], 'All'],
    ['encrypted', ['encrypted'], 'All'],
    ['not-encrypted', ['encrypted'], 'Data'],
    ['encrypted', ['not-encrypted'], 'OS'],
    ['encrypting', ['encrypted'], 'All'],
    ['unknown', ['encrypted'], 'unknown'],
    ['not-encrypted', ['encrypted', 'not-encrypted'], 'mixed'],
    ['encrypted', ['encrypted', 'not-encrypted'], 'mixed'],
    ['not-encrypted', [], 'none'],
    ['not-encrypted', ['not-encrypted'], 'none'],
  ] as const)('no disk is encrypted that is not yet, and none is left out: OS %s, data %j', (os, data, volumes) => {
    const disks = [disk('os', os), ...data.map((state) => disk('data', state))];
    expect(remedy({ osType }, '2017-01', disks)?.volumes).toBe(volumes);
  });
});

test('nothing is to be done today, nor for a machine with a key or without disk encryption', () => {
  expect(remedy({}, 'current')).toBeNull();
  expect(remedy({ encryption: { kind: 'bek-kek', pass: 'single', keyVaultIds: [keyVaultId] } })).toBeNull();
  expect(remedy({ encryption: { kind: 'none', pass: null, keyVaultIds: [] } })).toBeNull();
});
