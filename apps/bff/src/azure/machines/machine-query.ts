import type { ManagementGroupName } from '@tresor/contracts';
import type { OrderedQuery } from './resource-graph';

/**
 * Every machine of the subscriptions with what tells of its encryption and its protection: one query, joined by Azure, where the
 * machines' own APIs would need two calls each. Of a machine several vaults may have items: they make one row all the same.
 */
export const MACHINES = `resources
| where type in~ ('microsoft.compute/virtualmachines', 'microsoft.classiccompute/virtualmachines')
| extend vmKey = tolower(id)
| join kind=leftouter (
    resources
    | where type =~ 'microsoft.compute/virtualmachines/extensions'
    | where properties.publisher =~ 'Microsoft.Azure.Security' and properties.type in~ ('AzureDiskEncryption', 'AzureDiskEncryptionForLinux')
    | project vmKey = tolower(tostring(split(id, '/extensions/')[0])),
        ade = bag_pack(${['AADClientID', 'EncryptionOperation', 'KeyVaultResourceId', 'KeyEncryptionKeyURL', 'KekVaultResourceId', 'VolumeType'].map((name) => `'${name}', properties.settings.${name}`).join(', ')})
  ) on vmKey
| join kind=leftouter (
    recoveryservicesresources
    | where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'
    | where properties.backupManagementType =~ 'AzureIaasVM'
    | extend vmKey = tolower(tostring(properties.sourceResourceId))
    | summarize items = make_list(bag_pack('id', id, 'state', tostring(properties.protectionState), 'deleted', tobool(properties.isScheduledForDeferredDelete))) by vmKey
  ) on vmKey`;

const DISK = 'properties.storageProfile.osDisk';

/** An object with these values where the one they are taken from is there. */
const partOf = (source: string, ...values: string[]) => `iff(isnull(${source}), dynamic(null), bag_pack(${values.join(', ')}))`;

const keyOf = (name: string) => {
  const key = `${DISK}.encryptionSettings.${name}`;
  return `'${name}', ${partOf(key, `'sourceVault', ${key}.sourceVault`)}`;
};

/** Of a disk only what is looked at: a row is half as long, and so is all the work on it. */
const SYSTEM_DISK = `bag_pack('osType', ${DISK}.osType, 'diskSizeGB', ${DISK}.diskSizeGB,
      'managedDisk', ${partOf(
        `${DISK}.managedDisk`,
        `'diskEncryptionSet', ${DISK}.managedDisk.diskEncryptionSet`,
        `'securityProfile', ${DISK}.managedDisk.securityProfile`,
      )},
      'encryptionSettings', ${partOf(`${DISK}.encryptionSettings`, `'enabled', ${DISK}.encryptionSettings.enabled`, keyOf('diskEncryptionKey'), keyOf('keyEncryptionKey'))})`;

const COLUMNS = `
| project id, name, type, location,
    os = ${SYSTEM_DISK},
    disks = properties.storageProfile.dataDisks,
    classicOs = properties.storageProfile.operatingSystemDisk.operatingSystem,
    power = properties.extended.instanceView.powerState.code, classicPower = properties.instanceView.powerState,
    atHost = tobool(properties.securityProfile.encryptionAtHost), security = properties.securityProfile.securityType,
    size = properties.hardwareProfile.vmSize, ade, items`;

const BY_NAME = '\n| order by tolower(name) asc, id asc';

export const ALL_MACHINES: OrderedQuery = `${MACHINES}${COLUMNS}${BY_NAME}`;

/** The same with more columns, each `name = expression`. */
export const allMachinesWith = (...columns: string[]): OrderedQuery => `${MACHINES}${COLUMNS}, ${columns.join(', ')}${BY_NAME}`;

/**
 * The same for these subscriptions. The machines are narrowed, not the scope of the query: a vault in another subscription may protect one of
 * them. A query is refused that joins a second table, as that of the subscriptions would be.
 */
export const machinesIn = (subscriptionIds: readonly string[]): OrderedQuery =>
  `${MACHINES}\n| where subscriptionId in~ (${(subscriptionIds.length === 0 ? [''] : subscriptionIds).map(literal).join(', ')})${COLUMNS}${BY_NAME}`;

/** The subscriptions in a management group and in those below it, as far as the user may read them. */
export const subscriptionsBelow = (managementGroup: ManagementGroupName): OrderedQuery => `resourcecontainers
| where type =~ 'microsoft.resources/subscriptions'
| mv-expand above = properties.managementGroupAncestorsChain
| where tostring(above.name) =~ ${literal(managementGroup)}
| project id, subscriptionId
| order by subscriptionId asc`;

/** The same for named machines only. */
export const machinesNamed = (ids: readonly string[]): OrderedQuery =>
  `${MACHINES}\n| where vmKey in (${ids.map(literal).join(', ')})${COLUMNS}${BY_NAME}`;

/** A KQL string in lower case; what stands in it has passed the grammar of its kind, which has no quote or backslash. */
export const literal = (id: string) => `'${id.toLowerCase().replaceAll(/['\\]/g, '')}'`;
