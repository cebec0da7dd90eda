import { refuseMembers } from '../../arm/refuse-members';
import { asStored, deleteResource, putResource, resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { subscriptionOf } from '../../world/arm-ids';
import { servicePrincipalOf, tenant } from '../../world/directory/directory';
import { at, text } from '../../world/json';
import { parseObjectUrl, readKey } from '../../world/key-vault/key-vault-objects';
import { guidOf } from '../../world/stable-ids';
import { planLook } from './follow-key';
import { DISK_ENCRYPTION_SET_TYPE, DISK_TYPE } from './types';
import { OF_ENCRYPTION_SETS } from './unserved-members';

function requireKey(call: ArmCall, keyUrl: string): void {
  if (parseObjectUrl(keyUrl)?.version === undefined) {
    throw new ArmError(400, 'InvalidParameter', `${keyUrl} is not a valid versioned Key Vault URL.`);
  }
  if (readKey(call.world, keyUrl).state === 'present') return;
  throw new ArmError(400, 'KeyVaultKeyNotFound', `The key ${keyUrl} was not found.`);
}

const put = putResource(
  DISK_ENCRYPTION_SET_TYPE,
  ({ id, name, properties, body, before }, call) => {
    refuseMembers(body, OF_ENCRYPTION_SETS);
    const keyUrl = text(at(properties, 'activeKey', 'keyUrl')) ?? '';
    requireKey(call, keyUrl);
    const rotated = text(at(before, 'properties', 'activeKey', 'keyUrl')) !== keyUrl;
    const { autoKeyRotationError: _, ...given } = properties;
    const { objectId: principalId } = servicePrincipalOf(call.world, guidOf(id.toLowerCase()), name);
    return {
      identity: { type: text(at(body, 'identity', 'type')) ?? 'SystemAssigned', principalId, tenantId: tenant(call.world)?.tenantId },
      properties: {
        encryptionType: 'EncryptionAtRestWithCustomerKey',
        ...given,
        rotationToLatestKeyVersionEnabled: given['rotationToLatestKeyVersionEnabled'] === true,
        previousKeys: before && rotated ? [before.properties['activeKey']] : [],
        lastKeyRotationTimestamp: rotated ? new Date(call.world.clock.now()).toISOString() : before?.properties['lastKeyRotationTimestamp'],
        provisioningState: 'Succeeded',
      },
    };
  },
  asStored,
  200,
);

/**
 * PUT of a disk encryption set: its key must be there; another key makes the one before a previous one. One that is to follow its key takes
 * new versions of it by itself.
 */
export function putDiskEncryptionSet(call: ArmCall): ArmAnswer {
  const answer = put(call);
  planLook(call.world, resourceOf(call, DISK_ENCRYPTION_SET_TYPE));
  return answer;
}

/** DELETE: refused while a disk names the set. */
export function deleteDiskEncryptionSet(call: ArmCall): ArmAnswer {
  const { resources } = call.world;
  if (!resources.get(call.path)) return { status: 204 };
  const { id, name } = resourceOf(call, DISK_ENCRYPTION_SET_TYPE);
  const user = resources
    .list(DISK_TYPE, `/subscriptions/${subscriptionOf(id)}`)
    .find((disk) => text(at(disk.properties, 'encryption', 'diskEncryptionSetId'))?.toLowerCase() === id.toLowerCase());
  if (user) {
    throw new ArmError(409, 'OperationNotAllowed', `Disk Encryption Set ${name} is in use by ${user.id} and cannot be deleted.`);
  }
  return deleteResource(call);
}
