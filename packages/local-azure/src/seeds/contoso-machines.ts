import type { Guest } from '../world/compute/guests';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from './company';
import { contosoDiskEncryptionSet } from './disk-encryption-sets';
import type { KekState, KeyVaultName } from './contoso-key-vaults';
import type { MachineSpec } from './machines';

export interface MachineRow extends Omit<MachineSpec, 'encryption'> {
  /** What is true of this machine, in a sentence. */
  truth: string;
  encryption?: { kind: 'bek' | 'bek-kek'; pass: 'single' | 'dual'; keyVault: KeyVaultName; kek?: KekState };
  classic?: true;
}

const ignite = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'IgniteRG', location: 'westeurope', os: 'Windows' } as const;
const operations = { ...ignite, group: 'OperationsRG' } as const;
const keys = { ...ignite, group: 'KeysRG' } as const;
const restore = { ...ignite, group: 'RestoreRG' } as const;
const test = { ...ignite, subscriptionId: TEST_SUBSCRIPTION_ID, group: 'TestRG' } as const;

const both = (keyVault: KeyVaultName, pass: 'single' | 'dual' = 'dual', kek?: KekState) =>
  ({ encryption: { kind: 'bek-kek', pass, keyVault, ...(kek && { kek }) } }) as const;
const bekOnly = (keyVault: KeyVaultName, pass: 'single' | 'dual' = 'dual') => ({ encryption: { kind: 'bek', pass, keyVault } }) as const;

const sound = both('ContosoKV');
const agent = (state: Partial<Guest['agent']>) => ({
  guest: { agent: { installed: true, running: true, version: '2.7.41491.1183', ...state } },
});
const disksOf = (count: number, gib: number) => Array.from({ length: count }, () => gib);

/** Every machine of the company. Encrypted ones have BEK and KEK in a key vault that Azure Backup may read, unless `truth` says otherwise. */
export const machines: readonly MachineRow[] = [
  // The machines of the article's pictures.
  { ...ignite, name: 'DBVM1Restore', group: 'dbvm1', ...both('IgniteDemoKV'), dataDisksGiB: [256], truth: 'encrypted, may be protected' },
  {
    ...ignite,
    name: 'DBVM2',
    group: 'dbvm2',
    ...both('IgniteDemoKV'),
    disks: 'unmanaged',
    dataDisksGiB: [512],
    truth: 'encrypted, unmanaged disks, may be protected',
  },
  { ...ignite, name: 'DBVM3', group: 'dbvm3', truth: 'not encrypted' },
  {
    ...ignite,
    name: 'FileServerVM3',
    os: 'Linux',
    ...both('IgniteDemoKV'),
    dataDisksGiB: [1023],
    truth: 'encrypted Linux, may be protected',
  },
  { ...ignite, name: 'WebVM1', truth: 'not encrypted' },
  { ...ignite, name: 'WebVM2', truth: 'not encrypted' },
  { ...ignite, name: 'WebVM3', os: 'Linux', truth: 'not encrypted' },

  // One machine for each rule of the support matrix.
  { ...operations, name: 'ClassicVM1', classic: true, truth: 'of the classic deployment model' },
  { ...test, name: 'OtherSubscriptionVM1', ...both('TestKV'), truth: 'in the other subscription' },
  { ...operations, name: 'NorthVM1', group: 'NorthRG', location: 'northeurope', ...both('NorthKV'), truth: 'in another region' },
  { ...operations, name: 'ProtectedVM1', ...sound, dataDisksGiB: [64], truth: 'protected by OperationsVault' },
  { ...operations, name: 'OtherVaultVM1', ...sound, truth: 'protected by OperationsVault, so by no other vault' },
  { ...operations, name: 'BekOnlyVM1', ...bekOnly('ContosoKV'), truth: 'Windows, encrypted with a BEK alone' },
  { ...operations, name: 'BekOnlyVM2', os: 'Linux', ...bekOnly('ContosoKV'), truth: 'Linux, encrypted with a BEK alone' },
  { ...operations, name: 'BekOnlyVM3', ...bekOnly('ContosoKV', 'single'), truth: 'Windows, encrypted with a BEK alone, single pass' },
  { ...operations, name: 'KeyElsewhereVM1', ...both('NorthKV'), truth: 'its key vault is in another region' },
  { ...operations, name: 'KeyElsewhereVM2', ...both('TestKV'), truth: 'its key vault is in the other subscription' },
  {
    ...operations,
    name: 'ManyUnmanagedDisksVM1',
    size: 'Standard_DS4_v2',
    disks: 'unmanaged',
    dataDisksGiB: disksOf(17, 32),
    truth: '17 unmanaged data disks',
  },
  { ...operations, name: 'ManyDisksVM1', size: 'Standard_DS5_v2', dataDisksGiB: disksOf(33, 32), truth: '33 data disks' },
  { ...operations, name: 'ManyDisksVM2', size: 'Standard_DS4_v2', dataDisksGiB: disksOf(17, 32), truth: '17 managed data disks' },
  { ...operations, name: 'HugeDiskVM1', dataDisksGiB: [65_536], truth: 'a disk of 64 TiB' },
  {
    ...operations,
    name: 'LargeDiskVM1',
    size: 'Standard_DS4_v2',
    ...sound,
    dataDisksGiB: [8192, ...disksOf(15, 32)],
    truth: 'encrypted, 17 disks, one of 8 TiB',
  },
  {
    ...operations,
    name: 'BigDiskVM1',
    size: 'Standard_M16ms',
    ...sound,
    dataDisksGiB: [2048],
    writeAccelerator: true,
    truth: 'encrypted, a disk of 2 TiB with Write Accelerator',
  },
  {
    ...operations,
    name: 'ConfidentialVM1',
    size: 'Standard_DC2as_v5',
    security: 'ConfidentialVM',
    truth: 'a confidential VM of the v5-series, outside the regions of the preview',
  },
  {
    ...operations,
    name: 'UltraDiskVM1',
    size: 'Standard_D4s_v3',
    dataDisksGiB: [1024],
    dataDiskType: 'UltraSSD_LRS',
    truth: 'an Ultra Disk, which only an enhanced policy backs up',
  },
  {
    ...operations,
    name: 'TrustedLaunchVM1',
    size: 'Standard_D2s_v3',
    ...both('ContosoKV', 'single'),
    security: 'TrustedLaunch',
    truth: 'encrypted, with Trusted Launch',
  },
  { ...test, name: 'FullVaultVM1', ...both('TestKV'), truth: 'the only vault of its team, FullVault, holds 200 items' },
  { ...operations, name: 'NoAgentVM1', ...sound, ...agent({ installed: false }), truth: 'the VM agent is not installed' },
  {
    ...operations,
    name: 'AgentNotReadyVM1',
    ...sound,
    ...agent({ running: false }),
    truth: 'the VM agent is installed and does not answer',
  },
  { ...operations, name: 'OldAgentVM1', ...sound, ...agent({ version: '2.5.1198.709' }), truth: 'the VM agent is older than 2.6.1198.718' },
  { ...operations, name: 'StoppedVM1', ...sound, guest: { power: 'deallocated' }, truth: 'deallocated' },
  { ...operations, name: 'SinglePassVM1', ...both('ContosoKV', 'single'), truth: 'encrypted without an Entra application' },
  { ...operations, name: 'LinuxVM1', os: 'Linux', ...sound, truth: 'encrypted Linux' },

  // What can be wrong with keys, and what only a backup finds out.
  { ...keys, name: 'NoPolicyVM1', ...both('NoPolicyKV'), truth: 'its key vault lets the backup service do nothing' },
  { ...keys, name: 'HalfPolicyVM1', ...both('HalfPolicyKV'), truth: 'its key vault does not let the backup service back up secrets' },
  { ...keys, name: 'RbacVM1', ...both('RbacKV'), truth: 'its key vault uses Azure RBAC and the backup service holds no role' },
  { ...keys, name: 'RbacReadyVM1', ...both('RbacReadyKV'), truth: 'its key vault uses Azure RBAC and the backup service holds a role' },
  { ...keys, name: 'KeyVaultGoneVM1', ...both('GoneKV'), truth: 'its key vault was deleted and purged' },
  { ...keys, name: 'KeyVaultDeletedVM1', ...both('DeletedKV'), truth: 'its key vault was deleted and can be recovered' },
  { ...keys, name: 'SecretPurgedVM1', ...sound, truth: 'its secret was deleted and purged' },
  { ...keys, name: 'KekExpiredVM1', ...both('ContosoKV', 'dual', 'expired'), truth: 'its key has expired' },
  { ...keys, name: 'KekDisabledVM1', ...both('ContosoKV', 'dual', 'disabled'), truth: 'its key is disabled' },
  {
    ...keys,
    name: 'CustomerKeyVM1',
    diskEncryptionSet: contosoDiskEncryptionSet,
    truth: 'its disks are encrypted with a key of the company’s in a disk encryption set',
  },
  { ...keys, name: 'HostEncryptedVM1', encryptionAtHost: true, truth: 'encrypted on the host' },
  { ...keys, name: 'NoNetworkVM1', ...sound, guest: { network: false }, truth: 'reaches nothing outside' },
  { ...keys, name: 'LockedDriveVM1', ...sound, guest: { lockedDrive: true }, truth: 'a drive is locked by BitLocker' },

  // The rows of the article's table of errors when restoring; BekOnlyVM1 is its row about enabling.
  { ...operations, name: 'LostVaultVM1', ...both('GoneKV'), truth: 'protected; its key vault does not exist any more' },
  {
    ...operations,
    name: 'LostKeysVM1',
    ...both('ContosoKV', 'dual', 'lost'),
    truth: 'protected; its key and its secret do not exist any more',
  },
  { ...operations, name: 'FullRestoreVM1', ...sound, truth: 'protected and whole: only its disks can be restored' },

  // Each kind of encrypted machine with restore points, where the helpdesk may make machines.
  {
    ...restore,
    name: 'WinSingleVM1',
    ...both('RestoreKV', 'single'),
    dataDisksGiB: [64],
    tags: { 'cost-center': '4711', application: 'orders' },
    network: { address: '10.0.0.77', securityGroup: 'orders-nsg' },
    ownIdentity: true,
    truth: 'protected; managed disks, without an Entra application; a fixed address, a network security group, tags and an identity',
  },
  {
    ...restore,
    name: 'LinuxSingleVM1',
    os: 'Linux',
    ...both('RestoreKV', 'single'),
    dataDisksGiB: [64],
    plan: { name: 'server-16-04', publisher: 'fabrikam', product: 'hardened-linux' },
    truth: 'protected Linux; managed disks, without an Entra application; of an image that was bought in the marketplace',
  },
  {
    ...restore,
    name: 'BekSingleVM1',
    os: 'Linux',
    ...bekOnly('RestoreKV', 'single'),
    truth: 'protected Linux, encrypted with a BEK alone',
  },
  {
    ...restore,
    name: 'WinUnmanagedVM1',
    ...both('RestoreKV'),
    disks: 'unmanaged',
    dataDisksGiB: [64],
    truth: 'protected; unmanaged disks, with an Entra application',
  },
  {
    ...restore,
    name: 'LinuxUnmanagedVM1',
    os: 'Linux',
    ...both('RestoreKV'),
    disks: 'unmanaged',
    dataDisksGiB: [64],
    truth: 'protected Linux; unmanaged disks, with an Entra application',
  },
  { ...restore, name: 'DeletedVaultVM1', ...both('DeletedKV'), truth: 'protected; its key vault was deleted and can be recovered' },

  // More history for the dashboard.
  {
    ...operations,
    name: 'RevokedVM1',
    ...both('RevokedKV'),
    truth: 'protected; the last backups failed since the backup service may not read its keys',
  },
  {
    ...operations,
    name: 'AppVM1',
    dataDisksGiB: [128],
    dataDiskCaching: 'ReadOnly',
    license: 'Windows_Server',
    proximityGroup: 'app-proximity',
    truth:
      'protected, not encrypted; a cached data disk, a license of its own and a proximity placement group without room for other sizes',
  },
  { ...operations, name: 'AppVM2', os: 'Linux', truth: 'protected, not encrypted' },
  { ...operations, name: 'RetiredVM1', ...sound, guest: { power: 'deallocated' }, truth: 'protection stopped, data kept' },
  { ...operations, name: 'DeletedItemVM1', ...sound, truth: 'backup data deleted a week ago, can be brought back' },
  { ...test, name: 'LedgerVM1', ...both('TestKV', 'single'), truth: 'protected by TestVault, which is immutable' },
  { ...test, name: 'TestVM1', ...both('TestKV', 'single'), truth: 'encrypted, in the test subscription' },
  { ...test, name: 'TestVM2', os: 'Linux', truth: 'not encrypted, in the test subscription' },
];
