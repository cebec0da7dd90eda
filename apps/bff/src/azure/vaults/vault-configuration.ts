import type { VaultConfiguration, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { listItems } from '../items/items';
import { readStorage } from './vaults';

const text = z.string().nullish();
const body = z.object({
  properties: z.object({
    redundancySettings: z.object({ standardTierStorageRedundancy: text }).nullish(),
    securitySettings: z
      .object({ softDeleteSettings: z.object({ softDeleteState: text, softDeleteRetentionPeriodInDays: z.int().nullish() }).nullish() })
      .nullish(),
  }),
});

const NAMED = 20;

/** How a vault keeps its data, and what has settled that. */
export async function getConfiguration(session: AzureSession, path: VaultPath): Promise<VaultConfiguration> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  const [vault, storage, items] = await Promise.all([
    call(session, 'read', (options) => clients.vaults(session, subscriptionId).vaults.get(resourceGroup, vaultName, options)),
    readStorage(session, path),
    listItems(session, path),
  ]);
  const { redundancySettings, securitySettings } = expectBody(body, vault.body).properties;
  const softDelete = securitySettings?.softDeleteSettings;
  const named = items
    .map(({ name, resourceGroup }) => ({ name, resourceGroup }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .slice(0, NAMED);
  const locked = storage?.storageTypeState === 'Locked' || items.length > 0;
  return {
    storageReplication: storage?.storageModelType ?? storage?.storageType ?? redundancySettings?.standardTierStorageRedundancy ?? null,
    softDelete: softDelete?.softDeleteState ?? null,
    softDeleteDays: softDelete?.softDeleteRetentionPeriodInDays ?? null,
    lockedBy: locked ? { count: items.length, items: named } : null,
  };
}
