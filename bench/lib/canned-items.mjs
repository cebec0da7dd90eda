/** The list of protected items of a vault as Azure sends it, in one page. */
export function cannedItems(count, vaultId) {
  const value = Array.from({ length: count }, (_, n) => {
    const name = `VM;iaasvmcontainerv2;rg-bench;vm-${n}`;
    const machine = `/subscriptions/0c7a52be-41f9-4d18-a6c2-93be5d20e7f4/resourceGroups/rg-bench/providers/Microsoft.Compute/virtualMachines/vm-${n}`;
    return {
      id: `${vaultId}/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;rg-bench;vm-${n}/protectedItems/${name}`,
      name,
      type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
      properties: {
        friendlyName: `vm-${n}`,
        virtualMachineId: machine,
        protectionStatus: 'Healthy',
        protectionState: 'Protected',
        healthStatus: 'Passed',
        lastBackupStatus: 'Completed',
        lastBackupTime: '2026-02-03T08:16:02.1234567Z',
        protectedItemDataId: `${1178600000000000 + n}`,
        protectedItemType: 'Microsoft.Compute/virtualMachines',
        backupManagementType: 'AzureIaasVM',
        workloadType: 'VM',
        containerName: `iaasvmcontainerv2;rg-bench;vm-${n}`,
        sourceResourceId: machine,
        policyId: `${vaultId}/backupPolicies/DefaultPolicy`,
        policyName: 'DefaultPolicy',
        lastRecoveryPoint: '2026-02-03T08:16:06.7654321Z',
        isArchiveEnabled: false,
      },
    };
  });
  return Buffer.from(JSON.stringify({ value }));
}
