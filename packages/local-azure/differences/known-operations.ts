const S = '/subscriptions/{subscriptionId}';
const G = `${S}/resourceGroups/{resourceGroup}`;
const V = `${G}/providers/Microsoft.RecoveryServices/vaults/{vaultName}`;
const L = `${S}/providers/Microsoft.RecoveryServices/locations/{location}`;
const C = `${V}/backupFabrics/{fabricName}/protectionContainers/{containerName}`;
const I = `${C}/protectedItems/{itemName}`;
const compute = 'providers/Microsoft.Compute';
const endpoint = `${V}/privateEndpointConnections/{privateEndpointConnection}`;
const guard = `${V}/backupResourceGuardProxies/{resourceGuardProxy}`;
const intent = `${V}/backupFabrics/{fabricName}/backupProtectionIntent/{intent}`;
const deployment = `${G}/providers/Microsoft.Resources/deployments/{deployment}`;
const tags = '/{scope}/providers/Microsoft.Resources/tags/default';

/** Operations of Azure near what is served here. Those without a route answer 501 and are named as such. */
export const knownOperations: readonly (readonly [method: string, path: string])[] = [
  ['GET', `/${compute}/operations`],
  ['GET', `${S}/${compute}/availabilitySets`],
  ['GET', `${G}/${compute}/availabilitySets`],
  ['GET', `${G}/${compute}/availabilitySets/{availabilitySet}`],
  ['GET', `${S}/${compute}/diskEncryptionSets`],
  ['GET', `${G}/${compute}/diskEncryptionSets/{diskEncryptionSet}`],
  ['PUT', `${G}/${compute}/diskEncryptionSets/{diskEncryptionSet}`],
  ['GET', `${S}/${compute}/snapshots`],
  ['GET', `${G}/${compute}/snapshots`],
  ['GET', `${G}/${compute}/snapshots/{snapshot}`],
  ['PUT', `${G}/${compute}/snapshots/{snapshot}`],
  ['GET', `${S}/${compute}/locations/{location}/virtualMachines`],
  ['GET', `${G}/${compute}/virtualMachines/{vmName}/vmSizes`],
  ['POST', `${G}/${compute}/virtualMachines/{vmName}/runCommand`],
  ['POST', `${G}/${compute}/virtualMachines/{vmName}/redeploy`],
  ['POST', `${G}/${compute}/disks/{diskName}/beginGetAccess`],

  ['GET', '/providers/Microsoft.Resources/operations'],
  ['POST', `${deployment}/whatIf`],
  ['GET', `${S}/tagNames`],
  ['POST', `${G}/moveResources`],
  ['GET', `${deployment}/operations/{operationId}`],
  ['GET', tags],
  ['PATCH', tags],

  ['GET', '/providers/Microsoft.Insights/operations'],
  ['GET', '/providers/Microsoft.Insights/eventtypes/management/values'],
  ['GET', '/providers/Microsoft.Insights/eventcategories'],

  ['GET', '/providers/Microsoft.RecoveryServices/operations'],
  ['POST', `${L}/capabilities`],
  ['POST', `${G}/providers/Microsoft.RecoveryServices/locations/{location}/checkNameAvailability`],
  ['PUT', `${V}/certificates/{certificate}`],
  ['GET', `${V}/privateLinkResources`],
  ['GET', endpoint],
  ['PUT', endpoint],
  ['DELETE', endpoint],
  ['GET', guard],
  ['PUT', guard],
  ['DELETE', guard],
  ['POST', `${guard}/unlockDelete`],
  ['PUT', `${V}/backupEncryptionConfigs/backupResourceEncryptionConfig`],
  ['POST', `${V}/backupSecurityPIN`],
  ['POST', `${V}/backupstorageconfig/vaultstorageconfig/prepareDataMove`],
  ['POST', `${V}/backupstorageconfig/vaultstorageconfig/triggerDataMove`],
  ['GET', `${V}/backupEngines`],
  ['GET', `${V}/backupDeletedProtectionContainers`],
  ['GET', `${V}/backupProtectionIntents`],
  ['GET', intent],
  ['PUT', intent],
  ['DELETE', intent],
  ['GET', `${V}/backupFabrics/{fabricName}/protectableContainers`],
  ['GET', C],
  ['PUT', C],
  ['DELETE', C],
  ['GET', `${C}/items`],
  ['POST', `${C}/inquire`],
  ['POST', `${I}/recoveryPoints/{recoveryPointId}/move`],
  ['POST', `${I}/recoveryPoints/{recoveryPointId}/provisionInstantItemRecovery`],
  ['POST', `${I}/recoveryPointsRecommendedForMove`],
  ['POST', `${V}/backupJobsExport`],
  ['GET', `${V}/backupJobs/operationResults/{operationId}`],
  ['POST', `${V}/backupTieringCost/default/fetchTieringCost`],
  ['POST', `${L}/backupCrossRegionRestore`],
];

const RESOURCES = 'Microsoft.Resources';

/** The provider of a path: the last one it names. */
export function providerOf(path: string): string {
  return [...path.matchAll(/\/providers\/(Microsoft\.\w+)/gi)].at(-1)?.[1] ?? RESOURCES;
}
