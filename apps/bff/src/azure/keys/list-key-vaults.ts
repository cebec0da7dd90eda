import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';
import { readWholeList } from '../whole-list';
import { REGISTERING } from './key-vault-place';
import { API_VERSIONS } from '../connection/api-versions';

const words = z.array(z.string()).nullish();

const keyVaultBody = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: z.object({
    enabledForDiskEncryption: z.boolean().nullish(),
    enableRbacAuthorization: z.boolean().nullish(),
    provisioningState: z.string().nullish(),
    accessPolicies: z.array(z.object({ objectId: z.string(), permissions: z.object({ keys: words, secrets: words }).nullish() })).nullish(),
  }),
});

const keyVaults = { type: 'Microsoft.KeyVault/vaults', apiVersion: API_VERSIONS.keyVault, element: keyVaultBody };

export type ListedKeyVault = z.infer<typeof keyVaultBody>;

/** Whether its name leads nowhere yet. */
export const isRegistering = ({ properties }: ListedKeyVault): boolean => properties.provisioningState === REGISTERING;

/** The key vaults of a subscription that the user may see, with who may do what in them; none where no list may be seen. */
export async function listKeyVaults(session: AzureSession, subscriptionId: string): Promise<ListedKeyVault[]> {
  try {
    return await readWholeList(session, subscriptionId, keyVaults);
  } catch (error) {
    if (isStatus(error, 403)) return [];
    throw error;
  }
}
