import { requireLinked } from '../../arm/authorize';
import { ArmError, type ArmCall } from '../../arm/route';
import { text } from '../../world/json';
import { approvalAction, criticalOperations, defaultRequest, type CriticalOperation } from '../../world/authorization/resource-guards';
import type { ArmResource } from '../../world/world';
import { isUnlocked, protectedOperations, proxyOf } from './state/guard-proxy';
import { badRequest } from './wire';

/** The last part of a critical operation's name, by which one is told from another here. */
type Critical =
  | 'protectedItems/delete'
  | 'protectedItems/write'
  | 'backupPolicies/write'
  | 'backupResourceGuardProxies/delete'
  | 'backupSecurityPIN/action'
  | 'backupconfig/write'
  | 'vaults/write#reduceImmutabilityState'
  | 'protectedItems/write#stopProtectionWithRetainData';

/** `<guard>/<type of requests>/<name>` */
const REQUEST =
  /^(\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.DataProtection\/resourceGuards\/[^/]+)\/([^/]+)\/[^/]+$/i;

/**
 * The requests of a Resource Guard that a call names, in lower case. Resource Manager lets only those name one who may act on its guard.
 * @throws ArmError 400 LinkedInvalidPropertyId, 403 LinkedAuthorizationFailed
 */
export function approvalsIn(call: ArmCall, named: unknown): string[] {
  if (!Array.isArray(named)) return [];
  return named.map((one) => {
    const request = text(one) ?? '';
    const [, guardId, type] = REQUEST.exec(request) ?? [];
    if (guardId === undefined || type === undefined) {
      throw new ArmError(
        400,
        'LinkedInvalidPropertyId',
        `Property id '${request}' at path 'resourceGuardOperationRequests' is invalid. Expect fully qualified resource Id that starts with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.`,
      );
    }
    const known = criticalOperations.find(({ requests }) => requests.toLowerCase() === type.toLowerCase());
    requireLinked(call, approvalAction(known?.requests ?? type), guardId);
    return request.toLowerCase();
  });
}

/** The operation where the vault's guard protects it. */
const guarded = (call: ArmCall, vault: ArmResource, critical: Critical): CriticalOperation | undefined =>
  protectedOperations(call.world, vault.id).find(({ operation }) => operation.endsWith(`/${critical}`));

function blocked(vault: ArmResource, operation: string): ArmError {
  return badRequest(
    'UserErrorOperationBlockedByResourceGuard',
    `The operation '${operation}' on the vault '${vault.name}' is protected by a Resource Guard. It needs the request of the Resource Guard that stands for its approval.`,
  );
}

/** Lets a critical operation pass where the vault's guard does not protect it, or the call names its approval. @throws ArmError 400 */
export function requireApproval(call: ArmCall, vault: ArmResource, critical: Critical, named: unknown): void {
  const approvals = approvalsIn(call, named);
  const proxy = proxyOf(call.world, vault.id);
  const operation = guarded(call, vault, critical);
  if (!proxy || !operation || approvals.includes(defaultRequest(proxy.guardId, operation).toLowerCase())) return;
  throw blocked(vault, operation.operation);
}

/** The same for what has no body: it must have been unlocked before. @throws ArmError 400 */
export function requireUnlocked(call: ArmCall, vault: ArmResource, critical: Critical, resourceId: string): void {
  const operation = guarded(call, vault, critical);
  if (operation && !isUnlocked(call.world, vault.id, resourceId)) throw blocked(vault, operation.operation);
}
