import { oc } from '@orpc/contract';
import { KEY_VAULT_NAME } from '@tresor/support-matrix';
import * as z from 'zod';
import { keyVaultId, resourceGroupName } from './ids';
import { keyChain } from './recovery-points';
import { ofRestore, restorePath } from './restore-path';

/** Why a key vault cannot take the key and the secret. */
export const keyVaultTargetReason = z.enum([
  'other-subscription',
  'other-region',
  'not-enabled-for-disk-encryption',
  /** Its access policies, or its roles, do not let the user. */
  'no-rights',
  'no-role',
  /** Our server is not let through. */
  'firewalled',
  /** It was just made or brought back: its name leads nowhere yet. */
  'registering',
  /** It holds another key of the name, over which none is restored. */
  'name-taken',
  'deleted',
]);

export const keyVaultTarget = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  reason: keyVaultTargetReason.nullable(),
});

/** GET …/restores/{jobId}/key-vaults: where the key and the secret can go, the original key vault first. */
export const listKeyVaultTargets = oc
  .route({ method: 'GET', path: `${ofRestore}/key-vaults` })
  .input(restorePath)
  .output(z.array(keyVaultTarget));

/** GET …/restores/{jobId}/key-vaults/suggestion: a name for a new key vault that nobody in all of Azure has. */
export const suggestKeyVault = oc
  .route({ method: 'GET', path: `${ofRestore}/key-vaults/suggestion` })
  .input(restorePath)
  .output(z.strictObject({ name: z.string() }));

/** The ways to bring key and secret back. */
export const keysHow = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('recover') }),
  z.strictObject({ way: z.literal('restore'), keyVaultId }),
  z.strictObject({
    way: z.literal('create'),
    name: z.string().regex(KEY_VAULT_NAME),
    group: resourceGroupName,
  }),
]);

export const letIn = z.strictObject({
  keyVaultName: z.string(),
  /** Whether the user and Azure Backup may. */
  user: z.boolean(),
  backup: z.boolean(),
  /** Names of the user's groups that may. */
  groups: z.array(z.string()),
  /** Names of other people that may, as far as this server knows them from what they did here. */
  people: z.array(z.string()),
  /** How many others may whose names cannot be read: people, groups, applications. */
  others: z.int(),
});

/** GET …/restores/{jobId}/key-vaults/access: who may work in the key vaults that were made for this restore. */
export const listLetIn = oc
  .route({ method: 'GET', path: `${ofRestore}/key-vaults/access` })
  .input(restorePath)
  .output(z.array(letIn));

/**
 * PUT …/restores/{jobId}/keys: brings back what the key chain lacks, the key before the secret. `recover`: what is soft-deleted, key
 * vault included; `restore`: from the backup into a key vault; `create`: makes the key vault first. Asking again goes on where it stood.
 */
export const restoreKeys = oc
  .route({ method: 'PUT', path: `${ofRestore}/keys` })
  .input(
    z.strictObject({
      ...restorePath.shape,
      how: keysHow,
    }),
  )
  .output(keyChain);

export type KeyVaultTargetReason = z.infer<typeof keyVaultTargetReason>;
export type KeyVaultTarget = z.infer<typeof keyVaultTarget>;
export type KeysHow = z.infer<typeof keysHow>;
export type LetIn = z.infer<typeof letIn>;
