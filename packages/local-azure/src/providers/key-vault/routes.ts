import type { ArmRoute } from '../../arm/route';
import { getResource, listResources } from '../../arm/resource-handlers';
import { changeAccessPolicies } from './access-policies';
import { getDeletedVault, getPurge, listDeletedVaults, purge } from './deleted-vaults';
import { VAULT_TYPE } from './types';
import { checkName, deleteVault, listVaults, patchVault, putVault } from './vaults';

const HSM_TYPE = 'Microsoft.KeyVault/managedHSMs';
const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{resourceGroup}`;
const provider = '/providers/Microsoft.KeyVault';
const vault = `${group}${provider}/vaults/{keyVault}`;
const deleted = `${subscription}${provider}/locations/{location}/deletedVaults/{keyVault}`;

export const routes: readonly ArmRoute[] = [
  ['GET', `${subscription}${provider}/vaults`, 'Microsoft.KeyVault/vaults/read', listVaults],
  ['GET', `${group}${provider}/vaults`, 'Microsoft.KeyVault/vaults/read', listVaults],
  ['GET', vault, 'Microsoft.KeyVault/vaults/read', getResource(VAULT_TYPE)],
  ['PUT', vault, 'Microsoft.KeyVault/vaults/write', putVault],
  ['PATCH', vault, 'Microsoft.KeyVault/vaults/write', patchVault],
  ['DELETE', vault, 'Microsoft.KeyVault/vaults/delete', deleteVault],
  ['PUT', `${vault}/accessPolicies/{change}`, 'Microsoft.KeyVault/vaults/accessPolicies/write', changeAccessPolicies],
  ['GET', `${subscription}${provider}/deletedVaults`, 'Microsoft.KeyVault/deletedVaults/read', listDeletedVaults],
  ['GET', deleted, 'Microsoft.KeyVault/locations/deletedVaults/read', getDeletedVault],
  ['POST', `${deleted}/purge`, 'Microsoft.KeyVault/locations/deletedVaults/purge/action', purge],
  [
    'GET',
    `${subscription}${provider}/locations/{location}/operationResults/{operation}`,
    'Microsoft.KeyVault/locations/operationResults/read',
    getPurge,
  ],
  // There are never any, but who lists key vaults asks for them, too.
  ['GET', `${subscription}${provider}/managedHSMs`, 'Microsoft.KeyVault/managedHSMs/read', listResources(HSM_TYPE)],
  ['GET', `${group}${provider}/managedHSMs`, 'Microsoft.KeyVault/managedHSMs/read', listResources(HSM_TYPE)],
  ['GET', `${subscription}${provider}/deletedManagedHSMs`, 'Microsoft.KeyVault/deletedManagedHSMs/read', listResources(HSM_TYPE)],
  ['POST', `${subscription}${provider}/checkNameAvailability`, 'Microsoft.KeyVault/checkNameAvailability/read', checkName],
];
