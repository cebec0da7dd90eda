import { itemPath, machinePath, managementGroupName, vaultPath, type ItemPath, type VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { readDenials, readTitle } from '../src/azure/azure-policy';
import { readLog } from '../src/azure/activity/activity-log';
import { activityEvent } from '../src/azure/activity/list-activity';
import { backupServiceId } from '../src/azure/backup-service';
import { callBlob } from '../src/azure/blobs/blob-call';
import { deleteBlob, deleteContainer, isShutOut, listBlobFiles } from '../src/azure/blobs/blobs';
import { readScreen } from '../src/azure/compute/boot-diagnostics';
import { readBootStatuses } from '../src/azure/compute/boot-statuses';
import { disksOfMachines } from '../src/azure/compute/machine-disks';
import { changeDiskKeys } from '../src/azure/compute/create-machine';
import { readEncryptedMachine } from '../src/azure/compute/encrypted-machine';
import { readClientId } from '../src/azure/compute/encryption-application';
import { applyEncryption } from '../src/azure/compute/encryption-extension';
import { readMachine, findMachineOfVhds } from '../src/azure/compute/machine';
import { coresLeft, listSizes, listSubnets, subnetLocation } from '../src/azure/compute/machine-options';
import { changeTags, readMachineSettings } from '../src/azure/compute/machine-settings';
import { listMachineSkus } from '../src/azure/compute/machine-skus';
import { keyVaultsOfDisks } from '../src/azure/compute/users-of-key-vault';
import { vaultIdOf } from '../src/azure/connection/arm-id';
import { callArm, deleteResource } from '../src/azure/connection/arm-resource';
import type { AzureSession } from '../src/azure/connection/azure';
import { readEligibleRoles } from '../src/azure/eligible-roles';
import { readOwnGroups } from '../src/azure/groups';
import { changePolicy } from '../src/azure/key-vault-access/policies';
import { permissionsOf, readOwnRoles } from '../src/azure/own-roles';
import { getItem } from '../src/azure/items/get-item';
import { readBackupOperation } from '../src/azure/items/backup-operation';
import { stopDeletingData, stopKeepingData, triggerBackup } from '../src/azure/items/item-commands';
import { vmIdOf } from '../src/azure/items/item-place';
import { listItems } from '../src/azure/items/items';
import { preValidate, readOperation } from '../src/azure/items/protection';
import { cancelJob } from '../src/azure/jobs/cancel-job';
import { getJob, readPairedJob } from '../src/azure/jobs/job-details';
import { listJobsIn } from '../src/azure/jobs/paired-jobs';
import { listJobs } from '../src/azure/jobs/jobs';
import { readGroupLock } from '../src/azure/locks';
import { listManagementGroups, subscriptionsInGroup } from '../src/azure/management-groups';
import { listAssignments, readRole } from '../src/azure/key-vault-access/service-roles';
import { readKeyVault } from '../src/azure/key-vault-access/read-key-vault';
import { assignRole, deleteRole, makeRole, unassignRole } from '../src/azure/key-vault-access/write-role';
import { API_VERSIONS } from '../src/azure/connection/api-versions';
import { freeKeyVaultName } from '../src/azure/keys/free-key-vault-name';
import { callKeyVault } from '../src/azure/keys/key-vault-call';
import { findDeletedIn, findDeletedKeyVault, readKeyVaultPlace } from '../src/azure/keys/key-vault-place';
import { listKeyVaults } from '../src/azure/keys/list-key-vaults';
import { enableForDiskEncryption } from '../src/azure/keys/revive';
import { purgeDateOf } from '../src/azure/keys/temporary-key-vaults';
import { findDeleted, readVersions } from '../src/azure/keys/versions';
import { queryPage, rowsOf } from '../src/azure/machines/resource-graph';
import { readAgent } from '../src/azure/machines/agents';
import { readInterface } from '../src/azure/network/interface-settings';
import { readSubnetRoom } from '../src/azure/network/subnet-room';
import { listRestoreNetwork } from '../src/azure/network/restore-network';
import { readPermissions } from '../src/azure/permissions';
import { isAtWork, isChanging } from '../src/azure/until-changed';
import { deletePolicy } from '../src/azure/policies/change-policy';
import { getPolicy, putPolicy, readPolicies } from '../src/azure/policies/policy-calls';
import { policyBody } from '../src/azure/policies/policy-body';
import { expectBody } from '../src/azure/connection/answer';
import { listRegions, listUsages } from '../src/azure/regions';
import { readProviderState, registerProvider } from '../src/azure/resource-providers';
import { deleteResourceGroup, findResourceGroup, listResourceGroups } from '../src/azure/resource-groups';
import { readHeldKeys } from '../src/azure/restores/held-keys';
import { listPoints } from '../src/azure/restores/recovery-points';
import { listDisks } from '../src/azure/restores/restored-disks';
import { accessTo, readPairedIdentity, sendToPair } from '../src/azure/restores/restore-in-pair';
import { triggerRestore, validateRestore } from '../src/azure/restores/restore-disks';
import { listAccounts } from '../src/azure/restores/storage-accounts';
import { listSubscriptions, subscriptionName } from '../src/azure/subscriptions';
import { readGuardRoles } from '../src/azure/vaults/guard-roles';
import { readResourceGuard, unlockDelete } from '../src/azure/vaults/resource-guard';
import { readUsage } from '../src/azure/vaults/vault-counts';
import { getVault, readStorage } from '../src/azure/vaults/vaults';
import { endOfOperation, ensureResourceGroup, patchVault, putVault, removeVault } from '../src/azure/vaults/write-vault';
import { readKeys } from './authority-answers';
import type { Place, Plane } from './places';
import type { Exchange } from './recordings';

/** One operation of Azure that the product calls, and how it is read. */
export interface Operation {
  /** As Azure's own descriptions call it. */
  name: string;
  method: string;
  plane: Plane;
  template: string;
  /** Reads its answer as the product does; null where what is recorded of it cannot be played to a reader. */
  read: ((session: AzureSession, place: Place, exchange: Exchange) => Promise<unknown>) | null;
  /** Whether an answer is to what the product asks, where others ask otherwise at the same address. */
  answers?: (exchange: Exchange) => boolean;
  /** Another operation that answers with the same resources, only of another scope: where no answer of its own is recorded, that is read. */
  alike?: { name: string; template: string };
}

type Read = NonNullable<Operation['read']>;

const S = '/subscriptions/{subscriptionId}';
const G = `${S}/resourceGroups/{resourceGroup}`;
const V = `${G}/providers/Microsoft.RecoveryServices/vaults/{vaultName}`;
const I = `${V}/backupFabrics/{fabric}/protectionContainers/{container}/protectedItems/{item}`;
const PAIRED = `${S}/providers/Microsoft.RecoveryServices/locations/{location}`;
const COMPUTE = `${G}/providers/Microsoft.Compute`;
const COMPUTE_USAGES = `${S}/providers/Microsoft.Compute/locations/{location}/usages`;
const NETWORK = `${G}/providers/Microsoft.Network`;
const KV = `${G}/providers/Microsoft.KeyVault/vaults/{keyVault}`;
const DELETED_KV = `${S}/providers/Microsoft.KeyVault/locations/{location}/deletedVaults/{keyVault}`;
const ROLES = '{scope}/providers/Microsoft.Authorization';

const part = (place: Place, name: string) => place[name] ?? '';
const subscription = (place: Place) => part(place, 'subscriptionId');
const groupId = (place: Place) => `/subscriptions/${subscription(place)}/resourceGroups/${part(place, 'resourceGroup')}`;
const idOf = (place: Place, provider: string, type: string, name: string) =>
  `${groupId(place)}/providers/${provider}/${type}/${part(place, name)}`;
const machineOf = (place: Place) =>
  machinePath.parse({ subscriptionId: subscription(place), vmGroup: part(place, 'resourceGroup'), vmName: part(place, 'vm') });
const machineId = (place: Place) => idOf(place, 'Microsoft.Compute', 'virtualMachines', 'vm');
const keyVaultId = (place: Place) => idOf(place, 'Microsoft.KeyVault', 'vaults', 'keyVault');
const nicId = (place: Place) => idOf(place, 'Microsoft.Network', 'networkInterfaces', 'nic');

const vault = (place: Place): VaultPath =>
  vaultPath.parse({
    subscriptionId: subscription(place),
    resourceGroup: part(place, 'resourceGroup'),
    vaultName: part(place, 'vaultName'),
  });

/** `VM;iaasvmcontainerv2;<group>;<machine>` */
function item(place: Place): ItemPath {
  const [, , vmGroup = '', vmName = ''] = part(place, 'item').split(';');
  return itemPath.parse({ ...vault(place), vmGroup, vmName });
}

const key = (place: Place, kind: 'keys' | 'secrets') => ({
  kind,
  keyVaultName: part(place, 'keyVault').replaceAll('_', '-'),
  name: part(place, 'name'),
});
const data =
  (place: Place, kind: 'read' | 'once' | 'idempotent-write', method: 'GET' | 'PUT' | 'POST' | 'PATCH', path: string) =>
  (session: AzureSession): Promise<unknown> =>
    callKeyVault(session, kind, part(place, 'keyVault').replaceAll('_', '-'), method, path, method === 'GET' ? undefined : {});
const blob = (place: Place) =>
  ({ account: part(place, 'account').replaceAll(/[_-]/g, ''), container: part(place, 'container'), blob: part(place, 'blob') }) as const;

const temporary = (place: Place) => ({
  id: keyVaultId({ ...place, resourceGroup: 'rg' }),
  name: part(place, 'keyVault'),
  location: part(place, 'location'),
  purgeProtected: false,
  retentionDays: 7,
});

const CHAIN = {
  secret: {
    url: 'https://kv.vault.azure.net/secrets/a/1',
    keyVaultId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv',
  },
  key: null,
};
type Chain = Parameters<typeof changeDiskKeys>[2];
const chain = {
  ...CHAIN,
  secret: { ...CHAIN.secret, name: 'a', version: '1', keyVaultName: 'kv', state: 'present', expires: null, newest: null },
} satisfies Chain;

const JOB = '00000000-0000-4000-8000-000000000000';

const arm = (name: string, method: string, template: string, read: Read): Operation => ({ name, method, plane: 'arm', template, read });
const dataPlane = (name: string, method: string, template: string, read: Read): Operation => ({
  name,
  method,
  plane: 'key-vault',
  template,
  read,
});
const stored = (name: string, method: string, template: string, read: Read): Operation => ({
  name,
  method,
  plane: 'blobs',
  template,
  read,
});

const roleId = (place: Place) => `${part(place, 'scope')}/providers/Microsoft.Authorization/roleDefinitions/${part(place, 'role')}`;

const restoreOf = (place: Place) => ({
  path: item(place),
  vmId: vmIdOf(item(place)),
  pointId: part(place, 'point'),
  region: 'westeurope',
  storageAccountId: `${groupId(place)}/providers/Microsoft.Storage/storageAccounts/account`,
  targetGroup: null,
  keys: null,
  asManaged: false,
  luns: null,
});

/** What is asked of a paired region names no vault in its address. */
const somewhere = (place: Place): Place => ({ ...place, resourceGroup: 'rg', vaultName: 'vault' });
const restoreIn = (place: Place) => ({
  ...restoreOf({ ...somewhere(place), item: 'VM;iaasvmcontainerv2;rg;vm', point: '1' }),
  region: part(place, 'location'),
});

const guardAt = (place: Place) => ({
  id: part(place, 'scope'),
  name: 'guard',
  subscriptionId: 's',
  description: null,
  requests: new Map(),
});

const GROUPS = '/providers/Microsoft.Management/managementGroups';

const rows = rowsOf(z.object({ id: z.string().nullish() }));

/** Everything that the product asks Azure, by provider. */
export const operations: readonly Operation[] = [
  arm('Subscriptions_List', 'GET', '/subscriptions', (session) => listSubscriptions(session)),
  arm('Subscriptions_Get', 'GET', S, (session, place) => subscriptionName(session, subscription(place))),
  arm('Subscriptions_ListLocations', 'GET', `${S}/locations`, (session, place) => listRegions(session, subscription(place))),
  arm('ResourceGroups_List', 'GET', `${S}/resourceGroups`, (session, place) => listResourceGroups(session, subscription(place))),
  arm('ResourceGroups_Get', 'GET', G, (session, place) => findResourceGroup(session, groupId(place))),
  arm('ResourceGroups_Delete', 'DELETE', G, (session, place) => deleteResourceGroup(session, groupId(place))),
  arm(
    'PolicyRestrictions_CheckAtResourceGroupScope',
    'POST',
    `${G}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions`,
    (session, place) =>
      readDenials(session, { scope: groupId(place), type: 'Microsoft.KeyVault/vaults', apiVersion: API_VERSIONS.keyVault, body: {} }),
  ),
  arm('PolicyAssignments_Get', 'GET', '{scope}/providers/Microsoft.Authorization/policyAssignments/{name}', (session, place) =>
    readTitle(session, `${part(place, 'scope')}/providers/Microsoft.Authorization/policyAssignments/${part(place, 'name')}`),
  ),
  arm('PolicyDefinitions_GetBuiltIn', 'GET', '/providers/Microsoft.Authorization/policyDefinitions/{name}', (session, place) =>
    readTitle(session, `/providers/Microsoft.Authorization/policyDefinitions/${part(place, 'name')}`),
  ),
  arm('ManagementLocks_ListAtResourceGroupLevel', 'GET', `${G}/providers/Microsoft.Authorization/locks`, (session, place) =>
    readGroupLock(session, subscription(place), part(place, 'resourceGroup')),
  ),
  arm('ManagementGroups_List', 'GET', GROUPS, (session) => listManagementGroups(session)),
  arm('ManagementGroups_GetDescendants', 'GET', `${GROUPS}/{group}/descendants`, (session, place) =>
    subscriptionsInGroup(session, managementGroupName.parse(part(place, 'group'))),
  ),
  arm('ResourceGroups_CreateOrUpdate', 'PUT', G, (session, place) =>
    ensureResourceGroup(session, vault({ ...place, vaultName: 'vault' }), 'westeurope'),
  ),
  arm('Providers_Get', 'GET', `${S}/providers/{provider}`, (session, place) =>
    readProviderState(session, subscription(place), part(place, 'provider')),
  ),
  arm('Providers_Register', 'POST', `${S}/providers/{provider}/register`, (session, place) =>
    registerProvider(session, subscription(place), part(place, 'provider')),
  ),
  arm('Resources', 'POST', '/providers/Microsoft.ResourceGraph/resources', (session) =>
    queryPage(session, rows, 'resources\n| order by id asc', {}),
  ),

  arm('Vaults_Get', 'GET', V, (session, place) => getVault(session, vault(place))),
  arm('Vaults_CreateOrUpdate', 'PUT', V, (session, place) =>
    putVault(session, vault(place), { location: 'westeurope', storageReplication: 'GeoRedundant', softDelete: 'Enabled' }),
  ),
  arm('Vaults_Update', 'PATCH', V, (session, place) => patchVault(session, vault(place), { softDelete: 'Enabled' })),
  arm('GetOperationStatus', 'GET', `${V}/operationStatus/{operation}`, (session, place) =>
    endOfOperation(session, `${session.cloud.resourceManager}${vaultIdOf(vault(place))}/operationStatus/${part(place, 'operation')}`),
  ),
  arm('Vaults_Delete', 'DELETE', V, (session, place) => removeVault(session, vault(place))),
  arm('Usages_ListByVaults', 'GET', `${V}/usages`, (session, place) => readUsage(session, vault(place))),
  arm('BackupResourceStorageConfigs_Get', 'GET', `${V}/backupstorageconfig/vaultstorageconfig`, (session, place) =>
    readStorage(session, vault(place)),
  ),
  arm('ResourceGuardProxies_Get', 'GET', `${V}/backupResourceGuardProxies`, (session, place) => readResourceGuard(session, vault(place))),
  arm('ResourceGuardProxy_UnlockDelete', 'POST', `${V}/backupResourceGuardProxies/VaultProxy/unlockDelete`, (session, place) =>
    unlockDelete(session, vault(place), {}, '/subscriptions/s'),
  ),
  arm('BackupPolicies_List', 'GET', `${V}/backupPolicies`, (session, place) => readPolicies(session, vault(place))),
  arm('ProtectionPolicies_Get', 'GET', `${V}/backupPolicies/{policy}`, (session, place) =>
    getPolicy(session, vault(place), part(place, 'policy')).then(({ body }) => expectBody(policyBody, body)),
  ),
  arm('ProtectionPolicies_CreateOrUpdate', 'PUT', `${V}/backupPolicies/{policy}`, (session, place) =>
    putPolicy(session, vault(place), part(place, 'policy'), {}),
  ),
  arm('ProtectionPolicies_Delete', 'DELETE', `${V}/backupPolicies/{policy}`, (session, place) =>
    deletePolicy(session, vault(place), part(place, 'policy')),
  ),
  arm('BackupProtectedItems_List', 'GET', `${V}/backupProtectedItems`, (session, place) => listItems(session, vault(place))),
  arm('ProtectedItems_Get', 'GET', I, (session, place) => getItem(session, item(place))),
  arm('ProtectedItems_CreateOrUpdate', 'PUT', I, (session, place) => stopKeepingData(session, item(place), vmIdOf(item(place)))),
  arm('ProtectedItems_Delete', 'DELETE', I, (session, place) => stopDeletingData(session, item(place))),
  arm('ProtectedItemOperationStatuses_Get', 'GET', `${I}/operationsStatus/{operation}`, (session, place) =>
    readOperation(session, vault(place), vmIdOf(item(place)), part(place, 'operation')),
  ),
  arm('BackupOperationStatuses_Get', 'GET', `${V}/backupOperations/{operation}`, (session, place) =>
    readBackupOperation(session, vault(place), { id: part(place, 'operation'), region: null }),
  ),
  arm('Backups_Trigger', 'POST', `${I}/backup`, (session, place) => triggerBackup(session, item(place), undefined, JOB)),
  arm('RecoveryPoints_List', 'GET', `${I}/recoveryPoints`, (session, place) => listPoints(session, item(place), 30)),
  arm('RecoveryPoints_Get', 'GET', `${I}/recoveryPoints/{point}`, (session, place) =>
    readHeldKeys(session, item(place), part(place, 'point')),
  ),
  arm('Restores_Trigger', 'POST', `${I}/recoveryPoints/{point}/restore`, (session, place) =>
    triggerRestore(session, restoreOf(place), JOB),
  ),
  arm('RecoveryPoints_GetAccessToken', 'POST', `${I}/recoveryPoints/{point}/accessToken`, (session, place) =>
    accessTo(session, restoreOf(place)),
  ),
  arm('AadProperties_Get', 'GET', `${PAIRED}/backupAadProperties`, (session, place) => readPairedIdentity(session, restoreIn(place))),
  arm('CrossRegionRestore_Trigger', 'POST', `${PAIRED}/backupCrossRegionRestore`, (session, place) =>
    sendToPair(session, restoreIn(place), {}, JOB),
  ),
  arm('CrrOperationStatus_Get', 'GET', `${PAIRED}/backupCrrOperationsStatus/{operation}`, (session, place) =>
    readBackupOperation(session, vault(somewhere(place)), { id: part(place, 'operation'), region: part(place, 'location') }),
  ),
  arm('BackupCrrJobs_List', 'POST', `${PAIRED}/backupCrrJobs`, (session, place) =>
    listJobsIn(session, vault(somewhere(place)), part(place, 'location'), 1),
  ),
  arm('BackupCrrJobDetails_Get', 'POST', `${PAIRED}/backupCrrJob`, (session, place) =>
    readPairedJob(session, vault(somewhere(place)), part(place, 'location'), JOB),
  ),
  arm('BackupJobs_List', 'GET', `${V}/backupJobs`, (session, place) => listJobs(session, vault(place))),
  arm('JobDetails_Get', 'GET', `${V}/backupJobs/{job}`, (session, place) => getJob(session, vault(place), part(place, 'job'))),
  arm('JobCancellations_Trigger', 'POST', `${V}/backupJobs/{job}/cancel`, (session, place) =>
    cancelJob(session, vault(place), part(place, 'job')),
  ),
  arm(
    'ProtectionIntent_Validate',
    'POST',
    `${S}/providers/Microsoft.RecoveryServices/locations/{location}/backupPreValidateProtection`,
    (session, place) =>
      preValidate(session, vault({ ...place, resourceGroup: 'rg', vaultName: 'vault' }), part(place, 'location'), '/subscriptions/s'),
  ),
  arm('Operation_Validate', 'POST', `${V}/backupValidateOperation`, (session, place) =>
    validateRestore(session, restoreOf({ ...place, item: 'VM;iaasvmcontainerv2;rg;vm', point: '1' })),
  ),

  arm('VirtualMachines_Get', 'GET', `${COMPUTE}/virtualMachines/{vm}`, async (session, place) => {
    const path = machineOf(place);
    return Promise.all([
      readEncryptedMachine(session, path),
      readMachine(session, machineId(place)),
      readMachineSettings(session, machineId(place)),
      readClientId(session, machineId(place)),
      isChanging(session, machineId(place), '2024-03-01'),
    ]);
  }),
  arm('VirtualMachines_InstanceView', 'GET', `${COMPUTE}/virtualMachines/{vm}/instanceView`, (session, place) =>
    Promise.all([readAgent(session, machineId(place)), readBootStatuses(session, machineOf(place))]),
  ),
  arm('VirtualMachines_ListAll', 'GET', `${S}/providers/Microsoft.Compute/virtualMachines`, (session, place) =>
    findMachineOfVhds(session, subscription(place), ['https://account.blob.core.windows.net/container']),
  ),
  arm('VirtualMachines_CreateOrUpdate', 'PUT', `${COMPUTE}/virtualMachines/{vm}`, (session, place) =>
    callArm(session, 'idempotent-write', 'PUT', machineId(place), '2023-09-01', {}),
  ),
  arm('VirtualMachines_Update', 'PATCH', `${COMPUTE}/virtualMachines/{vm}`, (session, place) => changeTags(session, machineId(place), {})),
  arm('VirtualMachines_Start', 'POST', `${COMPUTE}/virtualMachines/{vm}/start`, (session, place) =>
    callArm(session, 'once', 'POST', `${machineId(place)}/start`, '2023-09-01'),
  ),
  arm('VirtualMachineExtensions_CreateOrUpdate', 'PUT', `${COMPUTE}/virtualMachines/{vm}/extensions/{extension}`, (session, place) =>
    applyEncryption(session, {
      machineId: machineId(place),
      location: 'westeurope',
      osType: 'Windows',
      chain,
      application: null,
      tags: {},
    }),
  ),
  arm('VirtualMachineSizes_List', 'GET', `${S}/providers/Microsoft.Compute/locations/{location}/vmSizes`, (session, place) =>
    listSizes(session, subscription(place), part(place, 'location')),
  ),
  arm('ResourceSkus_List', 'GET', `${S}/providers/Microsoft.Compute/skus`, (session, place) =>
    listMachineSkus(session, subscription(place), 'westeurope'),
  ),
  arm('Usage_List', 'GET', COMPUTE_USAGES, (session, place) =>
    coresLeft(session, { subscriptionId: subscription(place), location: part(place, 'location'), family: null }),
  ),
  {
    ...arm('Usages_List', 'GET', `${S}/providers/Microsoft.Network/locations/{location}/usages`, (session, place) =>
      listUsages(session, 'Microsoft.Network', subscription(place), part(place, 'location')),
    ),
    alike: { name: 'Usage_List', template: COMPUTE_USAGES },
  },
  {
    ...arm('Usages_ListByLocation', 'GET', `${S}/providers/Microsoft.Storage/locations/{location}/usages`, (session, place) =>
      listUsages(session, 'Microsoft.Storage', subscription(place), part(place, 'location')),
    ),
    alike: { name: 'Usage_List', template: COMPUTE_USAGES },
  },
  {
    ...arm('Disks_List', 'GET', `${S}/providers/Microsoft.Compute/disks`, (session, place) =>
      Promise.all([keyVaultsOfDisks(session, subscription(place), []), disksOfMachines(session, subscription(place))]),
    ),
    alike: { name: 'Disks_ListByResourceGroup', template: `${COMPUTE}/disks` },
  },
  arm('Disks_ListByResourceGroup', 'GET', `${COMPUTE}/disks`, (session, place) =>
    listDisks(session, subscription(place), part(place, 'resourceGroup')),
  ),
  arm('Disks_Get', 'GET', `${COMPUTE}/disks/{disk}`, (session, place) =>
    isChanging(session, idOf(place, 'Microsoft.Compute', 'disks', 'disk'), '2023-04-02'),
  ),
  arm('Disks_Update', 'PATCH', `${COMPUTE}/disks/{disk}`, (session, place) =>
    changeDiskKeys(session, idOf(place, 'Microsoft.Compute', 'disks', 'disk'), chain),
  ),
  arm('Disks_Delete', 'DELETE', `${COMPUTE}/disks/{disk}`, (session, place) =>
    deleteResource(session, idOf(place, 'Microsoft.Compute', 'disks', 'disk'), '2023-04-02'),
  ),

  arm('NetworkInterfaces_Get', 'GET', `${NETWORK}/networkInterfaces/{nic}`, (session, place) => readInterface(session, nicId(place))),
  arm('NetworkInterfaces_CreateOrUpdate', 'PUT', `${NETWORK}/networkInterfaces/{nic}`, async (session, place) =>
    isAtWork((await callArm(session, 'idempotent-write', 'PUT', nicId(place), API_VERSIONS.network, {})).body),
  ),
  arm('NetworkInterfaces_Delete', 'DELETE', `${NETWORK}/networkInterfaces/{nic}`, (session, place) =>
    deleteResource(session, nicId(place), API_VERSIONS.network),
  ),
  arm('NetworkInterfaces_ListAll', 'GET', `${S}/providers/Microsoft.Network/networkInterfaces`, (session, place) =>
    listRestoreNetwork(session, subscription(place), JOB),
  ),
  arm('PublicIPAddresses_CreateOrUpdate', 'PUT', `${NETWORK}/publicIPAddresses/{address}`, async (session, place) => {
    const id = idOf(place, 'Microsoft.Network', 'publicIPAddresses', 'address');
    return isAtWork((await callArm(session, 'idempotent-write', 'PUT', id, API_VERSIONS.network, {})).body);
  }),
  arm('PublicIPAddresses_Get', 'GET', `${NETWORK}/publicIPAddresses/{address}`, (session, place) =>
    isChanging(session, idOf(place, 'Microsoft.Network', 'publicIPAddresses', 'address'), API_VERSIONS.network),
  ),
  arm('PublicIPAddresses_Delete', 'DELETE', `${NETWORK}/publicIPAddresses/{address}`, (session, place) =>
    deleteResource(session, idOf(place, 'Microsoft.Network', 'publicIPAddresses', 'address'), API_VERSIONS.network),
  ),
  arm('PublicIPAddresses_ListAll', 'GET', `${S}/providers/Microsoft.Network/publicIPAddresses`, (session, place) =>
    listRestoreNetwork(session, subscription(place), JOB),
  ),
  arm('VirtualNetworks_ListAll', 'GET', `${S}/providers/Microsoft.Network/virtualNetworks`, (session, place) =>
    listSubnets(session, subscription(place), 'westeurope'),
  ),
  arm('VirtualNetworks_ListUsage', 'GET', `${NETWORK}/virtualNetworks/{network}/usages`, (session, place) =>
    readSubnetRoom(session, `${idOf(place, 'Microsoft.Network', 'virtualNetworks', 'network')}/subnets/default`),
  ),
  arm('VirtualNetworks_CreateOrUpdate', 'PUT', `${NETWORK}/virtualNetworks/{network}`, async (session, place) => {
    const id = idOf(place, 'Microsoft.Network', 'virtualNetworks', 'network');
    return isAtWork((await callArm(session, 'idempotent-write', 'PUT', id, API_VERSIONS.network, {})).body);
  }),
  arm('NetworkSecurityGroups_CreateOrUpdate', 'PUT', `${NETWORK}/networkSecurityGroups/{nsg}`, async (session, place) => {
    const id = idOf(place, 'Microsoft.Network', 'networkSecurityGroups', 'nsg');
    return isAtWork((await callArm(session, 'idempotent-write', 'PUT', id, API_VERSIONS.network, {})).body);
  }),
  arm('NetworkSecurityGroups_Get', 'GET', `${NETWORK}/networkSecurityGroups/{nsg}`, (session, place) =>
    isChanging(session, idOf(place, 'Microsoft.Network', 'networkSecurityGroups', 'nsg'), API_VERSIONS.network),
  ),
  arm(
    'VirtualMachines_RetrieveBootDiagnosticsData',
    'POST',
    `${COMPUTE}/virtualMachines/{vm}/retrieveBootDiagnosticsData`,
    (session, place) => readScreen(session, machineId(place), 1),
  ),
  arm('VirtualNetworks_Get', 'GET', `${NETWORK}/virtualNetworks/{network}`, async (session, place) => {
    const id = idOf(place, 'Microsoft.Network', 'virtualNetworks', 'network');
    return [await isChanging(session, id, API_VERSIONS.network), await subnetLocation(session, `${id}/subnets/default`)];
  }),

  arm('KeyVault_Vaults_Get', 'GET', KV, (session, place) =>
    Promise.all([readKeyVault(session, keyVaultId(place)), readKeyVaultPlace(session, keyVaultId(place))]),
  ),
  arm('KeyVault_Vaults_ListBySubscription', 'GET', `${S}/providers/Microsoft.KeyVault/vaults`, (session, place) =>
    listKeyVaults(session, subscription(place)),
  ),
  arm('KeyVault_Vaults_ListDeleted', 'GET', `${S}/providers/Microsoft.KeyVault/deletedVaults`, (session, place) =>
    findDeletedKeyVault(session, subscription(place), keyVaultId({ ...place, resourceGroup: 'rg', keyVault: 'kv' })),
  ),
  arm('KeyVault_Vaults_GetDeleted', 'GET', DELETED_KV, (session, place) =>
    Promise.all([
      purgeDateOf(session, temporary(place)),
      findDeletedIn(session, keyVaultId({ ...place, resourceGroup: 'rg' }), part(place, 'location')),
    ]),
  ),
  arm('KeyVault_Vaults_CreateOrUpdate', 'PUT', KV, (session, place) =>
    callArm(session, 'idempotent-write', 'PUT', keyVaultId(place), API_VERSIONS.keyVault, {}),
  ),
  arm('KeyVault_Vaults_Update', 'PATCH', KV, (session, place) => enableForDiskEncryption(session, keyVaultId(place))),
  arm('KeyVault_Vaults_UpdateAccessPolicy', 'PUT', `${KV}/accessPolicies/{change}`, (session, place) =>
    changePolicy(session, 'add', keyVaultId(place), JOB, { keys: ['get'], secrets: [] }),
  ),
  arm('KeyVault_Vaults_Delete', 'DELETE', KV, (session, place) => deleteResource(session, keyVaultId(place), '2023-07-01')),
  arm('KeyVault_Vaults_PurgeDeleted', 'POST', `${DELETED_KV}/purge`, (session, place) =>
    callArm(
      session,
      'idempotent-write',
      'POST',
      `/subscriptions/${subscription(place)}/providers/Microsoft.KeyVault/locations/${part(place, 'location')}/deletedVaults/${part(place, 'keyVault')}/purge`,
      API_VERSIONS.keyVault,
    ),
  ),
  arm('KeyVault_Vaults_CheckNameAvailability', 'POST', `${S}/providers/Microsoft.KeyVault/checkNameAvailability`, (session, place) =>
    freeKeyVaultName(session, subscription(place), 'kv'),
  ),

  arm('StorageAccounts_List', 'GET', `${S}/providers/Microsoft.Storage/storageAccounts`, (session, place) =>
    listAccounts(session, subscription(place)),
  ),

  arm('Permissions_ListForResource', 'GET', `${ROLES}/permissions`, (session, place) => readPermissions(session, part(place, 'scope'))),
  arm('RoleAssignments_ListForScope', 'GET', `${ROLES}/roleAssignments`, (session, place) =>
    Promise.all([listAssignments(session, part(place, 'scope'), JOB), readOwnRoles(session, JOB)]),
  ),
  arm('RoleAssignments_Create', 'PUT', `${ROLES}/roleAssignments/{assignment}`, (session, place) =>
    assignRole(session, part(place, 'scope'), part(place, 'assignment'), JOB, { id: '/role', name: 'role', isNew: false }),
  ),
  arm('RoleAssignments_Delete', 'DELETE', `${ROLES}/roleAssignments/{assignment}`, (session, place) =>
    unassignRole(session, part(place, 'scope'), part(place, 'assignment')),
  ),
  arm('RoleDefinitions_Get', 'GET', `${ROLES}/roleDefinitions/{role}`, (session, place) =>
    Promise.all([readRole(session, part(place, 'scope'), part(place, 'role')), permissionsOf(session, roleId(place))]),
  ),
  arm('RoleDefinitions_CreateOrUpdate', 'PUT', `${ROLES}/roleDefinitions/{role}`, (session, place) =>
    makeRole(session, { id: roleId(place), name: 'role', isNew: true }, []),
  ),
  arm('RoleDefinitions_Delete', 'DELETE', `${ROLES}/roleDefinitions/{role}`, (session, place) =>
    deleteRole(session, { id: roleId(place) }),
  ),
  arm('RoleEligibilityScheduleInstances_List', 'GET', `${ROLES}/roleEligibilityScheduleInstances`, (session, place) =>
    readEligibleRoles(session, part(place, 'scope').split('/').at(-1) ?? ''),
  ),

  arm('RoleAssignmentScheduleInstances_ListForScope', 'GET', `${ROLES}/roleAssignmentScheduleInstances`, (session, place) =>
    readGuardRoles(session, guardAt(place)),
  ),
  arm('RoleAssignmentScheduleRequests_ListForScope', 'GET', `${ROLES}/roleAssignmentScheduleRequests`, (session, place) =>
    readGuardRoles(session, guardAt(place)),
  ),

  arm('EventTypes_List', 'GET', `${S}/providers/Microsoft.Insights/eventtypes/management/values`, (session, place) =>
    readLog(session, subscription(place), activityEvent, { from: 0, where: "resourceUri eq '/'" }),
  ),

  dataPlane('GetKeyVersions', 'GET', '/keys/{name}/versions', (session, place) => readVersions(session, key(place, 'keys'))),
  dataPlane('GetSecretVersions', 'GET', '/secrets/{name}/versions', (session, place) => readVersions(session, key(place, 'secrets'))),
  dataPlane('GetDeletedKey', 'GET', '/deletedkeys/{name}', (session, place) => findDeleted(session, key(place, 'keys'))),
  dataPlane('GetDeletedSecret', 'GET', '/deletedsecrets/{name}', (session, place) => findDeleted(session, key(place, 'secrets'))),
  dataPlane('RecoverDeletedKey', 'POST', '/deletedkeys/{name}/recover', (session, place) =>
    data(place, 'once', 'POST', `deletedkeys/${part(place, 'name')}/recover`)(session),
  ),
  dataPlane('RecoverDeletedSecret', 'POST', '/deletedsecrets/{name}/recover', (session, place) =>
    data(place, 'once', 'POST', `deletedsecrets/${part(place, 'name')}/recover`)(session),
  ),
  dataPlane('RestoreKey', 'POST', '/keys/restore', (session, place) => data(place, 'once', 'POST', 'keys/restore')(session)),
  dataPlane('SetSecret', 'PUT', '/secrets/{name}', (session, place) =>
    data(place, 'once', 'PUT', `secrets/${part(place, 'name')}`)(session),
  ),
  dataPlane('GetSecret', 'GET', '/secrets/{name}', (session, place) =>
    data(place, 'read', 'GET', `secrets/${part(place, 'name')}`)(session),
  ),
  dataPlane('UpdateKey', 'PATCH', '/keys/{name}/{version}', (session, place) =>
    data(place, 'idempotent-write', 'PATCH', `keys/${part(place, 'name')}/${part(place, 'version')}`)(session),
  ),
  dataPlane('UpdateSecret', 'PATCH', '/secrets/{name}/{version}', (session, place) =>
    data(place, 'idempotent-write', 'PATCH', `secrets/${part(place, 'name')}/${part(place, 'version')}`)(session),
  ),

  stored('Service_ListContainers', 'GET', '/', (session, place) => isShutOut(session, blob(place).account)),
  {
    ...stored('Container_ListBlobs', 'GET', '/{container}', (session, place) =>
      listBlobFiles(session, blob(place).account, blob(place).container),
    ),
    // What a container itself is like is asked for at the same path.
    answers: ({ url }) => new URL(url).searchParams.get('comp') === 'list',
  },
  stored('Blob_Get', 'GET', '/{container}/{blob}', (session, place) => callBlob(session, 'read', { method: 'GET', ...blob(place) })),
  stored('Blob_SetMetadata', 'PUT', '/{container}/{blob}', (session, place) =>
    callBlob(session, 'idempotent-write', { method: 'PUT', ...blob(place), query: { comp: 'metadata' } }),
  ),
  stored('Blob_Delete', 'DELETE', '/{container}/{blob}', (session, place) =>
    deleteBlob(session, blob(place).account, blob(place).container, blob(place).blob),
  ),
  stored('Container_Delete', 'DELETE', '/{container}', (session, place) =>
    deleteContainer(session, blob(place).account, blob(place).container),
  ),

  {
    name: 'ServicePrincipals_List',
    method: 'GET',
    plane: 'graph',
    template: '/v1.0/servicePrincipals',
    read: (session) => backupServiceId(session),
  },
  {
    name: 'Users_ListTransitiveMemberOf',
    method: 'GET',
    plane: 'graph',
    template: '/v1.0/me/transitiveMemberOf/microsoft.graph.group',
    read: (session) => readOwnGroups(session),
  },
  { name: 'Token_OnBehalfOf', method: 'POST', plane: 'entra', template: '/{tenant}/oauth2/v2.0/token', read: null },
  {
    name: 'Discovery_Keys',
    method: 'GET',
    plane: 'entra',
    template: '/{tenant}/discovery/v2.0/keys',
    read: (_session, _place, exchange) => readKeys(exchange),
  },
];
