/**
 * Every machine of the subscriptions with what tells of its encryption and its protection: one query, joined by Azure, where the
 * machines' own APIs would need two calls each.
 */
export const MACHINES = `resources
| where type in~ ('microsoft.compute/virtualmachines', 'microsoft.classiccompute/virtualmachines')
| extend vmKey = tolower(id)
| join kind=leftouter (
    resources
    | where type =~ 'microsoft.compute/virtualmachines/extensions'
    | where properties.publisher =~ 'Microsoft.Azure.Security' and properties.type in~ ('AzureDiskEncryption', 'AzureDiskEncryptionForLinux')
    | project vmKey = tolower(tostring(split(id, '/extensions/')[0])), ade = properties.settings
  ) on vmKey
| join kind=leftouter (
    recoveryservicesresources
    | where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'
    | where properties.backupManagementType =~ 'AzureIaasVM'
    | project vmKey = tolower(tostring(properties.sourceResourceId)), itemId = id
  ) on vmKey`;

const COLUMNS = `
| project id, name, type, location,
    os = properties.storageProfile.osDisk, disks = properties.storageProfile.dataDisks,
    classicOs = properties.storageProfile.operatingSystemDisk.operatingSystem,
    power = properties.extended.instanceView.powerState.code, classicPower = properties.instanceView.powerState,
    atHost = tobool(properties.securityProfile.encryptionAtHost), ade, itemId
| order by tolower(name) asc, id asc`;

export const ALL_MACHINES = MACHINES + COLUMNS;

/** The same for named machines only. */
export const machinesNamed = (ids: string[]) => `${MACHINES}\n| where vmKey in (${ids.map(literal).join(', ')})${COLUMNS}`;

/** A KQL string; ids have passed the grammar of ARM ids, which has no quote or backslash. */
export const literal = (id: string) => `'${id.toLowerCase().replaceAll(/['\\]/g, '')}'`;
