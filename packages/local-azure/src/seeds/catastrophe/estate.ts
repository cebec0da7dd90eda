import type { MachineSpec } from '../machines';
import type { KeyVaultName, VaultName } from './estate-vaults';

/** What happened to the machines of a row, beside what happened to their key vault. */
export type Harm =
  /** Ransomware has been at work since the evening: the newest backup holds what it made of them. */
  | 'ransomware'
  /** Their key was disabled after the last backup. */
  | 'key disabled'
  /** Their key expired after the last backup. */
  | 'key expired'
  /** Their secrets were deleted, and can be recovered. */
  | 'secrets deleted'
  /** Their secrets were deleted and purged. */
  | 'secrets purged'
  /** Protected in the morning, deleted in the evening, and their key was rotated: all there is are two snapshots that no longer open. */
  | 'only outdated snapshots'
  /** No backup ever succeeded: the service may not read their keys, or their agent does not answer. */
  | 'never backed up'
  /** Three nights ago the service was shut out of their key vault. */
  | 'service shut out'
  /** An update damaged what starts them a month ago; nobody restarted them since, and every backup holds it. */
  | 'system damaged'
  /** Nobody touched them: they run. */
  | 'spared';

/**
 * How a machine ends when everything that can be saved without a secret was saved, in the order of how good that is. `data locked`: it runs,
 * and Linux does not mount its data disks until disk encryption was applied again, for which somebody has to give the secret of the Entra
 * application that it was encrypted with (learn.microsoft.com/azure/backup/restore-azure-encrypted-virtual-machines).
 */
export type Ending = 'spared' | 'running' | 'data locked' | 'not started' | 'over quota' | 'lost';

/** Machines of one kind: `<prefix>01` and so on. */
export interface EstateRow {
  prefix: string;
  count: number;
  vault: VaultName;
  group: string;
  keyVault: KeyVaultName;
  /** The key that wraps their secrets; without one they are encrypted with a BEK alone. */
  kek?: string;
  pass: 'single' | 'dual';
  os: MachineSpec['os'];
  disks?: MachineSpec['disks'];
  size?: string;
  dataDisksGiB?: number[];
  guest?: MachineSpec['guest'];
  tier: 'directory' | 'database' | 'application' | 'web' | 'office' | 'lab';
  application: string;
  /** Of the first machine; the others follow it. */
  fixedAddress?: string;
  harm?: Harm;
  /** Their network interfaces were not deleted with them. */
  leavesInterface?: true;
  ends: Ending;
}

const of = (vault: VaultName) => (group: string, keyVault: KeyVaultName, tier: EstateRow['tier'], application: string) => ({
  vault,
  group,
  keyVault,
  tier,
  application,
});

const west = of('EstateVault');
const north = of('EstateNorthVault');
const test = of('EstateTestVault');

const windows = { os: 'Windows', kek: 'EstateKEK', pass: 'single' } as const;
const linux = { ...windows, os: 'Linux' } as const;
const bekOnly = { pass: 'single' } as const;

const noAgent = { agent: { installed: false, running: false, version: '' } };
const silentAgent = { agent: { installed: true, running: false, version: '2.7.41491.1183' } };

const running = { ends: 'running' } as const;
const struck = { harm: 'ransomware', ends: 'running' } as const;
const neverBackedUp = { harm: 'never backed up', ends: 'lost' } as const;
const damaged = { harm: 'system damaged', ends: 'not started' } as const;
const spared = { harm: 'spared', ends: 'spared' } as const;

const MEMORY = { size: 'Standard_E4s_v3' };
const CONTROLLER = { fixedAddress: '10.0.1.4' };

/** Rows of the vault of production in West Europe. */
const inWest: readonly EstateRow[] = [
  { prefix: 'DC', count: 4, ...west('DirectoryRG', 'HqKV', 'directory', 'directory'), ...windows, ...CONTROLLER, ...running },
  {
    prefix: 'OrdersSql',
    count: 12,
    ...west('OrdersRG', 'OrdersKV', 'database', 'orders'),
    ...windows,
    ...struck,
    size: 'Standard_DS3_v2',
    dataDisksGiB: [256, 128],
  },
  {
    prefix: 'OrdersApp',
    count: 20,
    ...west('OrdersRG', 'OrdersKV', 'application', 'orders'),
    ...windows,
    ...struck,
    pass: 'dual',
    disks: 'unmanaged',
  },
  {
    prefix: 'ShopWeb',
    count: 16,
    ...west('ShopRG', 'LogisticsKV', 'web', 'shop'),
    ...bekOnly,
    os: 'Linux',
    ...running,
    leavesInterface: true,
  },
  {
    prefix: 'FinanceWin',
    count: 7,
    ...west('FinanceRG', 'FinanceKV', 'application', 'finance'),
    ...windows,
    dataDisksGiB: [64],
    ...running,
  },
  { prefix: 'FinanceLin', count: 7, ...west('FinanceRG', 'FinanceKV', 'database', 'finance'), ...linux, dataDisksGiB: [128], ...running },
  {
    prefix: 'Hr',
    count: 10,
    ...west('HrRG', 'HrKV', 'application', 'hr'),
    ...linux,
    dataDisksGiB: [64],
    ...struck,
    leavesInterface: true,
  },
  {
    prefix: 'Sales',
    count: 8,
    ...west('SalesRG', 'SalesKV', 'application', 'sales'),
    ...windows,
    kek: 'SalesKEK',
    pass: 'dual',
    harm: 'key disabled',
    ends: 'running',
  },
  {
    prefix: 'Crm',
    count: 6,
    ...west('SalesRG', 'SalesKV', 'application', 'sales'),
    ...bekOnly,
    os: 'Windows',
    harm: 'secrets deleted',
    ends: 'running',
  },
  {
    prefix: 'Mail',
    count: 6,
    ...west('OfficeRG', 'SalesKV', 'office', 'mail'),
    ...linux,
    kek: 'MailKEK',
    harm: 'secrets purged',
    ends: 'running',
  },
  {
    prefix: 'Pilot',
    count: 6,
    ...west('PilotRG', 'HqKV', 'lab', 'pilot'),
    ...windows,
    kek: 'PilotKEK',
    harm: 'only outdated snapshots',
    ends: 'lost',
  },
  { prefix: 'Lab', count: 4, ...west('LabRG', 'LabKV', 'lab', 'lab'), ...windows, ...neverBackedUp },
  { prefix: 'Kiosk', count: 3, ...west('OfficeRG', 'HqKV', 'office', 'reception'), ...windows, guest: noAgent, ...neverBackedUp },
  { prefix: 'Legacy', count: 3, ...west('OfficeRG', 'HqKV', 'office', 'archive'), ...windows, ...damaged },
  { prefix: 'Print', count: 2, ...west('OfficeRG', 'HqKV', 'office', 'printing'), ...windows, ...spared },
];

/** Of production in North Europe, where the quota is small. */
const inNorth: readonly EstateRow[] = [
  {
    prefix: 'NorthDC',
    count: 2,
    ...north('NorthDirectoryRG', 'NorthHqKV', 'directory', 'directory'),
    ...windows,
    ...CONTROLLER,
    ...running,
  },
  { prefix: 'Factory', count: 18, ...north('FactoryRG', 'FactoryKV', 'application', 'factory'), ...linux, dataDisksGiB: [32], ...running },
  { prefix: 'NorthOrders', count: 14, ...north('NorthOrdersRG', 'NorthOrdersKV', 'application', 'orders'), ...windows, ...struck },
  {
    prefix: 'Archive',
    count: 6,
    ...north('ArchiveRG', 'ArchiveKV', 'database', 'archive'),
    ...windows,
    kek: 'ArchiveKEK',
    dataDisksGiB: [512],
    harm: 'key expired',
    ends: 'running',
  },
  {
    prefix: 'Planning',
    count: 3,
    ...north('FactoryRG', 'NorthHqKV', 'application', 'planning'),
    ...windows,
    ...MEMORY,
    ends: 'over quota',
  },
  { prefix: 'Simulation', count: 1, ...north('FactoryRG', 'NorthHqKV', 'application', 'planning'), ...windows, ...MEMORY, ...spared },
  { prefix: 'NorthLegacy', count: 2, ...north('FactoryRG', 'NorthHqKV', 'office', 'archive'), ...linux, ...damaged },
  { prefix: 'Gateway', count: 2, ...north('FactoryRG', 'NorthHqKV', 'lab', 'factory'), ...linux, guest: silentAgent, ...neverBackedUp },
];

/** Of the test subscription, in West Europe. */
const inTest: readonly EstateRow[] = [
  { prefix: 'TestDC', count: 1, ...test('TestDirectoryRG', 'TestHqKV', 'directory', 'directory'), ...windows, ...CONTROLLER, ...running },
  { prefix: 'TestWeb', count: 12, ...test('TestShopRG', 'TestWebKV', 'web', 'shop'), ...bekOnly, os: 'Linux', ...running },
  {
    prefix: 'Build',
    count: 10,
    ...test('BuildRG', 'BuildKV', 'application', 'build'),
    ...linux,
    ends: 'data locked',
    pass: 'dual',
    dataDisksGiB: [128],
  },
  {
    prefix: 'TestSql',
    count: 6,
    ...test('TestOrdersRG', 'TestDataKV', 'database', 'orders'),
    ...windows,
    dataDisksGiB: [64],
    harm: 'service shut out',
    ends: 'running',
  },
  { prefix: 'TestApp', count: 8, ...test('TestOrdersRG', 'TestAppKV', 'application', 'orders'), ...windows, ...running },
  { prefix: 'TestLab', count: 1, ...test('TestOrdersRG', 'TestHqKV', 'lab', 'lab'), ...windows, guest: noAgent, ...neverBackedUp },
];

/** The estate: 200 machines of every kind, with what happened to them and how those of each row end. */
export const estate: readonly EstateRow[] = [...inWest, ...inNorth, ...inTest];

/** The name of a row's n-th machine, counted from one. */
export const nameInRow = ({ prefix }: EstateRow, n: number): string => `${prefix}${String(n).padStart(2, '0')}`;
