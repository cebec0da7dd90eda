const GUARD = 'Microsoft.DataProtection/resourceGuards';

/** What a person must be allowed on a Resource Guard for each step that it can protect. Its built-in role gives every action of the provider. */
export const GUARD_ACTIONS = {
  'stop-backup': `${GUARD}/stopProtectionWithRetainDataRequests/action`,
  'delete-backup-data': `${GUARD}/deleteProtectedItemRequests/action`,
  'weaken-policy': `${GUARD}/updateProtectionPolicyRequests/action`,
  'turn-off-soft-delete': `${GUARD}/disableSoftDeleteRequests/action`,
} as const;

/** A step that a Resource Guard can protect. */
export type GuardedStep = keyof typeof GUARD_ACTIONS;
