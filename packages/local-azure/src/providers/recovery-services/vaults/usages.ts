import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { filterOf, matches } from '../filter';
import { itemsOfVault } from '../state/item-store';
import { redundancyOf, vaultOfCall } from '../state/vault-store';

/** What is stored by redundancy, in the names and the order of the service. */
const STORED: readonly (readonly [name: string, localized: string, redundancy: string])[] = [
  ['GRSStorageUsage', 'Cloud - GRS', 'GeoRedundant'],
  ['LRSStorageUsage', 'Cloud - LRS', 'LocallyRedundant'],
  ['ZRSStorageUsage', 'Cloud - ZRS', 'ZoneRedundant'],
  ['RAGZRSStorageUsage', 'Cloud - RAGZRS', 'GeoZoneRedundant'],
];

const usage = (unit: string | 0, value: string, localizedValue: string, currentValue: number) => ({
  unit,
  currentValue,
  limit: -1,
  name: { value, localizedValue },
});

/** GET {V}/usages: how many items, and what they take up by redundancy. The last two have the number 0 for their unit. */
export function list(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const items = itemsOfVault(call.world, vault.id);
  const bytes = items.reduce((total, { storedBytes = 0 }) => total + storedBytes, 0);
  const { redundancy } = redundancyOf(vault);
  const value = [
    usage('Count', 'ProtectedItemCount', 'Backup items/Azure virtual machine backup', items.length),
    usage('Count', 'IaaSVMProtectedItemCount', 'Azure Virtual Machines', items.length),
    usage('Bytes', 'UsedDiskSize', "Backup Engines' Disk Used", 0),
    ...STORED.map(([name, localized, word]) => usage('Bytes', name, localized, word === redundancy ? bytes : 0)),
    usage('Bytes', 'GRSDedupStorageUsage', 'Dedup - GRS', 0),
    usage('Bytes', 'LRSDedupStorageUsage', 'Dedup - LRS', 0),
    usage(0, 'Critical', 'Critical', 0),
    usage(0, 'Warning', 'Warning', 0),
  ];
  return { status: 200, body: { value } };
}

/** GET {V}/replicationUsages: Site Recovery is not part of this world. */
export function listReplication(call: ArmCall): ArmAnswer {
  vaultOfCall(call);
  return { status: 200, body: { value: [] } };
}

const summary = (value: string, currentValue: number) => ({
  unit: 'Count',
  currentValue,
  limit: -1,
  name: { value, localizedValue: value },
});

/** GET {V}/backupUsageSummaries */
export function listBackupSummaries(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const filter = filterOf(call, ['type', 'backupManagementType']);
  const count = itemsOfVault(call.world, vault.id).length;
  const isContainers = filter.type !== undefined && matches(filter.type, 'BackupProtectionContainerCountSummary');
  const value = isContainers ? [summary('AzureIaasVMContainer', count)] : [summary('AzureIaasVM', count)];
  return { status: 200, body: { value } };
}
