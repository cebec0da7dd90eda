import type { ArmAnswer, ArmCall } from '../../arm/route';
import { filterOf, matches } from './filter';
import { itemsOfVault } from './item-store';
import { vaultOfCall } from './vault-store';

/** GET {V}/usages */
export function list(call: ArmCall): ArmAnswer {
  const count = itemsOfVault(call.world, vaultOfCall(call).id).length;
  const name = { value: 'ProtectedItemCount', localizedValue: 'Protected items' };
  return { status: 200, body: { value: [{ unit: 'Count', currentValue: count, limit: -1, name }] } };
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
