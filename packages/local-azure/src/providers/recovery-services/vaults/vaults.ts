import { isDeepStrictEqual } from 'node:util';
import { refuseMembers } from '../../../arm/refuse-members';
import { identityAfter } from '../../../arm/identity';
import { requireRegion } from '../../../arm/require-region';
import { listed, requireSamePlace } from '../../../arm/resource-handlers';
import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { ArmError } from '../../../arm/route';
import { record, text, texts } from '../../../world/json';
import type { ArmResource, World } from '../../../world/world';
import { requireApproval } from '../approval';
import { itemsOfVault } from '../state/item-store';
import { forgetExports } from '../jobs/job-export';
import { forgetJobs, jobsAtWork } from '../state/job-store';
import { serviceEdition } from '../backup-service';
import { VAULT_TYPE, vaultPath } from '../names';
import { pollUrl } from '../operations';
import { requireRedundancy } from './redundancy';
import { forgetPolicies } from '../state/policy-store';
import {
  changeVault,
  createVault,
  forgetSettings,
  requireStaying,
  saveSettings,
  softDeleteOf,
  vaultOfCall,
  vaultPart,
} from '../state/vault-store';
import { isLess, requireSoftDelete, withDefaults } from './vault-config';
import { isUnbound, requireSettings } from './vault-settings';
import { mergedProperties } from '../state/vault-properties';
import { badRequest, param, properties } from '../wire';

/** Time that creating, changing or deleting a vault takes, in milliseconds. */
const VAULT_SPAN = 2000;

export const VAULT_STEP = 'recovery-services.vault';

/** GET of the vaults of a subscription, all in one page. */
export function listBySubscription(call: ArmCall): ArmAnswer {
  return listBelow(call, `/subscriptions/${param(call, 'subscriptionId')}`);
}

/** GET of the vaults of a group, all in one page. */
export function listByResourceGroup(call: ArmCall): ArmAnswer {
  return listBelow(call, `/subscriptions/${param(call, 'subscriptionId')}/resourceGroups/${param(call, 'resourceGroup')}`);
}

function listBelow(call: ArmCall, scope: string): ArmAnswer {
  return { status: 200, body: { value: listed(call.world, VAULT_TYPE, scope, Number.MAX_SAFE_INTEGER).map((vault) => view(call, vault)) } };
}

/** @throws ArmError 404 */
export function get(call: ArmCall): ArmAnswer {
  return { status: 200, body: view(call, vaultOfCall(call)) };
}

function view(call: ArmCall, vault: ArmResource): ArmResource {
  if (call.apiVersion >= '2026') return vault;
  const { sourceScanConfiguration: _, ...security } = record(vault.properties['securitySettings']);
  return { ...vault, properties: { ...vault.properties, securitySettings: security } };
}

/** PUT: creates a vault, which takes a moment, or changes one. */
export function put(call: ArmCall): ArmAnswer {
  const id = vaultPath(call);
  const body = record(call.body);
  const existing = call.world.resources.get(id);
  if (existing) return change(call, requireStaying(existing));
  const location = text(body['location']);
  if (!location) throw badRequest('LocationRequired', 'The location property is required for this definition.');
  requireRegion(VAULT_TYPE, location.toLowerCase().replaceAll(' ', ''));
  refuseMembers(body, OF_VAULTS);
  if (!text(record(body['sku'])['name'])) throw badRequest('InvalidRequestContent', 'The sku of the vault is required.');
  if (!/^[A-Za-z][A-Za-z0-9-]{1,49}$/.test(param(call, 'vaultName'))) {
    throw badRequest('InvalidParameter', 'A vault name has 2 to 50 letters, digits and hyphens and begins with a letter.');
  }
  const wanted = withDefaults(call.world, properties(call));
  requireRedundancy(call.world, undefined, record(wanted['redundancySettings']));
  requireSettings(undefined, wanted);
  requireRoomIn(call, location.toLowerCase().replaceAll(' ', ''));
  const { sku, tags } = body;
  const { identity } = identityAfter(call, undefined, body['identity']);
  const vault = createVault(call.world, { id, location, properties: wanted, sku, tags, identity });
  saveSettings(call.world, id, { redundancyFromVault: properties(call)['redundancySettings'] !== undefined });
  const { backupStorageVersion: _, ...whileBeingMade } = vault.properties;
  // Who has to approve changes is not known to the service before it is done.
  const securitySettings = { ...vaultPart(vault, 'securitySettings'), multiUserAuthorization: 'Invalid' };
  const pending = { ...vault, properties: { ...whileBeingMade, securitySettings, provisioningState: 'Provisioning' } };
  call.world.resources.put(pending);
  planStep(call.world, id, 'ready');
  return { status: 201, headers: { 'Azure-AsyncOperation': statusUrl(call, id), ...SOON }, body: view(call, pending) };
}

const MOST_VAULTS = { '2017-01': 25, current: 500 } as const;

/**
 * Sources: the limits of Azure Backup as they stood in February 2017, and learn.microsoft.com/azure/backup/backup-azure-backup-faq, of 7 January
 * 2026. The code is not published. @throws 400 where the subscription has as many vaults in the region as it may
 */
function requireRoomIn(call: ArmCall, location: string): void {
  const most = MOST_VAULTS[serviceEdition(call.world)];
  const all = call.world.resources.page(VAULT_TYPE, `/subscriptions/${param(call, 'subscriptionId')}`, Number.MAX_SAFE_INTEGER);
  if (all.filter((vault) => vault.location === location).length < most) return;
  throw badRequest(
    'VaultLimitReached',
    `The subscription has ${most} Recovery Services vaults in '${location}' already, which is the most it takes.`,
  );
}

/** Vaults have a tier and nothing else to choose. */
export const OF_VAULTS = ['sku.capacity', 'sku.family', 'sku.size'] as const;

/** PATCH: changes tags, identity, sku or properties. */
export function patch(call: ArmCall): ArmAnswer {
  return change(call, vaultOfCall(call));
}

function change(call: ArmCall, vault: ArmResource): ArmAnswer {
  refuseMembers(call.body, OF_VAULTS);
  const { location, sku, tags, identity } = record(call.body);
  requireSamePlace(vault, (text(location) ?? vault.location ?? '').toLowerCase().replaceAll(' ', ''));
  const given = properties(call);
  requireRedundancy(call.world, vault, record(given['redundancySettings']));
  requireSettings(vault, given);
  const softDelete = requireSoftDelete(call.world, softDeleteOf(vault), record(record(given['securitySettings'])['softDeleteSettings']));
  const approvals = given['resourceGuardOperationRequests'];
  if (isLess(softDeleteOf(vault), softDelete)) requireApproval(call, vault, 'backupconfig/write', approvals);
  if (isUnbound(vault, given)) requireApproval(call, vault, 'vaults/write#reduceImmutabilityState', approvals);
  if (given['redundancySettings'] !== undefined) saveSettings(call.world, vault.id, { redundancyFromVault: true });
  const { identity: _, ...withoutIdentity } = vault;
  const changed = changeVault(call.world, withoutIdentity, {
    ...(sku !== undefined && { sku }),
    ...(tags !== undefined && { tags: texts(tags) }),
    ...identityAfter(call, vault, identity),
  });
  if (isDeepStrictEqual(mergedProperties(vault, given), vault.properties)) return { status: 200, body: view(call, changed) };
  return changing(call, changed, given);
}

/** Of a change of settings; a clock that only somebody's hand turns would let a client poll for ever. */
const changeSpan = ({ clockMode }: World) => (clockMode.mode === 'standing' ? 0 : VAULT_SPAN);

/** Settings are accepted, and are what they were until the service is done with them: recordings of the command line. */
function changing(call: ArmCall, vault: ArmResource, given: Record<string, unknown>): ArmAnswer {
  const { world, correlationId } = call;
  const updating = { ...vault, properties: { ...vault.properties, provisioningState: 'Updating' } };
  const payload = { vaultId: vault.id, outcome: 'changed', given };
  const span = changeSpan(world);
  if (span === 0) runVaultStep(world, payload);
  else {
    world.resources.put(updating);
    world.schedule.plan({ id: `${VAULT_STEP}:${correlationId}`, dueAt: world.clock.now() + span, kind: VAULT_STEP, payload });
  }
  if (call.method === 'PUT') {
    return { status: 201, headers: { 'Azure-AsyncOperation': statusUrl(call, vault.id), ...SOON }, body: view(call, updating) };
  }
  return goingOn(call, vault.id);
}

/** What was accepted, with where to ask how it ends. */
function goingOn(call: ArmCall, vaultId: string, operationId?: string): ArmAnswer {
  const status = statusUrl(call, vaultId, operationId);
  const result = status.replace('/operationStatus/', '/operationResults/');
  return { status: 202, headers: { 'Azure-AsyncOperation': status, Location: result, ...SOON } };
}

/** DELETE: takes a moment in the later api-versions; refused while the vault holds items, soft-deleted ones included, or is getting one. */
export function remove(call: ArmCall): ArmAnswer {
  const vault = call.world.resources.get(vaultPath(call));
  if (!vault) return { status: 204 };
  requireEmpty(call.world, vault);
  changeVault(call.world, vault, { properties: { ...vault.properties, provisioningState: 'Deleting' } });
  if (call.apiVersion < LASTING_DELETION) {
    runVaultStep(call.world, { vaultId: vault.id, outcome: 'gone' });
    return { status: 200 };
  }
  planStep(call.world, vault.id, 'gone');
  return goingOn(call, vault.id);
}

/** Before, a deletion was over with its answer. */
const LASTING_DELETION = '2023-06';

/** @throws 409 while the vault holds or is getting items, 400 while it holds nothing but deleted ones that can be brought back */
function requireEmpty(world: World, vault: ArmResource): void {
  const items = itemsOfVault(world, vault.id);
  const present = items.filter(({ deletedAt }) => deletedAt === undefined);
  const holders = [...new Set([...present, ...jobsAtWork(world, vault.id)].map(({ part }) => part))];
  if (holders.length > 0) {
    throw new ArmError(
      409,
      'ServiceResourceNotEmptyWithContainerDetails',
      `Vault cannot be deleted as there are existing resources within the vault. : ${holders.join(', ')}\nUnregister all containers from the vault and then retry to delete vault.`,
    );
  }
  if (items.length === 0) return;
  throw badRequest(
    'ServiceResourceNotEmptyWithBackendMessage',
    `Vault cannot be deleted as there are backup items in soft deleted state in the vault: ${items.map(({ vmName }) => vmName).join(', ')}. They are permanently deleted ${softDeleteOf(vault).retentionDays} days after they were deleted. Try again when no item in soft deleted state is left in the vault.`,
  );
}

/** GET {V}/operationStatus/{id}. Once a vault is deleted the status answers 404, which pollers take as done. */
export function operationStatus(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const done = vault.properties['provisioningState'] === 'Succeeded';
  const headers = { 'Azure-AsyncOperation': statusUrl(call, vault.id, param(call, 'operationId')), ...SOON };
  const body = { id: call.path, name: param(call, 'operationId'), status: done ? 'Succeeded' : 'InProgress' };
  return done ? { status: 200, body } : { status: 200, headers, body };
}

/** GET {V}/operationResults/{id}: what has become of the vault. */
export function operationResult(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const isDone = vault.properties['provisioningState'] === 'Succeeded';
  return isDone ? { status: 200, body: view(call, vault) } : goingOn(call, vault.id, param(call, 'operationId'));
}

/** Without it the command line looks again after half a minute only. */
const SOON = { 'Retry-After': '1' };

function statusUrl(call: ArmCall, vaultId: string, name = Buffer.from(`1;${call.correlationId}`).toString('base64')): string {
  return pollUrl(call, `${vaultId}/operationStatus/${encodeURIComponent(name)}`);
}

function planStep(world: World, vaultId: string, outcome: 'ready' | 'gone'): void {
  const dueAt = world.clock.now() + VAULT_SPAN;
  world.schedule.plan({ id: `${VAULT_STEP}:${vaultId.toLowerCase()}`, dueAt, kind: VAULT_STEP, payload: { vaultId, outcome } });
}

/** The end of making, changing or deleting a vault. */
export function runVaultStep(world: World, payload: unknown): void {
  const { vaultId, outcome, given } = record(payload);
  const vault = world.resources.get(text(vaultId) ?? '');
  if (!vault) return;
  if (outcome === 'changed') {
    const properties = mergedProperties(vault, record(given));
    const isUpdating = vault.properties['provisioningState'] === 'Updating';
    changeVault(world, vault, { properties: { ...properties, ...(isUpdating && { provisioningState: 'Succeeded' }) } });
    return;
  }
  if (outcome === 'ready') {
    const securitySettings = { ...vaultPart(vault, 'securitySettings'), multiUserAuthorization: 'Disabled' };
    const made = { securitySettings, provisioningState: 'Succeeded', backupStorageVersion: 'Unassigned' };
    changeVault(world, vault, { properties: { ...vault.properties, ...made } });
    return;
  }
  world.resources.delete(vault.id);
  forgetPolicies(world, vault.id);
  forgetJobs(world, vault.id);
  forgetSettings(world, vault.id);
  forgetExports(world, vault.id);
}
