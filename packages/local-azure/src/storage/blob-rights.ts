import { mayDo, mayDoData } from '../world/authorization/access';
import type { World } from '../world/world';
import type { BlobCall } from './call';

const SERVICE = 'Microsoft.Storage/storageAccounts/blobServices';

/** The action by which somebody gets a key to sign with; the only one that is no container's. */
export const DELEGATE = 'generateUserDelegationKey/action';

/** Where rights to what a request names are judged: at its container, or at the account. */
export const scopeOf = ({ account, container }: Pick<BlobCall, 'account' | 'container'>): string =>
  container === '' ? account.id : `${account.id}/blobServices/default/containers/${container}`;

/** Whether somebody's roles allow an action of a route. Containers are managed by actions, blobs used by data actions. */
export function mayUse(world: World, objectId: string, action: string, scope: string): boolean {
  const whole = action === DELEGATE ? `${SERVICE}/${action}` : `${SERVICE}/containers/${action}`;
  return action.startsWith('blobs/') ? mayDoData(world, objectId, whole, scope) : mayDo(world, objectId, whole, scope);
}
