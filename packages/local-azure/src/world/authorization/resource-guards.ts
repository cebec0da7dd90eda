import { at, text } from '../json';
import type { ArmResource } from '../world';

export const GUARD_TYPE = 'Microsoft.DataProtection/resourceGuards';

/** An operation of a vault that a Resource Guard can protect. */
export interface CriticalOperation {
  /** Azure's word for it, as proxies and the list of exclusions name it. */
  operation: string;
  /** The type, below the guard, of the requests that stand for an approval. */
  requests: string;
  /** Whether no guard can leave it out. */
  isMandatory?: true;
}

const VAULT = 'Microsoft.RecoveryServices/vaults';
const ITEM = `${VAULT}/backupFabrics/protectionContainers/protectedItems`;

/**
 * The critical operations of Recovery Services vaults, in the order in which proxies list them.
 * Source: https://learn.microsoft.com/azure/backup/multi-user-authorization-concept#critical-operations
 */
export const criticalOperations: readonly CriticalOperation[] = [
  { operation: `${ITEM}/delete`, requests: 'deleteProtectedItemRequests' },
  { operation: `${ITEM}/write`, requests: 'updateProtectedItemRequests' },
  { operation: `${VAULT}/backupPolicies/write`, requests: 'updateProtectionPolicyRequests' },
  { operation: `${VAULT}/backupResourceGuardProxies/delete`, requests: 'deleteResourceGuardProxyRequests', isMandatory: true },
  { operation: `${VAULT}/backupSecurityPIN/action`, requests: 'getBackupSecurityPINRequests' },
  { operation: `${VAULT}/backupconfig/write`, requests: 'disableSoftDeleteRequests', isMandatory: true },
  { operation: `${VAULT}/write#reduceImmutabilityState`, requests: 'reduceImmutabilityStateRequests' },
  { operation: `${ITEM}/write#stopProtectionWithRetainData`, requests: 'stopProtectionWithRetainDataRequests' },
];

/** The operations that a guard leaves unprotected, as somebody named them. */
function excludedFrom(guard: ArmResource): string[] {
  const listed = at(guard.properties, 'vaultCriticalOperationExclusionList');
  return Array.isArray(listed) ? listed.flatMap((one) => text(one) ?? []) : [];
}

/** What a guard protects: every critical operation but those it leaves out. */
export function protectedBy(guard: ArmResource): readonly CriticalOperation[] {
  const excluded = new Set(excludedFrom(guard).map((operation) => operation.toLowerCase()));
  return criticalOperations.filter(({ operation, isMandatory }) => isMandatory || !excluded.has(operation.toLowerCase()));
}

/** The request that stands for the approval of an operation. */
export const defaultRequest = (guardId: string, { requests }: CriticalOperation): string => `${guardId}/${requests}/default`;

/** The action that Resource Manager asks for on a guard before it lets a request be used. */
export const approvalAction = (requests: string): string => `${GUARD_TYPE}/${requests}/action`;
