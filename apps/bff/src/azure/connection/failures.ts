import type { ProblemCode } from '@tresor/contracts';
import { sanitise } from '../../azure-words';
import { Problem } from '../../problem';
import type { AzureSession } from './azure';
import { isRefused, UpstreamFailure } from './upstream-failure';
import { own } from '../../own';

/** Azure's codes that have a code of ours. */
const BY_CODE: Record<string, ProblemCode> = {
  SubscriptionNotFound: 'subscription-not-found',
  InvalidSubscriptionId: 'subscription-not-found',
  AuthorizationFailed: 'forbidden',
  LinkedAuthorizationFailed: 'forbidden',
  RequestDisallowedByPolicy: 'disallowed-by-policy',
  RequestDisallowedByAzure: 'disallowed-by-azure',
  ScopeLocked: 'scope-locked',
  MissingSubscriptionRegistration: 'provider-not-registered',
  OperationNotAllowed: 'not-as-it-is',
  QuotaExceeded: 'not-as-it-is',
  SkuNotAvailable: 'not-as-it-is',
  SubnetIsFull: 'not-as-it-is',
  ReadOnlyDisabledSubscription: 'not-as-it-is',
  PublicIPCountLimitReached: 'not-as-it-is',
  AnotherOperationInProgress: 'conflict',
  NicReservedForAnotherVm: 'interface-reserved',
  RetryableError: 'conflict',
  ReferencedResourceNotProvisioned: 'conflict',
  Conflict: 'conflict',
  BMSUserErrorInvalidPolicyInput: 'policy-refused',
  BMSUserErrorInstantRPRetentionExceedsVaultedRetention: 'policy-refused',
  BMSUserErrorConflictingProtectionOperation: 'conflict',
  BMSUserErrorObjectLocked: 'conflict',
  BMSUserErrorJobNotInProgress: 'job-over',
  BMSUserErrorJobNotCancellable: 'job-not-cancellable',
  BMSUserErrorStorageTypeLocked: 'replication-locked',
  ServiceResourceNotEmptyWithContainerDetails: 'vault-not-empty',
  ServiceResourceNotEmptyWithBackendMessage: 'vault-not-empty',
  BMSUserErrorPolicyNotFound: 'policy-not-found',
  BMSUserErrorPolicyInUse: 'policy-in-use',
  UserErrorProtectionStopped: 'item-stopped',
  UserErrorOperationBlockedByResourceGuard: 'guard-approval-missing',
  UserErrorItemInSoftDeletedState: 'item-deleted',
  BMSUserErrorRecoveryPointNotFound: 'recovery-point-not-found',
  UserErrorKeyVaultNotFound: 'restore-key-vault-missing',
  UserErrorKeyAndSecretNotFound: 'restore-keys-missing',
  UserErrorRestoreNotAuthorized: 'restore-disks-only',
  UserErrorStorageAccountNotFound: 'storage-account-not-found',
  UserErrorStorageAccountRegionMismatch: 'storage-account-refused',
  UserErrorStorageAccountNotSupported: 'storage-account-refused',
  UserErrorStorageAccountNotOnline: 'storage-account-refused',
  UserErrorStorageAccountNotAuthorized: 'storage-account-refused',
  UserErrorTargetResourceGroupNotFound: 'resource-group-not-found',
  AuthorizationPermissionMismatch: 'storage-data-forbidden',
  AuthorizationFailure: 'storage-firewall',
  ForbiddenByFirewall: 'key-vault-firewall',
  ForbiddenByConnection: 'key-vault-firewall',
  AccessDenied: 'key-vault-forbidden',
  ForbiddenByPolicy: 'key-vault-forbidden',
  ForbiddenByRbac: 'key-vault-forbidden',
  TooManyRequests: 'azure-throttled',
  ResourceRequestsThrottled: 'azure-throttled',
};

/** The codes of Azure that decide what a person is told. */
export const KNOWN_CODES: readonly string[] = Object.keys(BY_CODE);

const BY_STATUS: Record<number, ProblemCode> = {
  403: 'forbidden',
  409: 'conflict',
  429: 'azure-throttled',
};

/** Seconds that Azure asks to wait in its words only. Source: https://aka.ms/deletenic */
const WAITS: Partial<Record<ProblemCode, number>> = { 'interface-reserved': 180 };

/** How long Azure asks to wait in its words only, in milliseconds; undefined where it does not. */
export function waitTold(code: string): number | undefined {
  const seconds = own(WAITS, code);
  return seconds === undefined ? undefined : seconds * 1000;
}

/** What a 404 means depends on what was asked for; the caller says so. */
export type Missing = Extract<ProblemCode, `${string}-not-found`>;

/** The only place where what Azure said becomes a code of ours. Unknown refusals keep Azure's code and words. */
export function toProblem(error: unknown, missing: Missing): unknown {
  if (!(error instanceof UpstreamFailure)) return error;
  const { kind, details } = error;
  if (kind === 'timeout') return new Problem('azure-timeout', { retryAfter: 5, cause: error });
  const inDoubt = details.afterDoubt;
  if (error.isUntrusted) return new Problem('azure-untrusted', { inDoubt, cause: error });
  if (kind === 'unreachable' || kind === 'held-back')
    return new Problem('azure-unreachable', { retryAfter: details.retryAfter ?? 5, cause: error });
  const azure = { azureCode: details.azureCode, azureMessage: sanitise(details.azureMessage), inDoubt, cause: error };
  if (kind === 'unreadable') return new Problem('azure-answer-unreadable', azure);
  if (details.ofOtherTenant) return new Problem('other-tenant', azure);
  if (details.claims !== undefined) return new Problem('step-up-required', { claims: details.claims, inDoubt });
  if (details.status === 401) return new Problem('session-expired', { inDoubt });
  // Compute throttles by a code that it refuses with, too.
  const isThrottled = details.status === 429;
  const known = isThrottled ? undefined : (own(BY_CODE, details.innerCode) ?? own(BY_CODE, details.azureCode));
  const byStatus = details.status === 404 ? missing : BY_STATUS[details.status ?? 0];
  // What Azure had accepted came to nothing: no answer refused it.
  const code = known ?? byStatus ?? (kind === 'refused' && details.status === undefined ? 'operation-failed' : 'azure-failed');
  const retryAfter = details.retryAfter ?? WAITS[code];
  return new Problem(code, { ...azure, ...(retryAfter !== undefined && { retryAfter }) });
}

/** What went wrong where something is made, in our words if it is that its resource group is gone meanwhile: the caller is there. */
export const orGroupGone = (error: unknown): unknown =>
  isRefused(error, 'ResourceGroupNotFound') ? toProblem(error, 'resource-group-not-found') : error;

/** Runs the work and translates its failures. */
export async function translated<T>(missing: Missing, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw toProblem(error, missing);
  }
}

/** What nobody could read is not given as an answer again. */
export function forgetUnreadable(session: AzureSession, failure: unknown): void {
  if (failure instanceof Problem && failure.code === 'azure-answer-unreadable') session.forget();
}
