import type { ArmRoute } from '../../arm/route';
import { getResource, listResources } from '../../arm/resource-handlers';
import { STORAGE_TYPE } from '../../world/storage/storage-accounts';
import { listKeys, regenerateKey, revokeUserDelegationKeys } from './account-keys';
import { checkName } from './account-names';
import { listAccountSas, listServiceSas } from './account-sas';
import { getBlobService, setBlobService } from './blob-service';
import { deleteContainer, getContainer, listContainers, putContainerResource } from './containers';
import { listUsages } from './usages';
import { deleteAccount, getOperation, patchAccount, putAccount } from './storage-accounts';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{resourceGroup}`;
const provider = '/providers/Microsoft.Storage';
const account = `${group}${provider}/storageAccounts/{account}`;
const containers = `${account}/blobServices/default/containers`;

const A = 'Microsoft.Storage/storageAccounts';
const C = `${A}/blobServices/containers`;

/** Microsoft.Storage: accounts, their keys and signatures, and the containers of their blobs. */
export const routes: readonly ArmRoute[] = [
  ['GET', `${subscription}${provider}/storageAccounts`, `${A}/read`, listResources(STORAGE_TYPE)],
  ['GET', `${group}${provider}/storageAccounts`, `${A}/read`, listResources(STORAGE_TYPE)],
  ['GET', account, `${A}/read`, getResource(STORAGE_TYPE)],
  ['PUT', account, `${A}/write`, putAccount],
  ['PATCH', account, `${A}/write`, patchAccount],
  ['DELETE', account, `${A}/delete`, deleteAccount],
  ['POST', `${account}/listKeys`, `${A}/listKeys/action`, listKeys],
  ['POST', `${account}/regenerateKey`, `${A}/regeneratekey/action`, regenerateKey],
  ['POST', `${account}/revokeUserDelegationKeys`, `${A}/revokeUserDelegationKeys/action`, revokeUserDelegationKeys],
  ['POST', `${account}/ListAccountSas`, `${A}/listAccountSas/action`, listAccountSas],
  ['POST', `${account}/ListServiceSas`, `${A}/listServiceSas/action`, listServiceSas],
  ['POST', `${subscription}${provider}/checkNameAvailability`, 'Microsoft.Storage/checknameavailability/read', checkName],
  ['GET', `${subscription}${provider}/locations/{location}/usages`, 'Microsoft.Storage/locations/usages/read', listUsages],
  ['GET', `${subscription}${provider}/locations/{location}/asyncoperations/{operationId}`, null, getOperation],
  ['GET', `${account}/blobServices/default`, `${A}/blobServices/read`, getBlobService],
  ['PUT', `${account}/blobServices/default`, `${A}/blobServices/write`, setBlobService],
  ['GET', containers, `${C}/read`, listContainers],
  ['GET', `${containers}/{container}`, `${C}/read`, getContainer],
  ['PUT', `${containers}/{container}`, `${C}/write`, putContainerResource],
  ['PATCH', `${containers}/{container}`, `${C}/write`, putContainerResource],
  ['DELETE', `${containers}/{container}`, `${C}/delete`, deleteContainer],
];
