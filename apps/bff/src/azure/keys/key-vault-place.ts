import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { parseArmId, sameId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { pageOf, readPages } from '../connection/pages';
import { isStatus } from '../connection/upstream-failure';

const keyVaultBody = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: z.object({ enabledForDiskEncryption: z.boolean().nullish() }),
});

const deletedPage = pageOf(z.object({ name: z.string(), properties: z.object({ vaultId: z.string(), location: z.string() }) }));

/** Whether a key vault is there: `deleted` can still be recovered, `missing` cannot. `unreadable`: the user may not look. */
export type KeyVaultPlace =
  | { state: 'there'; id: string; name: string; location: string; enabledForDiskEncryption: boolean }
  | { state: 'deleted'; location: string }
  | { state: 'missing' | 'unreadable' };

export async function readKeyVaultPlace(session: AzureSession, id: string): Promise<KeyVaultPlace> {
  const named = parseArmId(id);
  if (!named) return { state: 'missing' };
  const { subscriptionId, resourceGroup, name } = named;
  try {
    const answer = await call(session, 'read', (options) =>
      clients.keyVaults(session, subscriptionId).vaults.get(resourceGroup, name, options),
    );
    const { properties, ...keyVault } = expectBody(keyVaultBody, answer.body);
    return { state: 'there', ...keyVault, enabledForDiskEncryption: properties.enabledForDiskEncryption ?? false };
  } catch (error) {
    if (isStatus(error, 403)) return { state: 'unreadable' };
    if (isStatus(error, 404)) return findDeletedKeyVault(session, subscriptionId, id);
    throw error;
  }
}

/** Looks for a key vault among the deleted ones. */
export async function findDeletedKeyVault(session: AzureSession, subscriptionId: string, id: string): Promise<KeyVaultPlace> {
  try {
    const deleted = await readPages(session, deletedPage, (options) =>
      clients.keyVaults(session, subscriptionId).vaults.listDeleted(options),
    );
    const found = deleted.find(({ properties }) => sameId(properties.vaultId, id));
    return found ? { state: 'deleted', location: found.properties.location } : { state: 'missing' };
  } catch (error) {
    if (isStatus(error, 403)) return { state: 'unreadable' };
    throw error;
  }
}
