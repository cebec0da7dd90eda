import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { canonicalId, nameOf, parentOf } from '../../world/arm-ids';
import { refuseMembers } from '../../arm/refuse-members';
import { at, record, recordOrNone, text, texts } from '../../world/json';
import { own } from '../../world/own';
import type { ArmResource } from '../../world/world';
import { isEncryptionExtension } from './disk-encryption';
import { hideSecret } from './encryption-application';
import { requireUsableKeyVault } from './encryption-checks';
import { beginOperation, pollHeaders } from './operations';
import { requireNoOtherEncryption } from './other-encryption';
import { EXTENSION_TYPE, VM_TYPE } from './types';
import { OF_EXTENSIONS } from './unserved-members';

const ENCRYPTION_TAKES = 140_000;
const OTHERS_TAKE = 30_000;
const REMOVAL_TAKES = 20_000;

/** PUT of an extension: it runs inside the machine, which takes its time. New settings replace the old ones whole. */
export function putExtension(call: ArmCall): ArmAnswer {
  const { world } = call;
  const vm = resourceOf(call, VM_TYPE, parentOf(call.path));
  const before = world.resources.get(call.path);
  const body = record(call.body);
  refuseMembers(body, OF_EXTENSIONS);
  requireExtensible(vm);
  const { protectedSettings, ...properties } = record(body['properties']);
  const tags = recordOrNone(body['tags']);
  const extension: ArmResource = {
    id: before?.id ?? canonicalId(call.path, EXTENSION_TYPE),
    name: before?.name ?? nameOf(call.path),
    type: EXTENSION_TYPE,
    location: vm.location ?? '',
    ...(tags && { tags: texts(tags) }),
    properties: { ...properties, provisioningState: before ? 'Updating' : 'Creating' },
  };
  if (text(properties['publisher']) === undefined || text(properties['type']) === undefined) {
    throw new ArmError(400, 'InvalidParameter', "Required parameter 'publisher' or 'type' is missing (null).");
  }
  const isSame = before !== undefined && isAlike(before.properties, properties);
  const encrypts = isEncryptionExtension(extension);
  if (encrypts) requireEncryptable(call, vm, record(properties['settings']));
  world.resources.put(extension);
  hideSecret(world, extension.id, text(record(protectedSettings)['AADClientSecret']));
  const kind = isSame ? 'provisioned' : 'extension';
  const operation = beginOperation(world, { kind, id: extension.id }, encrypts && !isSame ? ENCRYPTION_TAKES : OTHERS_TAKE);
  const { Location: __, ...headers } = pollHeaders(call, vm.location ?? '', operation);
  return { status: before ? 200 : 201, headers, body: extension };
}

/** @throws ArmError 409 for a machine that was made without an agent, or is to have no extensions */
function requireExtensible({ properties }: ArmResource): void {
  const { windowsConfiguration, linuxConfiguration, allowExtensionOperations } = record(properties['osProfile']);
  const isOpen =
    allowExtensionOperations !== false && [windowsConfiguration, linuxConfiguration].every((one) => at(one, 'provisionVMAgent') !== false);
  if (isOpen) return;
  throw new ArmError(
    409,
    'OperationNotAllowed',
    'This operation cannot be performed when extension operations are disallowed. To allow, please ensure VM Agent is installed on the VM and the osProfile.allowExtensionOperations property is true.',
  );
}

/** Extensions run again when anything of them is another than before; `forceUpdateTag` is there to be another. */
function isAlike(before: Record<string, unknown>, given: Record<string, unknown>): boolean {
  if (before['provisioningState'] !== 'Succeeded') return false;
  return ['forceUpdateTag', 'settings', 'typeHandlerVersion'].every(
    (name) => JSON.stringify(own(before, name)) === JSON.stringify(own(given, name)),
  );
}

function requireEncryptable(call: ArmCall, vm: ArmResource, settings: Record<string, unknown>): void {
  if (settings['EncryptionOperation'] === 'DisableEncryption') return;
  requireNoOtherEncryption(call, vm);
  const keyVaultId = text(settings['KeyVaultResourceId']) ?? '';
  const keyUrl = text(settings['KeyEncryptionKeyURL']) || undefined;
  requireUsableKeyVault(call, { url: text(settings['KeyVaultURL']) ?? '', keyVaultId }, vm.location ?? '');
  if (keyUrl === undefined) return;
  requireUsableKeyVault(call, { url: keyUrl, keyVaultId: text(settings['KekVaultResourceId']) || keyVaultId }, vm.location ?? '');
}

/** DELETE of an extension. What it did to the disks stays. */
export function deleteExtension(call: ArmCall): ArmAnswer {
  const vm = resourceOf(call, VM_TYPE, parentOf(call.path));
  const extension = call.world.resources.get(call.path);
  if (!extension) return { status: 204 };
  const operation = beginOperation(call.world, { kind: 'extension-gone', id: extension.id }, REMOVAL_TAKES);
  return { status: 202, headers: pollHeaders(call, vm.location ?? '', operation) };
}
