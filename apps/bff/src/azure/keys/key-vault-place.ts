import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { parseArmId, sameId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { pageOf, readPages } from '../connection/pages';
import { isStatus } from '../connection/upstream-failure';
import { momentOf } from '../moments';

const keyVaultBody = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: z.object({
    enabledForDiskEncryption: z.boolean().nullish(),
    enablePurgeProtection: z.boolean().nullish(),
    provisioningState: z.string().nullish(),
  }),
});

const deletedBody = z.object({
  name: z.string(),
  properties: z.object({
    vaultId: z.string(),
    location: z.string(),
    scheduledPurgeDate: z.string().nullish(),
    purgeProtectionEnabled: z.boolean().nullish(),
  }),
});
const deletedPage = pageOf(deletedBody);

/** A key vault that was just made or brought back: it is there, and its name leads nowhere yet. */
export const REGISTERING = 'RegisteringDns';

/** A deleted key vault: until when Azure keeps it, null where it does not say, and whether nobody can purge it before. */
interface DeletedKeyVault {
  state: 'deleted';
  location: string;
  keptUntil: string | null;
  purgeProtected: boolean;
}

/** Whether a key vault is there: `deleted` can still be recovered, `missing` cannot. `unreadable`: the user may not look. */
export type KeyVaultPlace =
  | {
      state: 'there';
      id: string;
      name: string;
      location: string;
      enabledForDiskEncryption: boolean;
      purgeProtected: boolean;
      isReachable: boolean;
    }
  | DeletedKeyVault
  | { state: 'missing' | 'unreadable' };

/** `location`: where it most likely was, for one that was deleted a moment ago and is in no list yet. */
export async function readKeyVaultPlace(session: AzureSession, id: string, location?: string): Promise<KeyVaultPlace> {
  const named = parseArmId(id);
  if (!named) return { state: 'missing' };
  const { subscriptionId, resourceGroup, name } = named;
  try {
    const answer = await call(session, 'read', (options) =>
      clients.keyVaults(session, subscriptionId).vaults.get(resourceGroup, name, options),
    );
    const { properties, ...keyVault } = expectBody(keyVaultBody, answer.body);
    const { enabledForDiskEncryption, enablePurgeProtection, provisioningState } = properties;
    return {
      state: 'there',
      ...keyVault,
      enabledForDiskEncryption: enabledForDiskEncryption ?? false,
      purgeProtected: enablePurgeProtection ?? false,
      isReachable: provisioningState !== REGISTERING,
    };
  } catch (error) {
    if (isStatus(error, 403)) return { state: 'unreadable' };
    if (isStatus(error, 404)) return findDeletedKeyVault(session, subscriptionId, id, location);
    throw error;
  }
}

/** Looks for a key vault among the deleted ones, and at its own address in the location. */
export async function findDeletedKeyVault(
  session: AzureSession,
  subscriptionId: string,
  id: string,
  location?: string,
): Promise<KeyVaultPlace> {
  try {
    const deleted = await readPages(session, deletedPage, (options) =>
      clients.keyVaults(session, subscriptionId).vaults.listDeleted(options),
    );
    const found = deleted.find(({ properties }) => sameId(properties.vaultId, id));
    if (found) return deletedKeyVault(found);
    return (location === undefined ? undefined : await findDeletedIn(session, id, location)) ?? { state: 'missing' };
  } catch (error) {
    if (isStatus(error, 403)) return { state: 'unreadable' };
    throw error;
  }
}

const deletedKeyVault = ({ properties }: z.infer<typeof deletedBody>): DeletedKeyVault => ({
  state: 'deleted',
  location: properties.location,
  keptUntil: momentOf(properties.scheduledPurgeDate),
  purgeProtected: properties.purgeProtectionEnabled ?? false,
});

/** A key vault that lies deleted in a location; undefined where none does. */
export async function findDeletedIn(session: AzureSession, id: string, location: string): Promise<DeletedKeyVault | undefined> {
  const { subscriptionId = '', name = '' } = parseArmId(id) ?? {};
  try {
    const answer = await call(session, 'read', (options) =>
      clients.keyVaults(session, subscriptionId).vaults.getDeleted(name, location, options),
    );
    const found = expectBody(deletedBody, answer.body);
    return sameId(found.properties.vaultId, id) ? deletedKeyVault(found) : undefined;
  } catch (error) {
    if (isStatus(error, 404) || isStatus(error, 400)) return undefined;
    throw error;
  }
}
