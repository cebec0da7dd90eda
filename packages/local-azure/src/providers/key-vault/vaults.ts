import { listResources, resourceOf, wanted, type Wanted } from '../../arm/resource-handlers';
import { forbidden } from '../../arm/refusals';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { mayDo } from '../../world/authorization/access';
import { at, record, text } from '../../world/json';
import { firstState, planRegistration, recoverKeyVault, softDeleteKeyVault } from '../../world/key-vault/deleted-key-vaults';
import { usesRbac } from '../../world/key-vault/key-vault-access';
import { deletedKeyVaults, findKeyVault, vaultUriOf } from '../../world/key-vault/key-vault-objects';
import { troubleWithRules } from '../../world/network/network-rules';
import { own } from '../../world/own';
import type { ArmResource, World } from '../../world/world';
import { policiesIn } from './access-policies';
import { VAULT_TYPE } from './types';

const NAME = /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/;
const LONGEST_RETENTION = 90;

export const listVaults = listResources(VAULT_TYPE);

/** PUT: creates a key vault, brings a deleted one back (`createMode: "recover"`), or replaces the settings of one that is there. */
export function putVault(call: ArmCall): ArmAnswer {
  const asked = wanted(call, VAULT_TYPE);
  const vault = text(asked.properties['createMode']) === 'recover' ? recovered(call, asked) : shaped(call, asked);
  return { status: 200, body: vault };
}

function shaped(call: ArmCall, asked: Wanted): ArmResource {
  const { world } = call;
  const { id, name, location, tags, properties, before } = asked;
  if (!before) refuseTakenName(world, name);
  if (text(at(properties, 'sku', 'name')) === undefined) throw badRequest('The sku of the key vault is missing.');
  if (text(at(properties, 'sku', 'family'))?.toUpperCase() !== 'A') throw badRequest('The family of the sku of a key vault is A.');
  if (text(properties['tenantId']) === undefined) throw badRequest('The tenantId of the key vault is missing.');
  const rbac = decidedByRoles(call, properties, before);
  if (!rbac && !Array.isArray(properties['accessPolicies'])) throw badRequest("The parameter accessPolicies isn't specified.");
  requireRules(world, properties);
  const vault: ArmResource = {
    id,
    name,
    type: VAULT_TYPE,
    location,
    tags: tags ?? {},
    systemData: history(call, before),
    properties: {
      ...kept(properties),
      accessPolicies: policiesIn(properties),
      enabledForDeployment: properties['enabledForDeployment'] === true,
      ...protection(properties, before),
      enableRbacAuthorization: rbac,
      vaultUri: vaultUriOf(world, name),
      provisioningState: before?.properties['provisioningState'] ?? firstState(world, name),
      publicNetworkAccess: properties['publicNetworkAccess'] ?? 'Enabled',
    },
  };
  world.write(() => {
    world.resources.put(vault);
    if (!before) planRegistration(world, name);
  });
  return vault;
}

const NOT_KEPT: readonly string[] = ['createMode', 'enablePurgeProtection', 'vaultUri', 'provisioningState'];

/** What of a request is kept as it is given: a member that is null is as one that is not named. */
const kept = (given: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== null && !NOT_KEPT.includes(name)));

/** How long what is deleted can be recovered: chosen when the key vault is made, and never again. @throws ArmError 400 */
function retentionDays(given: Record<string, unknown>, before: ArmResource | undefined): number {
  const chosen = before?.properties['softDeleteRetentionInDays'];
  const days = given['softDeleteRetentionInDays'] ?? chosen ?? LONGEST_RETENTION;
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 7 || days > LONGEST_RETENTION) {
    throw badRequest('The retention of soft-deleted data must be between 7 and 90 days.');
  }
  if (chosen === undefined || days === chosen) return days;
  throw badRequest('The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.');
}

function recovered(call: ArmCall, { name, id }: Wanted): ArmResource {
  const deleted = deletedKeyVaults(call.world).get(name.toLowerCase());
  if (deleted?.vault.id.toLowerCase() !== id.toLowerCase()) {
    throw new ArmError(404, 'DeletedVaultNotFound', `The deleted key vault '${name}' was not found at its former place.`);
  }
  if (deleted.isBeingPurged === true) throw new ArmError(409, 'ConflictError', `The key vault '${name}' is being purged.`);
  recoverKeyVault(call.world, deleted);
  return call.world.resources.get(id) ?? deleted.vault;
}

/** PATCH: what is not named, or is null, stays; access policies, when named, are replaced as a whole. */
export function patchVault(call: ArmCall): ArmAnswer {
  const vault = resourceOf(call, VAULT_TYPE);
  const { tags, properties } = wanted(call, VAULT_TYPE);
  const rbac = decidedByRoles(call, properties, vault);
  requireRules(call.world, properties);
  const given = kept(properties);
  const changed = {
    ...vault,
    ...(tags && { tags }),
    systemData: history(call, vault),
    properties: {
      ...vault.properties,
      ...given,
      ...('accessPolicies' in given && { accessPolicies: policiesIn(given) }),
      ...protection(properties, vault),
      enableRbacAuthorization: rbac,
    },
  };
  call.world.write(() => {
    call.world.resources.put(changed);
  });
  return { status: 200, body: changed };
}

/** DELETE: the key vault can be recovered until its retention is over. */
export function deleteVault(call: ArmCall): ArmAnswer {
  const vault = call.world.resources.get(call.path);
  if (!vault) return { status: 204 };
  softDeleteKeyVault(call.world, vault);
  return { status: 200 };
}

/** POST checkNameAvailability: names of key vaults are unique in the world, deleted ones included. */
export function checkName(call: ArmCall): ArmAnswer {
  const name = text(record(call.body)['name']) ?? '';
  const reason = whyNot(call.world, name);
  return { status: 200, body: reason ? { nameAvailable: false, ...reason } : { nameAvailable: true } };
}

function whyNot(world: World, name: string): { reason: string; message: string } | undefined {
  if (!NAME.test(name)) return { reason: 'AccountNameInvalid', message: `The vault name '${name}' is invalid.` };
  if (!findKeyVault(world, name) && !deletedKeyVaults(world).get(name.toLowerCase())) return undefined;
  return { reason: 'AlreadyExists', message: `The vault name '${name}' is already in use. Vault names are globally unique.` };
}

const IN_DELETED_STATE =
  'A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.';

function refuseTakenName(world: World, name: string): void {
  const refusal = whyNot(world, name);
  if (refusal?.reason === 'AccountNameInvalid') throw new ArmError(400, 'VaultNameNotValid', refusal.message);
  if (deletedKeyVaults(world).get(name.toLowerCase())) throw new ArmError(409, 'ConflictError', IN_DELETED_STATE);
  if (refusal) throw new ArmError(409, 'VaultAlreadyExists', refusal.message);
}

/** Who made the key vault, who changed it last, and when. */
function history(call: ArmCall, before: ArmResource | undefined): Record<string, unknown> {
  const now = new Date(call.world.clock.now()).toISOString();
  const by = call.principal.objectId;
  const created = before ? record(before['systemData']) : { createdBy: by, createdByType: 'User', createdAt: now };
  return { ...created, lastModifiedBy: by, lastModifiedByType: 'User', lastModifiedAt: now };
}

/** Soft delete is for good, and so is purge protection, which a key vault without it does not name. @throws ArmError 400 */
function protection(given: Record<string, unknown>, before: ArmResource | undefined): Record<string, unknown> {
  if (flag(given, 'enableSoftDelete') === false) {
    throw badRequest('The property "enableSoftDelete" cannot be set to false. Soft delete is enabled for every key vault.');
  }
  const wanted = flag(given, 'enablePurgeProtection');
  const isProtected = before?.properties['enablePurgeProtection'] === true;
  if (isProtected && wanted === false) {
    throw badRequest(
      'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
    );
  }
  return {
    enableSoftDelete: true,
    softDeleteRetentionInDays: retentionDays(given, before),
    ...((isProtected || wanted) && { enablePurgeProtection: true }),
  };
}

/** Of a setting that is on or off; undefined where it is not named, or null. @throws ArmError 400 */
function flag(given: Record<string, unknown>, name: string): boolean | undefined {
  const value = own(given, name) ?? undefined;
  if (value === undefined || typeof value === 'boolean') return value;
  throw badRequest(`The value of the property "${name}" is not a boolean.`);
}

/** From this version of the API on, roles decide in a new key vault unless the request says otherwise. */
const ROLES_DECIDE_SINCE = '2026-02-01';

/**
 * Whether roles decide in a key vault instead of access policies: as before where a request leaves that open. Anyone who changes it gives
 * access: he must be allowed to. @throws ArmError 400, 403
 */
function decidedByRoles(call: ArmCall, given: Record<string, unknown>, before: ArmResource | undefined): boolean {
  const wanted = flag(given, 'enableRbacAuthorization');
  if (!before) return wanted ?? call.apiVersion >= ROLES_DECIDE_SINCE;
  const now = usesRbac(before);
  if (wanted === undefined || wanted === now) return now;
  const action = 'Microsoft.Authorization/roleAssignments/write';
  const { objectId, appId } = call.principal;
  if (!mayDo(call.world, objectId, action, before.id)) throw forbidden(appId, objectId, action, before.id);
  return wanted;
}

/** @throws ArmError 400 for rules of a firewall that cannot be */
function requireRules(world: World, { networkAcls }: Record<string, unknown>): void {
  const trouble = troubleWithRules(world, networkAcls);
  if (trouble !== undefined) throw badRequest(trouble);
}

const badRequest = (message: string) => new ArmError(400, 'BadRequest', message);
