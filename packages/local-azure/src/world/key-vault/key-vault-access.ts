import { mayDoData } from '../authorization/access';
import { delayOf } from '../time/delays';
import { groupsOf } from '../directory/groups';
import type { ObjectKind } from './key-vault-objects';
import type { ArmResource, World } from '../world';
import { own } from '../own';
import { readBack } from '../json';

/** One entry of a key vault's access policies, as in the management API. Permission words compare in any case. */
interface AccessPolicy {
  tenantId: string;
  objectId: string;
  permissions: { keys?: string[]; secrets?: string[]; certificates?: string[]; storage?: string[] };
}

const commonActions = {
  update: 'update/action',
  delete: 'delete',
  backup: 'backup/action',
  restore: 'restore/action',
  recover: 'recover/action',
  purge: 'purge/action',
};

const secretActions: Record<string, string> = {
  get: 'getSecret/action',
  list: 'readMetadata/action',
  set: 'setSecret/action',
  ...commonActions,
};

const keyActions: Record<string, string> = {
  get: 'read',
  list: 'read',
  create: 'create/action',
  import: 'import/action',
  ...commonActions,
  wrapkey: 'wrap/action',
  unwrapkey: 'unwrap/action',
  encrypt: 'encrypt/action',
  decrypt: 'decrypt/action',
  sign: 'sign/action',
  verify: 'verify/action',
  rotate: 'rotate/action',
};

/** Of rotation policies, which have a kind of their own among the data actions. */
const rotationActions: Record<string, string> = {
  getrotationpolicy: 'keyrotationpolicies/read',
  setrotationpolicy: 'keyrotationpolicies/write',
};

/** The data action of Azure RBAC that stands for a permission word of the access policies. */
export function dataActionFor(kind: ObjectKind, permission: string): string {
  const ofRotation = own(rotationActions, permission.toLowerCase());
  if (ofRotation !== undefined) return `Microsoft.KeyVault/vaults/${ofRotation}`;
  const verb = own(kind === 'keys' ? keyActions : secretActions, permission.toLowerCase()) ?? permission;
  return `Microsoft.KeyVault/vaults/${kind}/${verb}`;
}

/** Whether Azure RBAC decides who may do what with its keys and secrets, and not its access policies. */
export function usesRbac(keyVault: ArmResource): boolean {
  return keyVault.properties['enableRbacAuthorization'] === true;
}

function isAccessPolicy(value: unknown): value is AccessPolicy {
  return typeof value === 'object' && value !== null && 'objectId' in value && 'permissions' in value;
}

/** As they stand in its properties; what has not the shape of one is left out. */
export function accessPoliciesOf(keyVault: ArmResource): AccessPolicy[] {
  const { accessPolicies } = keyVault.properties;
  return Array.isArray(accessPolicies) ? accessPolicies.filter(isAccessPolicy) : [];
}

/** A key vault as its data plane takes it to be, which hears of new access policies late; those that it was made with it knows at once. */
function asDataPlaneKnows(world: World, keyVault: ArmResource): ArmResource {
  const delay = delayOf(world, 'access-policies', keyVault.id);
  const before = delay > 0 && world.lately.asOf(keyVault.id.toLowerCase(), world.clock.now() - delay);
  return before ? readBack(before) : keyVault;
}

/**
 * Whether a principal may do something with the keys or secrets of a key vault: by role assignments when the vault uses Azure RBAC,
 * by its access policies otherwise, never by both; what a group of the principal holds counts in both. `permission` is a word of the access policies: get, list, backup …
 */
export function keyVaultPermits(world: World, keyVault: ArmResource, objectId: string, kind: ObjectKind, permission: string): boolean {
  const known = asDataPlaneKnows(world, keyVault);
  if (usesRbac(known)) return mayDoData(world, objectId, dataActionFor(kind, permission), keyVault.id);
  const wanted = permission.toLowerCase() === 'update' && kind === 'secrets' ? 'set' : permission.toLowerCase();
  const ids = new Set([objectId, ...groupsOf(world, objectId).map((group) => group.objectId)].map((id) => id.toLowerCase()));
  return accessPoliciesOf(known)
    .filter((policy) => ids.has(policy.objectId.toLowerCase()))
    .flatMap((policy) => policy.permissions[kind] ?? [])
    .some((word) => word.toLowerCase() === wanted || word.toLowerCase() === 'all');
}
