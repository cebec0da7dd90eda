import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from './company';
import type { KeyVaultSpec } from './key-vaults';

const here = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'KeyVaultRG', location: 'westeurope', model: 'access policies' } as const;

/** The company's key vaults and what Azure Backup may do in each. */
export const keyVaults = {
  /** The key vault of the article's pictures. */
  IgniteDemoKV: { ...here, name: 'IgniteDemoKV', group: 'IgniteRG', backup: 'complete', helpdesk: true },
  /** Of the machines that the helpdesk brings back. */
  RestoreKV: { ...here, name: 'RestoreKV', group: 'RestoreRG', backup: 'complete', helpdesk: true },
  ContosoKV: { ...here, name: 'ContosoKV', backup: 'complete' },
  /** Nobody ever let the backup service in. */
  NoPolicyKV: { ...here, name: 'NoPolicyKV', backup: 'none' },
  /** The service may read secrets but not back them up. */
  HalfPolicyKV: { ...here, name: 'HalfPolicyKV', backup: 'without secrets/backup' },
  /** The service was let in, and its policy is removed after the first backups. */
  RevokedKV: { ...here, name: 'RevokedKV', backup: 'complete' },
  /** Azure RBAC, and the service holds no role. */
  RbacKV: { ...here, name: 'RbacKV', model: 'rbac', backup: 'none' },
  /** Azure RBAC, and the service holds a role that suffices. */
  RbacReadyKV: { ...here, name: 'RbacReadyKV', model: 'rbac', backup: 'complete' },
  NorthKV: { ...here, name: 'NorthKV', location: 'northeurope', group: 'NorthRG', backup: 'complete' },
  /** In the other subscription. */
  TestKV: { ...here, name: 'TestKV', subscriptionId: TEST_SUBSCRIPTION_ID, group: 'TestRG', backup: 'complete' },
  /** Deleted, can be recovered. */
  DeletedKV: { ...here, name: 'DeletedKV', backup: 'complete' },
  /** Deleted and purged. */
  GoneKV: { ...here, name: 'GoneKV', backup: 'complete' },
} as const satisfies Record<string, KeyVaultSpec>;

export type KeyVaultName = keyof typeof keyVaults;

/** Key encryption keys that a machine can hang on. */
export const KEK_STATES = {
  usual: { name: 'ContosoKEK', attributes: {} },
  expired: { name: 'ExpiredKEK', attributes: {} },
  disabled: { name: 'DisabledKEK', attributes: { enabled: false } },
  lost: { name: 'LostKEK', attributes: {} },
} as const;

export type KekState = keyof typeof KEK_STATES;
