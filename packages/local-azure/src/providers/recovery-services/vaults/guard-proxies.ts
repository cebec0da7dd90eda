import { requireLinked } from '../../../arm/authorize';
import { ArmError, type ArmAnswer, type ArmCall } from '../../../arm/route';
import { at, record, text } from '../../../world/json';
import { defaultRequest, GUARD_TYPE } from '../../../world/authorization/resource-guards';
import type { ArmResource } from '../../../world/world';
import { approvalsIn, requireUnlocked } from '../approval';
import { VAULT_TYPE } from '../names';
import { protectedOperations, PROXY_NAME, proxyId, proxyOf, unlock } from '../state/guard-proxy';
import { changeVault, saveSettings, vaultOfCall, vaultPart } from '../state/vault-store';
import { badRequest, param, properties } from '../wire';

const GUARD_READ = 'Microsoft.DataProtection/subscriptions/resourceGroups/providers/resourceGuards/read';

function view(call: ArmCall, vault: ArmResource) {
  const proxy = proxyOf(call.world, vault.id);
  if (!proxy) return undefined;
  const { guardId, updatedAt } = proxy;
  const description = text(call.world.resources.get(guardId)?.properties['description']);
  return {
    id: proxyId(vault.id),
    name: PROXY_NAME,
    type: `${VAULT_TYPE}/backupResourceGuardProxies`,
    properties: {
      resourceGuardResourceId: guardId,
      resourceGuardOperationDetails: protectedOperations(call.world, vault.id).map((one) => ({
        vaultCriticalOperation: one.operation,
        defaultResourceRequest: defaultRequest(guardId, one),
      })),
      lastUpdatedTime: new Date(updatedAt).toISOString(),
      ...(description !== undefined && { description }),
    },
  };
}

/** GET {V}/backupResourceGuardProxies: one at most. @throws ArmError 404 without the vault */
export function list(call: ArmCall): ArmAnswer {
  return { status: 200, body: { value: [view(call, vaultOfCall(call)) ?? []].flat() } };
}

const notFound = () => new ArmError(404, 'ResourceNotFound', `The vault has no Resource Guard mapping of this name.`);

/** @throws ArmError 404 */
export function get(call: ArmCall): ArmAnswer {
  const body = view(call, named(call));
  if (!body) throw notFound();
  return { status: 200, body };
}

/** The vault, where the path names the one proxy it can have. @throws 404 */
function named(call: ArmCall): ArmResource {
  if (param(call, 'proxyName').toLowerCase() !== PROXY_NAME.toLowerCase()) throw notFound();
  return vaultOfCall(call);
}

/** PUT: protects the vault with a guard of its region that the caller may see; from one guard to another is like removing the first. */
export function put(call: ArmCall): ArmAnswer {
  const vault = named(call);
  const guardId = text(properties(call)['resourceGuardResourceId']) ?? '';
  requireLinked(call, GUARD_READ, guardId);
  const guard = call.world.resources.get(guardId);
  if (guard?.type !== GUARD_TYPE) throw badRequest('UserErrorResourceGuardNotFound', `The Resource Guard '${guardId}' was not found.`);
  if (guard.location !== vault.location) {
    throw badRequest('UserErrorResourceGuardRegionMismatch', 'The vault and its Resource Guard must be in the same region.');
  }
  const before = proxyOf(call.world, vault.id);
  if (before && before.guardId.toLowerCase() !== guardId.toLowerCase()) {
    requireUnlocked(call, vault, 'backupResourceGuardProxies/delete', proxyId(vault.id));
  }
  call.world.write(() => {
    saveSettings(call.world, vault.id, { guardProxy: { guardId: guard.id, updatedAt: call.world.clock.now() }, unlocked: {} });
    showAuthorization(call, vault, 'Enabled');
  });
  return { status: 200, body: view(call, vault) };
}

/** DELETE: one that is not there is no failure. */
export function remove(call: ArmCall): ArmAnswer {
  const vault = named(call);
  if (!proxyOf(call.world, vault.id)) return { status: 204 };
  requireUnlocked(call, vault, 'backupResourceGuardProxies/delete', proxyId(vault.id));
  call.world.write(() => {
    saveSettings(call.world, vault.id, { guardProxy: undefined, unlocked: {} });
    showAuthorization(call, vault, 'Disabled');
  });
  return { status: 200 };
}

function showAuthorization({ world }: ArmCall, vault: ArmResource, multiUserAuthorization: 'Enabled' | 'Disabled'): void {
  const securitySettings = { ...vaultPart(vault, 'securitySettings'), multiUserAuthorization };
  changeVault(world, vault, { properties: { ...vault.properties, securitySettings } });
}

/** POST …/unlockDelete: lets an item of the vault, or the proxy itself, be deleted for the next half hour. */
export function unlockDelete(call: ArmCall): ArmAnswer {
  const vault = named(call);
  const proxy = proxyOf(call.world, vault.id);
  if (!proxy) throw notFound();
  const approvals = approvalsIn(call, at(call.body, 'resourceGuardOperationRequests'));
  const resource = text(record(call.body)['resourceToBeDeleted']) ?? proxyId(vault.id);
  const isProxy = resource.toLowerCase() === proxyId(vault.id).toLowerCase();
  const critical = isProxy ? '/backupResourceGuardProxies/delete' : '/protectedItems/delete';
  if (!resource.toLowerCase().startsWith(`${vault.id.toLowerCase()}/`)) {
    throw badRequest('BMSUserErrorInvalidInput', 'What is to be deleted is nothing of this vault.');
  }
  const operation = protectedOperations(call.world, vault.id).find((one) => one.operation.endsWith(critical));
  if (operation && !approvals.includes(defaultRequest(proxy.guardId, operation).toLowerCase())) {
    throw badRequest(
      'UserErrorOperationBlockedByResourceGuard',
      `The request of the Resource Guard for '${operation.operation}' is missing.`,
    );
  }
  const until = unlock(call.world, vault.id, resource);
  return { status: 200, body: { unlockDeleteExpiryTime: new Date(until).toISOString() } };
}
