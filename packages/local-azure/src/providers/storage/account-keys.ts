import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { record, text } from '../../world/json';
import { keysOf, renewDelegation, renewKey, STORAGE_TYPE } from '../../world/storage/storage-accounts';
import type { ArmResource, World } from '../../world/world';

/** The account below which a path ends with an action. @throws ArmError 404 */
export const accountOfAction = (call: ArmCall): ArmResource => resourceOf(call, STORAGE_TYPE, call.path.replace(/\/[^/]+$/, ''));

/** POST listKeys. */
export function listKeys(call: ArmCall): ArmAnswer {
  return { status: 200, body: keysView(call.world, accountOfAction(call).name) };
}

/** POST regenerateKey: `keyName` key1 or key2. */
export function regenerateKey(call: ArmCall): ArmAnswer {
  const { name } = accountOfAction(call);
  const keyName = text(record(call.body)['keyName'])?.toLowerCase();
  if (keyName !== 'key1' && keyName !== 'key2') throw new ArmError(400, 'InvalidKeyName', 'The key name must be key1 or key2.');
  renewKey(call.world, name, keyName);
  return { status: 200, body: keysView(call.world, name) };
}

/** POST revokeUserDelegationKeys: what was signed with keys that people were given is good for nothing any more. */
export function revokeUserDelegationKeys(call: ArmCall): ArmAnswer {
  renewDelegation(call.world, accountOfAction(call).name);
  return { status: 200 };
}

/** The service writes FULL where its description says Full. */
function keysView(world: World, name: string) {
  const { key1, key2, createdAt } = keysOf(world, name);
  const creationTime = new Date(createdAt).toISOString();
  return { keys: Object.entries({ key1, key2 }).map(([keyName, value]) => ({ creationTime, keyName, value, permissions: 'FULL' })) };
}
