import { KEY_VAULT_NAME, POLICY_NAME, RESOURCE_GROUP_NAME, VAULT_NAME } from '@tresor/support-matrix';
import * as z from 'zod';

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const guid = new RegExp(`^${GUID}$`, 'i');

/** Azure's own naming rules; every name is checked against them before it becomes part of a URL. */
export const subscriptionId = z.string().regex(guid).brand<'SubscriptionId'>();
export const resourceGroupName = z.string().regex(RESOURCE_GROUP_NAME).brand<'ResourceGroupName'>();
export const vaultName = z.string().regex(VAULT_NAME).brand<'VaultName'>();
export const managementGroupName = z
  .string()
  .regex(/^(?!.*\.$)[A-Za-z0-9_().-]{1,90}$/)
  .brand<'ManagementGroupName'>();
export const policyName = z.string().regex(POLICY_NAME).brand<'PolicyName'>();
const keyVaultName = z.string().regex(KEY_VAULT_NAME).brand<'KeyVaultName'>();
export const jobId = z.string().regex(guid).brand<'JobId'>();

/** What Azure Backup goes on with once it has accepted something; the region where that is not the vault's own. */
export const backupOperation = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/),
  region: z
    .string()
    .regex(/^[a-z0-9]{1,40}$/i)
    .nullable(),
});

const RESOURCE = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}';
/** To a pattern that ignores case by Unicode these are an s and a k. */
const NEITHER_LONG_S_NOR_KELVIN = /^[^\u017F\u212A]*$/u;

/** An ARM id. `of`: provider and type; of a child resource with the name of its parent. */
const armId = (of: string) =>
  z
    .string()
    .regex(new RegExp(`^/subscriptions/${GUID}/resourceGroups/(?![^/]*\\./)[\\p{L}\\p{N}_().-]{1,90}/providers/${of}/${RESOURCE}$`, 'iu'))
    .regex(NEITHER_LONG_S_NOR_KELVIN);

export const vaultId = armId('Microsoft\\.RecoveryServices/vaults').brand<'VaultId'>();
export const vmId = armId('(?:Microsoft\\.Compute|Microsoft\\.ClassicCompute)/virtualMachines').brand<'VmId'>();
export const storageAccountId = armId('Microsoft\\.Storage/storageAccounts').brand<'StorageAccountId'>();
export const subnetId = armId(`Microsoft\\.Network/virtualNetworks/${RESOURCE}/subnets`).brand<'SubnetId'>();
export const keyVaultId = armId('Microsoft\\.KeyVault/vaults').brand<'KeyVaultId'>();

export type SubscriptionId = z.infer<typeof subscriptionId>;
export type ResourceGroupName = z.infer<typeof resourceGroupName>;
export type VaultName = z.infer<typeof vaultName>;
export type ManagementGroupName = z.infer<typeof managementGroupName>;
export type PolicyName = z.infer<typeof policyName>;
export type JobId = z.infer<typeof jobId>;
export type BackupOperation = z.infer<typeof backupOperation>;
export type VmId = z.infer<typeof vmId>;
export type StorageAccountId = z.infer<typeof storageAccountId>;
export type SubnetId = z.infer<typeof subnetId>;
export type KeyVaultId = z.infer<typeof keyVaultId>;

/** What a list over the estate is narrowed to; without a group it is about all subscriptions the user may see. */
export const estateScope = z.strictObject({ managementGroup: managementGroupName.optional() });

/** How many days to look back: in digits, for `0x10` and `1e1` are numbers to some readers only. */
export const days = (most: number) =>
  z
    .union([
      z.int(),
      z
        .string()
        .regex(/^[1-9]\d{0,3}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(1).max(most));

/** The path of a Recovery Services vault, as it stands in URLs of the API. */
export const vaultPath = z.strictObject({ subscriptionId, resourceGroup: resourceGroupName, vaultName });
export type VaultPath = z.infer<typeof vaultPath>;

/** The path of a key vault, as it stands in URLs of the API. */
export const keyVaultPath = z.strictObject({ subscriptionId, resourceGroup: resourceGroupName, keyVaultName });
export type KeyVaultPath = z.infer<typeof keyVaultPath>;

/** Made by the browser: under it what became of an order is on record. */
export const orderId = z.uuid().optional();

export const edition = z.enum(['2017-01', 'current']);
