import { oc } from '@orpc/contract';
import * as z from 'zod';
import { edition, keyVaultId } from './ids';

/** The permissions a Key Vault access policy or role can give that matter here. */
export const keyVaultPermission = z.enum(['keys/get', 'keys/list', 'keys/backup', 'secrets/get', 'secrets/list', 'secrets/backup']);

export const keyVaultAccess = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string().nullable(),
  /**
   * `unreadable`: the signed-in user may not read the key vault; `missing`: it does not exist;
   * `unknown`: the Backup service's identity could not be looked up.
   */
  state: z.enum(['granted', 'lacking', 'unreadable', 'missing', 'unknown']),
  model: z.enum(['access-policy', 'rbac']).nullable(),
  held: z.array(keyVaultPermission),
  lacking: z.array(keyVaultPermission),
  enabledForDiskEncryption: z.boolean().nullable(),
});

/** POST /key-vault-access: whether the Backup Management Service may read what the edition asks for, per key vault. */
export const readKeyVaultAccess = oc
  .route({ method: 'POST', path: '/key-vault-access' })
  .input(z.strictObject({ edition, keyVaultIds: z.array(keyVaultId).min(1).max(100), needsKeys: z.boolean() }))
  .output(z.array(keyVaultAccess));

export type KeyVaultPermission = z.infer<typeof keyVaultPermission>;
export type KeyVaultAccess = z.infer<typeof keyVaultAccess>;
