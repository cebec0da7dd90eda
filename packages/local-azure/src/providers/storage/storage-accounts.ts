import { randomUUID } from 'node:crypto';
import { refuseMembers } from '../../arm/refuse-members';
import { resourceOf, wanted } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { keepOperation } from '../../world/kept-operations';
import { forgetBlobService } from '../../world/storage/blob-services';
import { purgeContainersOf } from '../../world/storage/blobs';
import { cloudOf } from '../../world/cloud';
import { at, record, recordOrNone, text } from '../../world/json';
import { troubleWithRules } from '../../world/network/network-rules';
import { forgetKeys, STORAGE_TYPE } from '../../world/storage/storage-accounts';
import { holdsBelow } from '../../world/compute/vhd-holders';
import type { ArmResource, World } from '../../world/world';
import { refuseTakenName } from './account-names';
import { requireAccountQuota } from './usages';
import { OF_ACCOUNTS } from './unserved-members';

/** Time that making an account takes, in milliseconds. */
const CREATE_TAKES = 17_000;

export const ACCOUNT_STEP = 'storage.account';

/** Where an account's blobs, files, queues and tables answer. */
function endpointsOf(world: World, name: string): Record<string, string> {
  return Object.fromEntries(
    ['blob', 'dfs', 'file', 'queue', 'table'].map((service) => [service, `https://${name}.${service}.${cloudOf(world).storage}/`]),
  );
}

/** The firewall of an account that nobody has closed. */
const OPEN = { bypass: 'AzureServices', virtualNetworkRules: [], ipRules: [], defaultAction: 'Allow' };

/** The rules of a firewall with those that are given in their place. @throws ArmError 400 */
function networkAcls(world: World, before: unknown, given: unknown) {
  const trouble = troubleWithRules(world, given);
  if (trouble !== undefined)
    throw new ArmError(400, 'InvalidValuesForRequestParameters', `Values for request parameters are invalid: networkAcls. ${trouble}`);
  return { networkAcls: { ...OPEN, ...record(before), ...record(given) } };
}

const skuOf = (name: string) => ({ name, tier: name.startsWith('Premium') ? 'Premium' : 'Standard' });

const encrypted = (since: number) => ({ enabled: true, keyType: 'Account', lastEnabledTime: new Date(since).toISOString() });

/** The parts of an account that follow from its name, its sku and its kind. */
export function accountShape(world: World, name: string, sku: string, kind: string, createdAt: number) {
  return {
    sku: skuOf(sku),
    kind,
    properties: {
      creationTime: new Date(createdAt).toISOString(),
      primaryEndpoints: endpointsOf(world, name),
      statusOfPrimary: 'available',
      supportsHttpsTrafficOnly: true,
      allowBlobPublicAccess: false,
      minimumTlsVersion: 'TLS1_2',
      networkAcls: OPEN,
      privateEndpointConnections: [],
      encryption: { keySource: 'Microsoft.Storage', services: { file: encrypted(createdAt), blob: encrypted(createdAt) } },
      ...(kind !== 'Storage' && { accessTier: 'Hot' }),
      provisioningState: 'Succeeded',
    },
  };
}

/** PUT of an account: 202 for a new one, which takes a moment; 200 with the account for one that is there. */
export function putAccount(call: ArmCall): ArmAnswer {
  const { world } = call;
  const { id, name, location, tags, properties, body, before } = wanted(call, STORAGE_TYPE);
  refuseMembers(body, OF_ACCOUNTS);
  if (before) return change(call, before);
  refuseTakenName(world, name);
  requireAccountQuota(world, { id, location });
  const sku = text(at(body, 'sku', 'name'));
  if (sku === undefined) throw new ArmError(400, 'AccountPropertyIsMissing', 'The sku of the storage account is missing.');
  const shape = accountShape(world, name, sku, text(body['kind']) ?? 'StorageV2', world.clock.now());
  const acls = networkAcls(world, undefined, properties['networkAcls']);
  const made = { ...shape.properties, primaryLocation: location, ...properties, ...acls, provisioningState: 'Creating' };
  world.resources.put({ id, name, type: STORAGE_TYPE, location, ...(tags && { tags }), ...shape, properties: made });
  const operation = { id: randomUUID(), accountId: id };
  keepOperation(world, OPERATIONS, operation.id, operation);
  world.schedule.plan({
    id: `${ACCOUNT_STEP}:${id.toLowerCase()}`,
    dueAt: world.clock.now() + CREATE_TAKES,
    kind: ACCOUNT_STEP,
    payload: id,
  });
  return pending(
    call,
    `/subscriptions/${call.params['subscriptionId'] ?? ''}/providers/Microsoft.Storage/locations/${location}/asyncoperations/${operation.id}`,
  );
}

/** PATCH of an account. */
export function patchAccount(call: ArmCall): ArmAnswer {
  return change(call, resourceOf(call, STORAGE_TYPE));
}

function change(call: ArmCall, before: ArmResource): ArmAnswer {
  const body = record(call.body);
  refuseMembers(body, OF_ACCOUNTS);
  const sku = text(at(body, 'sku', 'name'));
  const tags = recordOrNone(body['tags']);
  const given = record(body['properties']);
  const changed: ArmResource = {
    ...before,
    ...(sku !== undefined && { sku: skuOf(sku) }),
    ...(tags && { tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)])) }),
    properties: { ...before.properties, ...given, ...networkAcls(call.world, before.properties['networkAcls'], given['networkAcls']) },
  };
  call.world.resources.put(changed);
  return { status: 200, body: changed };
}

/** Azure's words: learn.microsoft.com/troubleshoot/azure/azure-storage/storage-resource-deletion-errors. */
const IN_USE =
  'The storage account cannot be deleted due to its artifacts being in use. For more information on troubleshooting this issue, see https://azure.microsoft.com/documentation/articles/storage-cannot-delete-storage-account-container-vhd/';

/** DELETE of an account, with all its blobs and its keys. @throws ArmError 409 while a machine runs from a VHD in it */
export function deleteAccount(call: ArmCall): ArmAnswer {
  const account = call.world.resources.get(call.path);
  if (!account) return { status: 204 };
  if (holdsBelow(call.world, endpointsOf(call.world, account.name)['blob'] ?? '')) throw new ArmError(409, 'AccountIsLocked', IN_USE);
  purgeContainersOf(call.world, account.name);
  forgetBlobService(call.world, account.name);
  forgetKeys(call.world, account.name);
  call.world.resources.delete(account.id);
  return { status: 200 };
}

const OPERATIONS = 'storage-operations';

const operations = (world: World) => world.documents<{ id: string; accountId: string }>(OPERATIONS);

const pending = (call: ArmCall, path: string): ArmAnswer => ({
  status: 202,
  headers: { Location: `${call.origin}${path}?monitor=true&api-version=${call.apiVersion}`, 'Retry-After': '17' },
});

/** GET of the operation that makes an account: 202 until it is there. */
export function getOperation(call: ArmCall): ArmAnswer {
  const account = call.world.resources.get(operations(call.world).get(call.params['operationId'] ?? '')?.accountId ?? '');
  if (!account) throw new ArmError(404, 'NotFound', `The operation '${call.params['operationId'] ?? ''}' was not found.`);
  return account.properties['provisioningState'] === 'Succeeded' ? { status: 200, body: account } : pending(call, call.path);
}
