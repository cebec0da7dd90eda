import { authorize } from '../../arm/authorize';
import { invalidNamespace } from '../../arm/refusals';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { locations } from '../../world/locations';
import { own } from '../../world/own';
import { beginRegistration, isRegistrationFree, registrationState } from '../../world/subscriptions/registered-providers';

/** Any version is served; clients that must choose one take one of these. */
export const API_VERSIONS = ['2023-11-01', '2022-12-01', '2021-04-01'];

/** Resource types by provider, as `GET /providers` names them. */
const types: Record<string, readonly string[]> = {
  'Microsoft.AlertsManagement': ['actionRules'],
  'Microsoft.Authorization': [
    'roleAssignments',
    'roleDefinitions',
    'policyAssignments',
    'policyDefinitions',
    'policyExemptions',
    'policySetDefinitions',
    'permissions',
    'locks',
  ],
  'Microsoft.Compute': [
    'virtualMachines',
    'virtualMachines/extensions',
    'disks',
    'snapshots',
    'availabilitySets',
    'diskEncryptionSets',
    'proximityPlacementGroups',
    'locations',
    'locations/usages',
    'locations/vmSizes',
  ],
  'Microsoft.DataProtection': ['resourceGuards'],
  'Microsoft.Features': ['features', 'providers'],
  'Microsoft.Insights': ['actionGroups', 'eventtypes'],
  'Microsoft.KeyVault': ['vaults', 'vaults/accessPolicies', 'deletedVaults', 'locations/deletedVaults'],
  'Microsoft.Management': ['managementGroups'],
  'Microsoft.Network': [
    'virtualNetworks',
    'virtualNetworks/subnets',
    'networkInterfaces',
    'publicIPAddresses',
    'networkSecurityGroups',
    'networkSecurityGroups/securityRules',
  ],
  'Microsoft.PolicyInsights': ['checkPolicyRestrictions'],
  'Microsoft.RecoveryServices': ['vaults', 'locations/backupStatus', 'locations/backupPreValidateProtection'],
  'Microsoft.ResourceGraph': ['resources'],
  'Microsoft.Resources': ['subscriptions', 'resourceGroups', 'deployments', 'tenants'],
  'Microsoft.Storage': ['storageAccounts', 'storageAccounts/blobServices', 'storageAccounts/blobServices/containers'],
};

function view(call: ArmCall, namespace: string) {
  return {
    id: `/subscriptions/${call.params['subscriptionId'] ?? ''}/providers/${namespace}`,
    namespace,
    registrationPolicy: isRegistrationFree(namespace) ? 'RegistrationFree' : 'RegistrationRequired',
    registrationState: registrationState(call.world, call.params['subscriptionId'] ?? '', namespace),
    resourceTypes: (own(types, namespace) ?? []).map((resourceType) => ({
      resourceType,
      locations: locations.map((location) => location.displayName),
      apiVersions: API_VERSIONS,
      capabilities: 'None',
    })),
  };
}

/** All that are here, registered or not. */
export const listProviders: ArmHandler = (call) => ({
  status: 200,
  body: { value: Object.keys(types).map((namespace) => view(call, namespace)) },
});

/** By its namespace in any case. @throws ArmError 404 */
export const getProvider: ArmHandler = (call) => {
  const asked = call.params['namespace'] ?? '';
  const namespace = Object.keys(types).find((known) => known.toLowerCase() === asked.toLowerCase());
  if (namespace === undefined) throw invalidNamespace(asked);
  return { status: 200, body: view(call, namespace) };
};

/** POST …/register: sooner or later the provider serves the subscription. The right to it is one of the provider's own. @throws ArmError 403 */
export const registerProvider: ArmHandler = (call) => {
  const { world, principal, method, path } = call;
  const { subscriptionId = '', namespace = '' } = call.params;
  getProvider(call);
  authorize(world, principal, { method, action: `${namespace}/register/action`, scope: `/subscriptions/${subscriptionId}`, path });
  beginRegistration(world, subscriptionId, namespace);
  return getProvider(call);
};
