import * as z from 'zod';
import type { AzureSession } from '../azure';
import { clients } from '../clients';
import { pageOf, readPages } from '../pages';

const words = z.array(z.string()).nullish();

const keyVaultPage = pageOf(
  z.object({
    id: z.string(),
    name: z.string(),
    location: z.string(),
    properties: z.object({
      enabledForDiskEncryption: z.boolean().nullish(),
      enableRbacAuthorization: z.boolean().nullish(),
      accessPolicies: z
        .array(z.object({ objectId: z.string(), permissions: z.object({ keys: words, secrets: words }).nullish() }))
        .nullish(),
    }),
  }),
);

/** The key vaults of a subscription that the user may see, with who may do what in them. */
export function listKeyVaults(session: AzureSession, subscriptionId: string) {
  return readPages(session, keyVaultPage, (options) => clients.keyVaults(session, subscriptionId).vaults.listBySubscription(options));
}

export type ListedKeyVault = Awaited<ReturnType<typeof listKeyVaults>>[number];
