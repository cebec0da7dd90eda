/**
 * The list of protected items of a vault as Azure sends it, in one page: three quarters of a KiB each, so that 66 of them are 50 KB and
 * 1,346 are 1 MB.
 */
export function cannedItems(count, subscriptionId) {
  const vaultId = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v`;
  const value = Array.from({ length: count }, (_, n) => {
    const container = `iaasvmcontainerv2;rg;vm-${n}`;
    return {
      id: `${vaultId}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${container}/protectedItems/VM;${container}`,
      properties: {
        friendlyName: `vm-${n}`,
        protectionStatus: 'Healthy',
        protectionState: 'Protected',
        lastBackupStatus: 'Completed',
        lastBackupTime: '2026-02-03T08:16:02.1234567Z',
        protectedItemType: 'Microsoft.Compute/virtualMachines',
        backupManagementType: 'AzureIaasVM',
        workloadType: 'VM',
        sourceResourceId: `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm-${n}`,
        policyName: 'DefaultPolicy',
        lastRecoveryPoint: '2026-02-03T08:16:06.7654321Z',
      },
    };
  });
  return Buffer.from(JSON.stringify({ value }));
}
