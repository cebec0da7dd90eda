import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { filterOf, matches } from '../filter';
import { itemsOfVault } from '../state/item-store';
import { redundancyOf, vaultOfCall } from '../state/vault-store';

const REDUNDANCIES = { LocallyRedundant: 'Cloud - LRS', GeoRedundant: 'Cloud - GRS', ZoneRedundant: 'Cloud - ZRS' };

/** GET {V}/usages: how many items, and what they take up by redundancy. */
export function list(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const items = itemsOfVault(call.world, vault.id);
  const bytes = items.reduce((total, { storedBytes = 0 }) => total + storedBytes, 0);
  const { redundancy } = redundancyOf(vault);
  const stored = Object.entries(REDUNDANCIES).filter(([word]) => word === redundancy || word !== 'ZoneRedundant');
  const value = [
    { unit: 'Count', currentValue: items.length, limit: -1, name: { value: 'ProtectedItemCount', localizedValue: 'Protected items' } },
    ...stored.map(([word, localizedValue]) => ({
      unit: 'Bytes',
      currentValue: word === redundancy ? bytes : 0,
      limit: -1,
      name: { value: word, localizedValue },
    })),
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
