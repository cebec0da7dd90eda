import { listOperations } from '../../arm/list-operations';
import type { ArmRoute } from '../../arm/route';
import * as jobs from './jobs/backup-jobs';
import * as policies from './policies/backup-policies';
import * as backupStatus from './backup-status';
import * as backups from './backups/backups';
import * as guardProxies from './vaults/guard-proxies';
import * as jobExport from './jobs/job-export';
import * as locations from './vaults/locations';
import * as operations from './operations';
import * as otherWorkloads from './items/other-workloads';
import * as preValidation from './items/pre-validation';
import * as protectableItems from './items/protectable-items';
import { remove } from './items/delete';
import * as items from './items/protected-items';
import * as containers from './items/protection-containers';
import * as recoveryPoints from './backups/recovery-points';
import * as restores from './restores/restores';
import * as accessToken from './secondary/access-token';
import * as crossRegionJobs from './secondary/cross-region-jobs';
import * as crossRegionRestore from './secondary/cross-region-restore';
import { unlessOutage } from './regional-outage';
import { byRegion } from './secondary/paired-region';
import * as replicatedPoints from './secondary/replicated-points';
import * as securityPin from './vaults/security-pin';
import * as storageConfig from './vaults/storage-config';
import * as usages from './vaults/usages';
import * as validateOperation from './validate-operation';
import * as vaultConfig from './vaults/vault-config';
import * as vaultDetails from './vaults/vault-details';
import * as vaults from './vaults/vaults';

const S = '/subscriptions/{subscriptionId}';
const G = `${S}/resourceGroups/{resourceGroup}`;
const L = `${S}/providers/Microsoft.RecoveryServices/locations/{location}`;
const V = `${G}/providers/Microsoft.RecoveryServices/vaults/{vaultName}`;
const F = `${V}/backupFabrics/{fabricName}`;
const I = `${F}/protectionContainers/{containerName}/protectedItems/{itemName}`;

const A = 'Microsoft.RecoveryServices';
const AP = `${A}/Vaults/backupResourceGuardProxies`;
const AF = `${A}/Vaults/backupFabrics`;
const AI = `${AF}/protectionContainers/protectedItems`;

const table: readonly ArmRoute[] = [
  ['GET', `/providers/${A}/operations`, null, listOperations(A, () => routes)],
  ['POST', `${L}/capabilities`, `${A}/locations/capabilities/action`, locations.capabilities],
  [
    'POST',
    `${G}/providers/Microsoft.RecoveryServices/locations/{location}/checkNameAvailability`,
    `${A}/locations/checkNameAvailability/action`,
    locations.checkName,
  ],
  ['GET', `${S}/providers/Microsoft.RecoveryServices/vaults`, `${A}/vaults/read`, vaults.listBySubscription],
  ['GET', `${G}/providers/Microsoft.RecoveryServices/vaults`, `${A}/vaults/read`, vaults.listByResourceGroup],
  ['GET', V, `${A}/vaults/read`, vaults.get],
  ['PUT', V, `${A}/vaults/write`, vaults.put],
  ['PATCH', V, `${A}/vaults/write`, vaults.patch],
  ['DELETE', V, `${A}/vaults/delete`, vaults.remove],
  ['GET', `${V}/operationStatus/{operationId}`, `${A}/vaults/read`, vaults.operationStatus],
  ['GET', `${V}/operationResults/{operationId}`, `${A}/vaults/read`, vaults.operationResult],

  ['GET', `${V}/usages`, `${A}/Vaults/usages/read`, usages.list],
  ['GET', `${V}/replicationUsages`, `${A}/vaults/replicationUsages/read`, usages.listReplication],
  ['GET', `${V}/backupUsageSummaries`, `${A}/Vaults/backupUsageSummaries/read`, usages.listBackupSummaries],
  ['GET', `${V}/extendedInformation/vaultExtendedInfo`, `${A}/Vaults/extendedInformation/read`, vaultDetails.getExtendedInfo],
  ['PUT', `${V}/extendedInformation/vaultExtendedInfo`, `${A}/Vaults/extendedInformation/write`, vaultDetails.putExtendedInfo],
  ['PATCH', `${V}/extendedInformation/vaultExtendedInfo`, `${A}/Vaults/extendedInformation/write`, vaultDetails.putExtendedInfo],
  ['GET', `${V}/backupstorageconfig/vaultstorageconfig`, `${A}/Vaults/backupstorageconfig/read`, storageConfig.get],
  ['PUT', `${V}/backupstorageconfig/vaultstorageconfig`, `${A}/Vaults/backupstorageconfig/write`, storageConfig.put],
  ['PATCH', `${V}/backupstorageconfig/vaultstorageconfig`, `${A}/Vaults/backupstorageconfig/write`, storageConfig.patch],
  ['GET', `${V}/backupconfig/vaultconfig`, `${A}/Vaults/backupconfig/read`, vaultConfig.get],
  ['PUT', `${V}/backupconfig/vaultconfig`, `${A}/Vaults/backupconfig/write`, vaultConfig.change],
  ['PATCH', `${V}/backupconfig/vaultconfig`, `${A}/Vaults/backupconfig/write`, vaultConfig.change],
  ['POST', `${V}/backupSecurityPIN`, `${A}/Vaults/backupSecurityPIN/action`, securityPin.get],
  ['GET', `${V}/backupResourceGuardProxies`, `${AP}/read`, guardProxies.list],
  ['GET', `${V}/backupResourceGuardProxies/{proxyName}`, `${AP}/read`, guardProxies.get],
  ['PUT', `${V}/backupResourceGuardProxies/{proxyName}`, `${AP}/write`, guardProxies.put],
  ['DELETE', `${V}/backupResourceGuardProxies/{proxyName}`, `${AP}/delete`, guardProxies.remove],
  ['POST', `${V}/backupResourceGuardProxies/{proxyName}/unlockDelete`, `${AP}/unlockDelete/action`, guardProxies.unlockDelete],
  [
    'GET',
    `${V}/backupEncryptionConfigs/backupResourceEncryptionConfig`,
    `${A}/Vaults/backupEncryptionConfigs/read`,
    vaultDetails.getEncryptionConfig,
  ],

  ['GET', `${V}/backupPolicies`, `${A}/Vaults/backupPolicies/read`, policies.list],
  ['GET', `${V}/backupPolicies/{policyName}`, `${A}/Vaults/backupPolicies/read`, policies.get],
  ['PUT', `${V}/backupPolicies/{policyName}`, `${A}/Vaults/backupPolicies/write`, policies.put],
  ['DELETE', `${V}/backupPolicies/{policyName}`, `${A}/Vaults/backupPolicies/delete`, policies.remove],
  [
    'GET',
    `${V}/backupPolicies/{policyName}/operations/{operationId}`,
    `${A}/Vaults/backupPolicies/operations/read`,
    operations.getPolicyStatus,
  ],
  [
    'GET',
    `${V}/backupPolicies/{policyName}/operationResults/{operationId}`,
    `${A}/Vaults/backupPolicies/operationResults/read`,
    policies.operationResult,
  ],

  ['POST', `${L}/backupStatus`, `${A}/locations/backupStatus/action`, backupStatus.get],
  ['POST', `${L}/backupPreValidateProtection`, `${A}/locations/backupPreValidateProtection/action`, preValidation.validate],
  ['POST', `${L}/backupValidateFeatures`, `${A}/locations/backupValidateFeatures/action`, preValidation.validateFeatures],

  ['POST', `${F}/refreshContainers`, `${AF}/refreshContainers/action`, protectableItems.refresh],
  ['GET', `${F}/operationsStatus/{operationId}`, `${AF}/operationResults/read`, operations.getStatus],
  ['GET', `${F}/operationResults/{operationId}`, `${AF}/operationResults/read`, operations.getVaultResult],
  ['GET', `${V}/backupProtectableItems`, `${A}/Vaults/backupProtectableItems/read`, protectableItems.list],
  ['GET', `${V}/backupProtectionContainers`, `${A}/Vaults/backupProtectionContainers/read`, containers.list],
  ['GET', `${F}/protectionContainers/{containerName}`, `${AF}/protectionContainers/read`, containers.get],
  ['GET', `${F}/protectionContainers/{containerName}/items`, `${AF}/protectionContainers/items/read`, otherWorkloads.listNone],
  ['GET', `${F}/protectableContainers`, `${AF}/protectableContainers/read`, otherWorkloads.listNone],
  ['GET', `${V}/backupDeletedProtectionContainers`, `${A}/Vaults/backupDeletedProtectionContainers/read`, containers.listDeleted],
  ['GET', `${V}/backupEngines`, `${A}/Vaults/backupEngines/read`, otherWorkloads.listNone],
  ['GET', `${V}/backupProtectionIntents`, `${A}/Vaults/backupProtectionIntents/read`, otherWorkloads.listNone],

  ['GET', `${V}/backupProtectedItems`, `${A}/Vaults/backupProtectedItems/read`, byRegion(items.list, replicatedPoints.listItems)],
  ['GET', I, `${AI}/read`, items.get],
  ['PUT', I, `${AI}/write`, items.put],
  ['DELETE', I, `${AI}/delete`, remove],
  ['GET', `${I}/operationsStatus/{operationId}`, `${AI}/operationsStatus/read`, operations.getStatus],
  ['GET', `${I}/operationResults/{operationId}`, `${AI}/operationResults/read`, operations.getResult],
  ['GET', `${V}/backupOperations/{operationId}`, `${A}/Vaults/backupOperations/read`, operations.getStatus],
  ['GET', `${V}/backupOperationResults/{operationId}`, `${A}/Vaults/backupOperationResults/read`, operations.getVaultResult],

  ['POST', `${I}/backup`, `${AI}/backup/action`, backups.trigger],
  ['GET', `${I}/recoveryPoints`, `${AI}/recoveryPoints/read`, byRegion(recoveryPoints.list, replicatedPoints.listPoints)],
  ['GET', `${I}/recoveryPoints/{recoveryPointId}`, `${AI}/recoveryPoints/read`, byRegion(recoveryPoints.get, replicatedPoints.getPoint)],

  ['POST', `${I}/recoveryPoints/{recoveryPointId}/restore`, `${AI}/recoveryPoints/restore/action`, restores.trigger],
  [
    'POST',
    `${I}/recoveryPoints/{recoveryPointId}/provisionInstantItemRecovery`,
    `${AI}/recoveryPoints/provisionInstantItemRecovery/action`,
    restores.recoverFiles,
  ],
  [
    'POST',
    `${I}/recoveryPoints/{recoveryPointId}/revokeInstantItemRecovery`,
    `${AI}/recoveryPoints/revokeInstantItemRecovery/action`,
    restores.recoverFiles,
  ],
  ['GET', `${L}/backupAadProperties`, `${A}/locations/backupAadProperties/read`, accessToken.aadProperties],
  ['POST', `${I}/recoveryPoints/{recoveryPointId}/accessToken`, `${AI}/recoveryPoints/accessToken/action`, accessToken.give],
  ['POST', `${L}/backupCrossRegionRestore`, `${A}/locations/backupCrossRegionRestore/action`, crossRegionRestore.trigger],
  ['GET', `${L}/backupCrrOperationsStatus/{operationId}`, `${A}/locations/backupCrrOperationsStatus/read`, crossRegionRestore.status],
  ['GET', `${L}/backupCrrOperationResults/{operationId}`, `${A}/locations/backupCrrOperationResults/read`, crossRegionRestore.result],
  ['POST', `${L}/backupCrrJobs`, `${A}/locations/backupCrrJobs/action`, crossRegionJobs.list],
  ['POST', `${L}/backupCrrJob`, `${A}/locations/backupCrrJob/action`, crossRegionJobs.get],

  ['POST', `${V}/backupValidateOperation`, `${A}/Vaults/backupValidateOperation/action`, validateOperation.validate],
  ['POST', `${V}/backupTriggerValidateOperation`, `${A}/Vaults/backupTriggerValidateOperation/action`, validateOperation.trigger],
  [
    'GET',
    `${V}/backupValidateOperationsStatuses/{operationId}`,
    `${A}/Vaults/backupValidateOperationsStatuses/read`,
    validateOperation.status,
  ],
  ['GET', `${V}/backupValidateOperationResults/{operationId}`, `${A}/Vaults/backupValidateOperationResults/read`, validateOperation.result],

  ['GET', `${V}/backupJobs`, `${A}/Vaults/backupJobs/read`, jobs.list],
  ['POST', `${V}/backupJobsExport`, `${A}/Vaults/backupJobsExport/action`, jobExport.trigger],
  ['GET', `${V}/backupJobs/operationResults/{operationId}`, `${A}/Vaults/backupJobs/operationResults/read`, jobExport.result],
  ['GET', `${V}/backupJobs/{jobName}`, `${A}/Vaults/backupJobs/read`, jobs.get],
  ['POST', `${V}/backupJobs/{jobName}/cancel`, `${A}/Vaults/backupJobs/cancel/action`, jobs.cancel],
  ['GET', `${V}/backupJobs/{jobName}/operationsStatus/{operationId}`, `${A}/Vaults/backupJobs/operationsStatus/read`, operations.getStatus],
  [
    'GET',
    `${V}/backupJobs/{jobName}/operationResults/{operationId}`,
    `${A}/Vaults/backupJobs/operationResults/read`,
    operations.getVaultResult,
  ],
];

/** Microsoft.RecoveryServices: vaults and everything Azure Backup does for virtual machines. */
export const routes: readonly ArmRoute[] = table.map(unlessOutage);
