import type { ArmRoute } from '../../arm/route';
import { deleteResource, getResource, listResources } from '../../arm/resource-handlers';
import { STORAGE_TYPE } from '../../world/storage-accounts';
import { checkName, listKeys, putAccount } from './storage-accounts';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{resourceGroup}`;
const provider = '/providers/Microsoft.Storage';
const account = `${group}${provider}/storageAccounts/{account}`;

export const routes: readonly ArmRoute[] = [
  ['GET', `${subscription}${provider}/storageAccounts`, 'Microsoft.Storage/storageAccounts/read', listResources(STORAGE_TYPE)],
  ['GET', `${group}${provider}/storageAccounts`, 'Microsoft.Storage/storageAccounts/read', listResources(STORAGE_TYPE)],
  ['GET', account, 'Microsoft.Storage/storageAccounts/read', getResource(STORAGE_TYPE)],
  ['PUT', account, 'Microsoft.Storage/storageAccounts/write', putAccount],
  ['DELETE', account, 'Microsoft.Storage/storageAccounts/delete', deleteResource],
  ['POST', `${account}/listKeys`, 'Microsoft.Storage/storageAccounts/listKeys/action', listKeys],
  ['POST', `${subscription}${provider}/checkNameAvailability`, 'Microsoft.Storage/checknameavailability/read', checkName],
];
