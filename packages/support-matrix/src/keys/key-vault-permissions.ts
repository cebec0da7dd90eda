import type { Edition } from '../facts';

/** What an access policy or a role of a Key Vault can permit, as far as Azure Backup asks for it. */
export type KeyVaultPermission = 'keys/get' | 'keys/list' | 'keys/backup' | 'secrets/get' | 'secrets/list' | 'secrets/backup';

const KEYS: readonly KeyVaultPermission[] = ['keys/get', 'keys/list', 'keys/backup'];

const SECRETS: Record<Edition, readonly KeyVaultPermission[]> = {
  '2017-01': ['secrets/get', 'secrets/list'],
  current: ['secrets/get', 'secrets/list', 'secrets/backup'],
};

/**
 * What the Backup Management Service needs on a key vault. `needsKeys`: a KEK of a chosen machine lives there; a vault of BEKs only
 * needs no key permissions. Sources: backup-azure-vms-automation (2017: secrets get and list), backup-azure-vms-encryption (today).
 */
export function neededKeyVaultPermissions(edition: Edition, needsKeys: boolean): KeyVaultPermission[] {
  return [...(needsKeys ? KEYS : []), ...SECRETS[edition]];
}

/** The RBAC data action that grants each permission; reading and listing keys are one action. */
export const DATA_ACTION_OF: Record<KeyVaultPermission, string> = {
  'keys/get': 'Microsoft.KeyVault/vaults/keys/read',
  'keys/list': 'Microsoft.KeyVault/vaults/keys/read',
  'keys/backup': 'Microsoft.KeyVault/vaults/keys/backup/action',
  'secrets/get': 'Microsoft.KeyVault/vaults/secrets/getSecret/action',
  'secrets/list': 'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
  'secrets/backup': 'Microsoft.KeyVault/vaults/secrets/backup/action',
};

/** The RBAC data actions that grant permissions, each once. */
export const dataActionsOf = (permissions: readonly KeyVaultPermission[]): string[] => [
  ...new Set(permissions.map((permission) => DATA_ACTION_OF[permission])),
];
