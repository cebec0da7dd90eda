import { vaultSummary, type Vault, type VaultPath, type VaultSummary } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody, partOf } from '../connection/answer';
import { idKey, parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { madeLately } from '../connection/made-lately';
import { queryAll, rowsOf, type OrderedQuery } from '../machines/resource-graph';
import { readEach } from '../whole-list';
import { subscriptionName } from '../subscriptions';
import { API_VERSIONS } from '../connection/api-versions';

const redundancySettings = z
  .object({ standardTierStorageRedundancy: z.string().nullish(), crossRegionRestore: z.string().nullish() })
  .nullish();
const vaultRow = z.object({ id: z.string(), name: z.string(), location: z.string(), properties: z.object({ redundancySettings }) });
const vaultRows = rowsOf(vaultRow);

const ALL_VAULTS: OrderedQuery = `resources
| where type =~ 'microsoft.recoveryservices/vaults'
| project id, name, location, properties = bag_pack('redundancySettings', properties.redundancySettings)
| order by tolower(name) asc, id asc`;

const VAULT_TYPE = 'Microsoft.RecoveryServices/vaults';

/**
 * The Recovery Services vaults of every subscription the user may see: one query, however many subscriptions there are. What was made through
 * this server and Resource Graph does not know yet is read by its own id.
 */
export async function listVaults(session: AzureSession): Promise<VaultSummary[]> {
  const rows = await queryAll(session, vaultRows, ALL_VAULTS);
  const known = new Set(rows.map(({ id }) => idKey(id)));
  const others = madeLately(session)
    .ofType(VAULT_TYPE)
    .filter((id) => !known.has(id));
  const made = await readEach(session, others, API_VERSIONS.vaults, vaultRow);
  return [...rows, ...made].toSorted(byName).flatMap((row) => {
    const { id, name, location } = row;
    const { resourceGroup, subscriptionId } = parseArmId(id) ?? {};
    const summary = vaultSummary.safeParse({ id, name, resourceGroup, subscriptionId, location, crossRegionRestore: crossesRegions(row) });
    return summary.success ? [summary.data] : [];
  });
}

type VaultRow = z.infer<typeof vaultRow>;

const crossesRegions = ({ properties }: Pick<VaultRow, 'properties'>) => properties.redundancySettings?.crossRegionRestore === 'Enabled';

/** As Resource Graph sorts them. */
const byName = (a: VaultRow, b: VaultRow) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.id, b.id);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const vaultBody = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: z.object({
    provisioningState: z.string().default('Unknown'),
    redundancySettings,
    securitySettings: z
      .object({
        softDeleteSettings: z
          .object({ softDeleteState: z.string().nullish(), softDeleteRetentionPeriodInDays: z.int().nullish() })
          .nullish(),
        immutabilitySettings: z.object({ state: z.string().nullish() }).nullish(),
      })
      .nullish(),
  }),
});

const storageBody = z.object({
  properties: z.object({
    storageModelType: z.string().nullish(),
    storageType: z.string().nullish(),
    storageTypeState: z.string().nullish(),
  }),
});

export async function getVault(session: AzureSession, path: VaultPath): Promise<Vault> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  const vaultAnswer = call(session, 'read', (options) =>
    clients.vaults(session, subscriptionId).vaults.get(resourceGroup, vaultName, options),
  );
  const [vault, storage, subscription] = await Promise.all([
    vaultAnswer,
    readStorage(session, path),
    subscriptionName(session, subscriptionId),
  ]);
  const { id, name, location, properties } = expectBody(vaultBody, vault.body);
  const redundancy = properties.redundancySettings?.standardTierStorageRedundancy;
  return {
    ...expectBody(vaultSummary, { id, name, location, resourceGroup, subscriptionId, crossRegionRestore: crossesRegions({ properties }) }),
    subscriptionName: subscription,
    provisioningState: properties.provisioningState,
    storageReplication: storage?.storageModelType ?? storage?.storageType ?? redundancy ?? null,
    storageReplicationLocked: storage?.storageTypeState ? storage.storageTypeState === 'Locked' : null,
    softDelete: properties.securitySettings?.softDeleteSettings?.softDeleteState ?? null,
    softDeleteDays: properties.securitySettings?.softDeleteSettings?.softDeleteRetentionPeriodInDays ?? null,
    immutability: properties.securitySettings?.immutabilitySettings?.state ?? null,
  };
}

export const vaultLocation = async (session: AzureSession, path: VaultPath): Promise<string> => (await readVault(session, path)).location;

/** A vault as Resource Manager tells of it. */
export async function readVault(session: AzureSession, { subscriptionId, resourceGroup, vaultName }: VaultPath) {
  const answer = await call(session, 'read', (options) =>
    clients.vaults(session, subscriptionId).vaults.get(resourceGroup, vaultName, options),
  );
  return expectBody(vaultBody, answer.body);
}

/** Says more than the vault does, but not to everyone: without it the vault is shown all the same. */
export async function readStorage(session: AzureSession, { subscriptionId, resourceGroup, vaultName }: VaultPath) {
  const answer = await call(session, 'read', (options) =>
    clients.backup(session, subscriptionId).backupResourceStorageConfigsNonCRR.get(vaultName, resourceGroup, options),
  ).catch(() => undefined);
  return partOf(storageBody, answer?.body)?.properties;
}
