import { putResource, resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { at, record, text } from '../../world/json';
import { keysOf, STORAGE_TYPE } from '../../world/storage-accounts';
import type { World } from '../../world/world';

const NAME = /^[a-z0-9]{3,24}$/;

/** Where an account's blobs, files, queues and tables answer. */
export function endpointsOf(name: string): Record<string, string> {
  return Object.fromEntries(['blob', 'file', 'queue', 'table'].map((service) => [service, `https://${name}.${service}.core.windows.net/`]));
}

/** The parts of an account that follow from its name, its sku and its kind. */
export function accountShape(name: string, sku: string, kind: string, createdAt: number) {
  return {
    sku: { name: sku, tier: sku.startsWith('Premium') ? 'Premium' : 'Standard' },
    kind,
    properties: {
      creationTime: new Date(createdAt).toISOString(),
      primaryEndpoints: endpointsOf(name),
      statusOfPrimary: 'available',
      supportsHttpsTrafficOnly: true,
      allowBlobPublicAccess: false,
      minimumTlsVersion: 'TLS1_2',
      encryption: { keySource: 'Microsoft.Storage', services: { blob: { enabled: true, keyType: 'Account' } } },
      provisioningState: 'Succeeded',
    },
  };
}

/** PUT of an account: ready at once. */
export const putAccount = putResource(STORAGE_TYPE, ({ name, location, body, properties, before }, call) => {
  if (!before) refuseTakenName(call.world, name);
  const sku = text(at(body, 'sku', 'name'));
  if (sku === undefined) throw new ArmError(400, 'AccountPropertyIsMissing', 'The sku of the storage account is missing.');
  const shape = accountShape(name, sku, text(body['kind']) ?? 'StorageV2', call.world.clock.now());
  return { ...shape, properties: { ...shape.properties, primaryLocation: location, ...before?.properties, ...properties } };
});

/** POST listKeys. The service writes FULL where its description says Full. */
export function listKeys(call: ArmCall): ArmAnswer {
  const account = resourceOf(call, STORAGE_TYPE, call.path.replace(/\/[^/]+$/, ''));
  const { key1, key2, createdAt } = keysOf(call.world, account.name);
  const creationTime = new Date(createdAt).toISOString();
  const keys = Object.entries({ key1, key2 }).map(([keyName, value]) => ({ creationTime, keyName, value, permissions: 'FULL' }));
  return { status: 200, body: { keys } };
}

export function checkName(call: ArmCall): ArmAnswer {
  const name = text(record(call.body)['name']) ?? '';
  const refusal = whyNot(call.world, name);
  return { status: 200, body: refusal ? { nameAvailable: false, ...refusal } : { nameAvailable: true } };
}

function whyNot(world: World, name: string): { reason: string; message: string } | undefined {
  if (!NAME.test(name)) return { reason: 'AccountNameInvalid', message: `${name} is not a valid storage account name.` };
  if (world.resources.named(STORAGE_TYPE, name).length === 0) return undefined;
  return { reason: 'AlreadyExists', message: `The storage account named ${name} is already taken.` };
}

function refuseTakenName(world: World, name: string): void {
  const refusal = whyNot(world, name);
  if (refusal?.reason === 'AccountNameInvalid') throw new ArmError(400, 'AccountNameInvalid', refusal.message);
  if (refusal) throw new ArmError(409, 'StorageAccountAlreadyTaken', refusal.message);
}
